import { Button, Field, Flex, Modal, Textarea } from '@strapi/design-system';
import { useState } from 'react';

import type { LanguageStatus, ReviewAction } from '../../../domain/messages';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction, type DeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import { RefusalNotice } from '../../parts/notices';
import type { LanguageOfMessage } from './language-of-message';

/** The steps that lead on from a state; the server has the last word. */
const STEPS: Readonly<Record<LanguageStatus, readonly ReviewAction[]>> = {
  missing: [],
  draft: ['submit'],
  returned: ['submit'],
  'in-review': ['approve', 'return'],
  approved: ['return'],
  published: ['return'],
  // The French changed: whichever state the translation is in, it must be read again.
  stale: ['submit', 'return'],
};

const STEP_NAMES: Readonly<Record<ReviewAction, string>> = {
  submit: 'Soumettre',
  approve: 'Approuver',
  return: 'Renvoyer',
};

/** Submit, approve, return: with what a refusal says, in place. */
export function ReviewButtons({
  documentId,
  messageCode,
  language,
  status,
  onMoved,
}: LanguageOfMessage) {
  const maySubmit = useMay('desk.messages.submit');
  const mayReview = useMay('desk.messages.review');
  const action = useDeskAction();
  const [isReturning, setIsReturning] = useState(false);
  const of = `${messageCode} en ${LANGUAGE_NAMES[language]}`;

  const take = async (step: ReviewAction, note = '') => {
    const moved =
      step === 'submit'
        ? await action.run(`/desk/messages/${documentId}/submit`, { language })
        : await action.run(`/desk/messages/${documentId}/review`, { language, action: step, note });
    if (moved === null) return;
    setIsReturning(false);
    await onMoved();
  };
  const steps = STEPS[status].filter((step) => (step === 'submit' ? maySubmit : mayReview));
  return (
    <>
      <Flex gap={2} wrap="wrap">
        {steps.map((step) => (
          <Button
            key={step}
            size="S"
            variant={step === 'approve' ? 'success-light' : 'secondary'}
            loading={action.isBusy}
            aria-label={`${STEP_NAMES[step]} le message ${of}`}
            onClick={() => (step === 'return' ? setIsReturning(true) : void take(step))}
          >
            {STEP_NAMES[step]}
          </Button>
        ))}
      </Flex>
      {!isReturning && <RefusalNotice refusal={action.refusal} onClose={action.forget} />}
      {isReturning && (
        <ReturnDialog
          of={of}
          action={action}
          onReturn={(note) => void take('return', note)}
          onClose={() => {
            action.forget();
            setIsReturning(false);
          }}
        />
      )}
    </>
  );
}

function ReturnDialog({
  of,
  action,
  onReturn,
  onClose,
}: {
  readonly of: string;
  readonly action: DeskAction;
  readonly onReturn: (note: string) => void;
  readonly onClose: () => void;
}) {
  const [note, setNote] = useState('');
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Renvoyer {of}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="note" required hint="L’auteur lira cette note.">
              <Field.Label>Ce qu’il faut reprendre</Field.Label>
              <Textarea value={note} onChange={({ target }) => setNote(target.value)} />
              <Field.Hint />
            </Field.Root>
            <RefusalNotice refusal={action.refusal} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Annuler
          </Button>
          <Button loading={action.isBusy} onClick={() => onReturn(note)}>
            Renvoyer à l’auteur
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
