import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { Language } from '../../../domain/shared';
import type { Network } from '../../../domain/social';
import { NETWORK_NAMES } from '../../../wording/social';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { PostOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { RefusalNotice, SentenceList } from '../../parts/notices';

type Recalled = {
  readonly takenBack: number;
  readonly notTakenBack: readonly {
    readonly deliveryId: string;
    readonly network: Network;
    readonly language: Language;
    readonly remoteUrl: string | null;
    readonly sentence: string;
  }[];
  /** Where somebody put it by hand: no program can take that back. */
  readonly byHand: readonly string[];
};

/** Approval of exactly what goes out, and recall from wherever it went. */
export function PostActions({
  view,
  reload,
}: {
  readonly view: PostOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayApprove = useMay('desk.posts.approve');
  const action = useDeskAction();
  const [isRecalling, setIsRecalling] = useState(false);
  const [recalled, setRecalled] = useState<Recalled | null>(null);
  if (!mayApprove) return null;

  const { code } = view.post;
  const approve = async () => {
    if ((await action.run(`/desk/posts/${code}/approve`)) !== null) await reload();
  };
  const recall = async () => {
    const answer = await action.run<Recalled>(`/desk/posts/${code}/recall`);
    setIsRecalling(false);
    if (answer === null) return;
    setRecalled(answer);
    await reload();
  };
  const hasFailed = view.deliveries.some(({ delivery }) => delivery.state === 'failed');
  const mayBeRecalled = view.deliveries.some(({ delivery }) => delivery.state !== 'recalled');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {view.approvalState === 'approved' && hasFailed && (
          <Button
            variant="secondary"
            loading={action.isBusy}
            aria-label={`Réessayer l’envoi de la publication ${code}`}
            onClick={() => void approve()}
          >
            Réessayer l’envoi
          </Button>
        )}
        {view.approvalState !== 'approved' && (
          <Button
            loading={action.isBusy}
            aria-label={`Approuver la publication ${code}`}
            onClick={() => void approve()}
          >
            Approuver
          </Button>
        )}
        {mayBeRecalled && (
          <Button
            variant="danger-light"
            aria-label={`Rappeler la publication ${code}`}
            onClick={() => setIsRecalling(true)}
          >
            Rappeler
          </Button>
        )}
      </Flex>
      <RefusalNotice
        refusal={action.refusal}
        title="La publication n’a pas été approuvée"
        onClose={action.forget}
      />
      {recalled !== null && <RecallNotice recalled={recalled} onClose={() => setRecalled(null)} />}
      <ConfirmDialog
        isOpen={isRecalling}
        onOpenChange={setIsRecalling}
        question={`Rappeler la publication ${code} ?`}
        description="Ce qui attend ne partira pas, ce qui a paru est effacé du réseau. Ce qui a été lu ou repris ailleurs ne peut pas être repris."
        confirmLabel="Rappeler"
        isBusy={action.isBusy}
        onConfirm={() => void recall()}
      />
    </Flex>
  );
}

function RecallNotice({
  recalled: { takenBack, byHand, notTakenBack },
  onClose,
}: {
  readonly recalled: Recalled;
  readonly onClose: () => void;
}) {
  const isWhole = notTakenBack.length + byHand.length === 0;
  return (
    <div role="status">
      <Alert
        variant={isWhole ? 'success' : 'warning'}
        title={isWhole ? 'La publication est rappelée' : 'Rappelée en partie'}
        closeLabel="Fermer"
        onClose={onClose}
      >
        <SentenceList
          sentences={[
            takenBack === 1 ? 'Un envoi a été repris.' : `${takenBack} envois ont été repris.`,
            ...byHand,
          ]}
        />
        {notTakenBack.length > 0 && (
          <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
            {notTakenBack.map(({ deliveryId, network, language, remoteUrl, sentence }) => (
              <li key={deliveryId}>
                <Typography>
                  {NETWORK_NAMES[network]}, en {LANGUAGE_NAMES[language]} : {sentence}{' '}
                </Typography>
                {remoteUrl !== null && (
                  <a href={remoteUrl} target="_blank" rel="noreferrer">
                    Ouvrir sur le réseau pour la supprimer
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}
