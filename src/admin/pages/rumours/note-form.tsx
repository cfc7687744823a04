import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { LONGEST_RUMOUR, RUMOUR_KINDS, RUMOUR_RISKS } from '../../../domain/outreach';
import { LANGUAGES } from '../../../domain/shared';
import {
  RUMOUR_KIND_NAMES,
  RUMOUR_RISK_MEANINGS,
  RUMOUR_RISK_NAMES,
} from '../../../wording/rumours';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import type { RumoursOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { RefusalNotice } from '../../parts/notices';
import { Columns } from './columns';
import { emptyHearing, HearingFields, hearingOf } from './hearing-fields';

/** Writes down a rumour or a question, as it was heard. */
export function NoteForm({
  zones,
  onNoted,
  onClose,
}: {
  readonly zones: RumoursOnWire['zones'];
  readonly onNoted: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const action = useDeskAction();
  const [kind, setKind] = useState<string>('rumour');
  const [language, setLanguage] = useState<string>('bm');
  const [risk, setRisk] = useState<(typeof RUMOUR_RISKS)[number]>('medium');
  const [text, setText] = useState('');
  const [hearing, setHearing] = useState(emptyHearing);

  const note = async (event: FormEvent) => {
    event.preventDefault();
    const body = { kind, language, risk, text, ...hearingOf(hearing) };
    if ((await action.run('/desk/rumours', body)) !== null) await onNoted();
  };
  return (
    <Card title="Noter ce qui se dit">
      <form onSubmit={(event) => void note(event)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root
            name="text"
            required
            hint={`Comme cela se dit, en ${LONGEST_RUMOUR} signes au plus. Ni nom, ni numéro, ni compte, ni lien : rien qui mène à quelqu’un.`}
          >
            <Field.Label>Ce qui se dit</Field.Label>
            <Textarea
              value={text}
              maxLength={LONGEST_RUMOUR}
              onChange={({ target }) => setText(target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Columns>
            <Field.Root name="kind" required>
              <Field.Label>Rumeur ou question</Field.Label>
              <SingleSelect value={kind} onChange={(value) => setKind(String(value))}>
                {RUMOUR_KINDS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {RUMOUR_KIND_NAMES[each]}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root name="language" required>
              <Field.Label>Langue</Field.Label>
              <SingleSelect value={language} onChange={(value) => setLanguage(String(value))}>
                {LANGUAGES.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {LANGUAGE_NAMES[each]}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <RiskField risk={risk} onChange={setRisk} />
            <HearingFields draft={hearing} zones={zones} onChange={setHearing} />
          </Columns>
          <RefusalNotice refusal={action.refusal} title="Rien n’est noté" onClose={action.forget} />
          <Flex gap={2} wrap="wrap">
            <Button type="submit" loading={action.isBusy}>
              Noter
            </Button>
            <Button variant="tertiary" onClick={onClose}>
              Fermer sans noter
            </Button>
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            Vous seul êtes nommé dans le journal, par un numéro. Qui l’a dit n’est demandé nulle
            part.
          </Typography>
        </Flex>
      </form>
    </Card>
  );
}

type Risk = (typeof RUMOUR_RISKS)[number];

/** The harm of believing it, with what each word means. */
export function RiskField({
  risk,
  onChange,
}: {
  readonly risk: Risk;
  readonly onChange: (risk: Risk) => void;
}) {
  return (
    <Field.Root name="risk" required hint={RUMOUR_RISK_MEANINGS[risk]}>
      <Field.Label>Risque</Field.Label>
      <SingleSelect
        value={risk}
        onChange={(value) => onChange(RUMOUR_RISKS.find((each) => each === value) ?? risk)}
      >
        {RUMOUR_RISKS.map((each) => (
          <SingleSelectOption key={each} value={each}>
            {RUMOUR_RISK_NAMES[each]}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}
