import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { HEARD_ON } from '../../../domain/outreach';
import { HEARD_ON_NAMES } from '../../../wording/rumours';
import type { RumoursOnWire } from '../../desk/wire';

/** Where and when it was heard. The day is empty until it is known to be today's by whoever fills it in. */
export type HearingDraft = {
  readonly day: string;
  readonly heardOn: string;
  readonly zoneCode: string;
};

const NOWHERE = 'nowhere';

/** Today's hearing, online, nowhere in particular. */
export function emptyHearing(): HearingDraft {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return { day, heardOn: 'online', zoneCode: NOWHERE };
}

/** A hearing as the desk's route takes it. */
export function hearingOf({ day, heardOn, zoneCode }: HearingDraft) {
  return { day, heardOn, zoneCode: zoneCode === NOWHERE ? null : zoneCode };
}

/** The door, the day and the zone of a hearing. Never a person: there is no such field. */
export function HearingFields({
  draft,
  zones,
  onChange,
}: {
  readonly draft: HearingDraft;
  readonly zones: RumoursOnWire['zones'];
  readonly onChange: (draft: HearingDraft) => void;
}) {
  return (
    <>
      <Field.Root name="heardOn" required>
        <Field.Label>Où</Field.Label>
        <SingleSelect
          value={draft.heardOn}
          onChange={(value) => onChange({ ...draft, heardOn: String(value) })}
        >
          {HEARD_ON.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {HEARD_ON_NAMES[each]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="zone">
        <Field.Label>Zone</Field.Label>
        <SingleSelect
          value={draft.zoneCode}
          onChange={(value) => onChange({ ...draft, zoneCode: String(value) })}
        >
          <SingleSelectOption value={NOWHERE}>Partout ou inconnue</SingleSelectOption>
          {zones.map(({ code, name }) => (
            <SingleSelectOption key={code} value={code}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="day" required>
        <Field.Label>Jour</Field.Label>
        <Field.Input
          type="date"
          value={draft.day}
          onChange={({ target }) => onChange({ ...draft, day: target.value })}
        />
      </Field.Root>
    </>
  );
}
