import {
  Alert,
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useState } from 'react';

import { CHOSEN_RECALL_REASONS, LONGEST_NOTE } from '../../../domain/delivery';
import { RECALL_REASON_NAMES, recallWords } from '../../../wording/alerts';
import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { RecalledOnWire, SpotOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { counted } from '../../parts/figures';
import { HiddenWords } from '../../parts/hidden-words';
import { RefusalNotice, SentenceList } from '../../parts/notices';

/** Pulls a spot out of every door, after a question that says what will happen. */
export function RecallSpot({
  view,
  reload,
}: {
  readonly view: SpotOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayDecide = useMay('desk.alerts.decide');
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState(CHOSEN_RECALL_REASONS[0] ?? 'other');
  const [note, setNote] = useState('');
  const [withPosts, setWithPosts] = useState(false);
  const [recalled, setRecalled] = useState<RecalledOnWire | null>(null);
  if (!mayDecide || view.versions.length === 0) return null;

  const { code, messageCode } = view.spot;
  const recall = async () => {
    const answer = await action.run<RecalledOnWire>(`/desk/spots/${code}/recall`, {
      reason,
      note,
      withPosts,
    });
    if (answer === null) return;
    setIsAsking(false);
    setRecalled(answer);
    await reload();
  };
  return (
    <>
      {view.recall === null && (
        <Button variant="danger-light" onClick={() => setIsAsking(true)}>
          Retirer des radios<HiddenWords> : spot {code}</HiddenWords>
        </Button>
      )}
      {recalled !== null && <Recalled recalled={recalled} onClose={() => setRecalled(null)} />}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question={`Retirer le spot ${code} des radios ?`}
        description="Il disparaît tout de suite des pages des radios et du site public, ses diffusions à venir sont annulées, et chaque radio qui le détient doit confirmer qu’elle l’a effacé. Le registre de ce qui a été diffusé ne change pas."
        confirmLabel="Retirer des radios"
        isBusy={action.isBusy}
        onConfirm={() => void recall()}
      >
        <Box width="100%">
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root
              name="reason"
              required
              hint={`Les radios liront : « ${recallWords(reason)} »`}
            >
              <Field.Label>Raison</Field.Label>
              <SingleSelect
                value={reason}
                onChange={(value) =>
                  setReason(CHOSEN_RECALL_REASONS.find((each) => each === value) ?? 'other')
                }
              >
                {CHOSEN_RECALL_REASONS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {RECALL_REASON_NAMES[each]}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
            <Field.Root
              name="note"
              required={reason === 'other'}
              hint="Pour les collègues. Jamais de nom de personne."
            >
              <Field.Label>Précision</Field.Label>
              <Field.Input
                value={note}
                maxLength={LONGEST_NOTE}
                onChange={({ target }) => setNote(target.value)}
              />
              <Field.Hint />
            </Field.Root>
            {messageCode !== null && (
              <Checkbox
                checked={withPosts}
                onCheckedChange={(checked) => setWithPosts(checked === true)}
              >
                Reprendre aussi les publications du même message
              </Checkbox>
            )}
            <RefusalNotice refusal={action.refusal} title="Le spot n’a pas été retiré" />
          </Flex>
        </Box>
      </ConfirmDialog>
    </>
  );
}

function Recalled({
  recalled: { cancelledSlots, sentences },
  onClose,
}: {
  readonly recalled: RecalledOnWire;
  readonly onClose: () => void;
}) {
  const cancelled = `${counted(cancelledSlots, 'diffusion à venir annulée', 'diffusions à venir annulées')}.`;
  return (
    <div role="status">
      <Alert
        variant={sentences.length === 0 ? 'success' : 'warning'}
        title="Le spot est retiré"
        closeLabel="Fermer"
        onClose={onClose}
      >
        <SentenceList sentences={[cancelled, ...sentences]} />
      </Alert>
    </div>
  );
}
