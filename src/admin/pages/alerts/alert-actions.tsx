import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';

import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AlertOnWire, AlertsOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { RefusalNotice } from '../../parts/notices';

const ENDS = {
  urgent: {
    label: 'Terminer',
    question: 'Terminer ce message urgent ?',
    description: 'Il disparaît du haut de la page des radios. Les réponses déjà données restent.',
  },
  recall: {
    label: 'Lever le rappel',
    question: 'Lever le rappel de ce spot ?',
    description:
      'Le spot pourra de nouveau être planifié et écouté, si aucun consentement ne le retient. Les diffusions annulées ne reviennent pas : planifiez-les de nouveau. Les radios seront prévenues.',
  },
} as const;

/** The second signature, and the end. */
export function AlertActions({
  alert: { notice, state },
  shown,
  reload,
}: {
  readonly alert: AlertOnWire;
  readonly shown: AlertsOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayDecide = useMay('desk.alerts.decide');
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  if (!mayDecide) return null;

  const run = async (verb: 'approve' | 'end') => {
    const done = await action.run(`/desk/alerts/${notice.id}/${verb}`);
    setIsAsking(false);
    if (done !== null) await reload();
  };
  const words = ENDS[notice.kind];
  const label = state === 'waiting' ? 'Renoncer' : words.label;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {state === 'waiting' && notice.createdBy !== shown.person && (
          <Button loading={action.isBusy} onClick={() => void run('approve')}>
            Approuver et envoyer
          </Button>
        )}
        <Button variant="danger-light" onClick={() => setIsAsking(true)}>
          {label}
        </Button>
      </Flex>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question={state === 'waiting' ? 'Renoncer à ce message urgent ?' : words.question}
        description={
          state === 'waiting' ? 'Rien n’est encore parti aux radios.' : words.description
        }
        confirmLabel={label}
        isBusy={action.isBusy}
        onConfirm={() => void run('end')}
      />
    </Flex>
  );
}
