import {
  Button,
  Field,
  Flex,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { MISSED_REASONS, type AiringOutcome } from '../../../domain/broadcast';
import { MISSED_REASON_NAMES } from '../../../wording/broadcast';
import { newKey } from '../../desk/new-key';
import { useDeskAction } from '../../desk/use-desk-action';
import type { SlotOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';

type Outcome = Exclude<AiringOutcome, 'unplanned'>;

const OUTCOMES: readonly { readonly value: Outcome; readonly label: string }[] = [
  { value: 'aired', label: 'Diffusé à l’heure prévue' },
  { value: 'aired-at-another-time', label: 'Diffusé à une autre heure' },
  { value: 'missed', label: 'Non diffusé' },
];

/** What a station says on the telephone. The server writes down who took the call. */
export function ConfirmationForm({
  row,
  onConfirmed,
}: {
  readonly row: SlotOnWire;
  readonly onConfirmed: () => void;
}) {
  const action = useDeskAction();
  // One dialog is one telephone call: sent twice, it counts once.
  const [idempotencyKey] = useState(() => newKey());
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [airedTime, setAiredTime] = useState('');
  const [missedReason, setMissedReason] = useState<string | null>(null);

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const recorded = await action.run(`/desk/broadcast/slots/${row.slot.id}/confirmation`, {
      outcome,
      idempotencyKey,
      ...(outcome === 'aired-at-another-time' ? { airedTime } : {}),
      ...(outcome === 'missed' && missedReason !== null ? { missedReason } : {}),
    });
    if (recorded !== null) onConfirmed();
  };
  return (
    <form onSubmit={(event) => void confirm(event)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h3">
          {row.airing === null ? 'Réponse reçue par téléphone' : 'Corriger par téléphone'}
        </Typography>
        <Radio.Group
          aria-label="Ce que dit la radio"
          value={outcome ?? ''}
          onValueChange={(value) =>
            setOutcome(OUTCOMES.find((each) => each.value === value)?.value ?? null)
          }
        >
          {OUTCOMES.map(({ value, label }) => (
            <Radio.Item key={value} value={value}>
              {label}
            </Radio.Item>
          ))}
        </Radio.Group>
        {outcome === 'aired-at-another-time' && (
          <Field.Root name="airedTime" required>
            <Field.Label>À quelle heure</Field.Label>
            <Field.Input
              type="time"
              value={airedTime}
              onChange={({ target }) => setAiredTime(target.value)}
            />
          </Field.Root>
        )}
        {outcome === 'missed' && (
          <Field.Root name="missedReason" required>
            <Field.Label>Pourquoi</Field.Label>
            <SingleSelect
              placeholder="Choisir une raison"
              value={missedReason}
              onChange={(value) => setMissedReason(String(value))}
            >
              {MISSED_REASONS.map((reason) => (
                <SingleSelectOption key={reason} value={reason}>
                  {MISSED_REASON_NAMES[reason]}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        )}
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
        <div>
          <Button type="submit" loading={action.isBusy} disabled={outcome === null}>
            Noter la réponse
          </Button>
        </div>
      </Flex>
    </form>
  );
}
