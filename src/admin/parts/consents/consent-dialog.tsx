import { Alert, Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { ConsentOnWire, WithdrawnOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../confirm-dialog';
import { frenchInstant } from '../figures';
import { Arrived, RefusalNotice, SentenceList } from '../notices';
import { StateBadge } from '../state-badge';
import { CHANNEL_NAMES, frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { ConsentForm } from './consent-form';
import { ofSubject, type Shown } from './shown';

/** The consents of a spot or post: what is recorded, the second person's approval, withdrawal, and a new one. */
export function ConsentDialog({
  shown,
  onClose,
}: {
  readonly shown: Shown;
  readonly onClose: () => void;
}) {
  const { kind, code } = shown.subject;
  const desk = useDesk<readonly ConsentOnWire[]>(`/desk/consents?kind=${kind}&code=${code}`);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Consentements {ofSubject(shown.subject)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography>
              Aucun nom ne s’écrit ici : seulement le numéro du formulaire signé ou enregistré, que
              garde l’organisation qui l’a recueilli.
            </Typography>
            <Arrived desk={desk}>
              {(consents) =>
                consents.length === 0 ? (
                  <Typography>Aucun consentement enregistré.</Typography>
                ) : (
                  <Flex direction="column" alignItems="stretch" gap={3}>
                    {consents.map((consent) => (
                      <ConsentEntry key={consent.id} consent={consent} reload={desk.reload} />
                    ))}
                  </Flex>
                )
              }
            </Arrived>
            <ConsentForm shown={shown} onRecorded={() => void desk.reload()} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function ConsentEntry({
  consent,
  reload,
}: {
  readonly consent: ConsentOnWire;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const mayApprove = useMay('desk.consents.approve');
  const isWithdrawn = consent.withdrawnAt !== null;
  const isWaiting = consent.voices === 'minor' && consent.approvedBy === null && !isWithdrawn;

  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [stillOnline, setStillOnline] = useState<readonly string[]>([]);

  const approve = async () => {
    if ((await action.run(`/desk/consents/${consent.id}/approve`)) !== null) await reload();
  };
  const withdraw = async () => {
    const answer = await action.run<WithdrawnOnWire>(`/desk/consents/${consent.id}/withdraw`);
    setIsWithdrawing(false);
    if (answer === null) return;
    setStillOnline(answer.sentences);
    await reload();
  };
  return (
    <Box borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">Formulaire {consent.reference}</Typography>
          {consent.speaker === 'actor' && (
            <StateBadge tone="quiet">Voix de remplacement</StateBadge>
          )}
          {isWithdrawn ? (
            <StateBadge tone="bad">Retiré</StateBadge>
          ) : isWaiting ? (
            <StateBadge tone="warning">Attend une seconde personne</StateBadge>
          ) : (
            <StateBadge tone="good">Enregistré</StateBadge>
          )}
        </Flex>
        <Typography variant="pi">
          Pour {consent.channels.map((channel) => CHANNEL_NAMES[channel]).join(', ')} · en{' '}
          {consent.languages.map((language) => LANGUAGE_NAMES[language]).join(', ')} · jusqu’au{' '}
          {frenchDay(consent.expiresOn)} · noté le {frenchInstant(consent.recordedAt)}
        </Typography>
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
        {stillOnline.length > 0 && (
          <div role="alert">
            <Alert variant="warning" closeLabel="Fermer" onClose={() => setStillOnline([])}>
              <SentenceList sentences={stillOnline} />
            </Alert>
          </div>
        )}
        <Flex gap={2} wrap="wrap">
          {isWaiting && mayApprove && (
            <Button loading={action.isBusy} onClick={() => void approve()}>
              Approuver
            </Button>
          )}
          {!isWithdrawn && (
            <Button
              variant="danger-light"
              loading={action.isBusy}
              onClick={() => setIsWithdrawing(true)}
            >
              Noter un retrait
            </Button>
          )}
        </Flex>
      </Flex>
      <ConfirmDialog
        isOpen={isWithdrawing}
        onOpenChange={setIsWithdrawing}
        question={`Noter le retrait du consentement ${consent.reference} ?`}
        description="Le spot ou la publication ne sort plus nulle part, et une publication déjà parue est effacée du réseau. Pour revenir en arrière, il faut un nouveau consentement ; une publication effacée ne reparaît pas."
        confirmLabel="Noter le retrait"
        isBusy={action.isBusy}
        onConfirm={() => void withdraw()}
      />
    </Box>
  );
}
