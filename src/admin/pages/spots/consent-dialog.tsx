import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';

import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { ConsentOnWire, SpotOnWire } from '../../desk/wire';
import { frenchInstant } from '../../parts/figures';
import { Arrived, RefusalNotice } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { CHANNEL_NAMES, frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { ConsentForm } from './consent-form';

/** The consents of a spot: what is recorded, the second person's approval, withdrawal, and a new one. */
export function ConsentDialog({
  spot,
  onClose,
}: {
  readonly spot: SpotOnWire['spot'];
  readonly onClose: () => void;
}) {
  const desk = useDesk<readonly ConsentOnWire[]>(`/desk/consents?kind=spot&code=${spot.code}`);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Consentements du spot {spot.code}</Modal.Title>
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
                  <Typography>Aucun consentement enregistré pour ce spot.</Typography>
                ) : (
                  <Flex direction="column" alignItems="stretch" gap={3}>
                    {consents.map((consent) => (
                      <ConsentEntry key={consent.id} consent={consent} reload={desk.reload} />
                    ))}
                  </Flex>
                )
              }
            </Arrived>
            <ConsentForm spot={spot} onRecorded={() => void desk.reload()} />
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

  const act = async (verb: 'approve' | 'withdraw') => {
    if ((await action.run(`/desk/consents/${consent.id}/${verb}`)) !== null) await reload();
  };
  return (
    <Box borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">Formulaire {consent.reference}</Typography>
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
        <Flex gap={2} wrap="wrap">
          {isWaiting && mayApprove && (
            <Button loading={action.isBusy} onClick={() => void act('approve')}>
              Approuver
            </Button>
          )}
          {!isWithdrawn && (
            <Button
              variant="danger-light"
              loading={action.isBusy}
              onClick={() => void act('withdraw')}
            >
              Noter un retrait
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}
