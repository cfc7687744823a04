import {
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import styled from 'styled-components';

import { LANGUAGES } from '../../../domain/shared';
import { PRIORITY_NAMES } from '../../../wording/flights';
import { frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import type { SpotOnWire, StationOnWire } from '../../desk/wire';
import { DaypartList } from './daypart-list';
import { toggled, type FlightDraft } from './flight-draft';
import { WEEKDAY_NAMES, WEEKDAYS } from './plan-days';

const Columns = styled.div<{ readonly $least?: string }>`
  display: grid;
  gap: 1.6rem;
  align-items: start;
  grid-template-columns: repeat(
    auto-fit,
    minmax(min(100%, ${({ $least }) => $least ?? '22rem'}), 1fr)
  );
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
`;

type Props = {
  readonly draft: FlightDraft;
  readonly spots: readonly SpotOnWire[];
  readonly stations: readonly StationOnWire[];
  readonly onChange: (change: Partial<FlightDraft>) => void;
};

/** Everything a flight is made of: what, where, when, how often, and its rules. */
export function FlightFields(props: Props) {
  const { draft, onChange } = props;
  return (
    <>
      <Columns>
        <Field.Root name="flight-name" required>
          <Field.Label>Nom de la vague</Field.Label>
          <Field.Input
            placeholder="Par exemple : Retour au pays, décembre"
            value={draft.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        </Field.Root>
        <DateField label="Du" name="from" draft={draft} onChange={onChange} />
        <DateField label="Au (compris)" name="to" draft={draft} onChange={onChange} />
      </Columns>
      <Columns>
        <SpotChoice {...props} />
        <StationChoice {...props} />
        <Choices legend="Jours">
          {WEEKDAYS.map((weekday) => (
            <Checkbox
              key={weekday}
              checked={draft.weekdays.includes(weekday)}
              onCheckedChange={() => onChange({ weekdays: toggled(draft.weekdays, weekday) })}
            >
              {WEEKDAY_NAMES[weekday]}
            </Checkbox>
          ))}
        </Choices>
      </Columns>
      <Columns $least="30rem">
        <DaypartList dayparts={draft.dayparts} onChange={(dayparts) => onChange({ dayparts })} />
        <Shares {...props} />
      </Columns>
      <Rules {...props} />
    </>
  );
}

function Choices({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <Typography tag="legend" variant="pi" fontWeight="semiBold">
        {legend}
      </Typography>
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
        {children}
      </Flex>
    </fieldset>
  );
}

function DateField({
  label,
  name,
  draft,
  onChange,
}: {
  readonly label: string;
  readonly name: 'from' | 'to';
  readonly draft: FlightDraft;
  readonly onChange: Props['onChange'];
}) {
  return (
    <Field.Root name={`flight-${name}`} required>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        type="date"
        value={draft[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </Field.Root>
  );
}

function SpotChoice({ draft, spots, onChange }: Props) {
  return (
    <Choices legend="Spots, à tour de rôle">
      {spots.length === 0 && <Typography>Aucun spot n’est prêt.</Typography>}
      {spots.map(({ spot }) => (
        <Checkbox
          key={spot.code}
          checked={draft.spotCodes.includes(spot.code)}
          onCheckedChange={() => onChange({ spotCodes: toggled(draft.spotCodes, spot.code) })}
        >
          {`${spot.code} · ${spot.title} (${LANGUAGE_NAMES[spot.language]}, jusqu’au ${frenchDay(spot.flightEnd)})`}
        </Checkbox>
      ))}
    </Choices>
  );
}

function StationChoice({ draft, stations, onChange }: Props) {
  const codes = stations.map(({ code }) => code);
  const isAll = codes.every((code) => draft.stationCodes.includes(code));
  return (
    <Choices legend="Radios">
      <Checkbox
        checked={isAll}
        onCheckedChange={() => onChange({ stationCodes: isAll ? [] : codes })}
      >
        Toutes les radios
      </Checkbox>
      {stations.map(({ code, name }) => (
        <Checkbox
          key={code}
          checked={draft.stationCodes.includes(code)}
          onCheckedChange={() => onChange({ stationCodes: toggled(draft.stationCodes, code) })}
        >
          {`${name} (${code})`}
        </Checkbox>
      ))}
    </Choices>
  );
}

const NUMBERS = [
  {
    name: 'timesADay',
    label: 'Fois par jour',
    hint: 'Sur chaque radio.',
  },
  {
    name: 'windowMinutes',
    label: 'Souplesse, en minutes',
    hint: 'La radio diffuse à tout moment de ce créneau.',
  },
  {
    name: 'separationMinutes',
    label: 'Écart, en minutes',
    hint: 'Au moins, entre deux spots du même message.',
  },
  {
    name: 'capADay',
    label: 'Plafond par jour',
    hint: 'Par radio, toutes vagues comprises.',
  },
] as const;

function Rules({ draft, onChange }: Props) {
  return (
    <Columns $least="16rem">
      {NUMBERS.map(({ name, label, hint }) => (
        <Field.Root key={name} name={`flight-${name}`} required hint={hint}>
          <Field.Label>{label}</Field.Label>
          <Field.Input
            type="number"
            inputMode="numeric"
            min={0}
            value={draft[name]}
            onChange={({ target }) => onChange({ [name]: target.value })}
          />
          <Field.Hint />
        </Field.Root>
      ))}
      <Field.Root
        name="flight-priority"
        required
        hint="Une vague plus haute prend la place d’une plus basse."
      >
        <Field.Label>Priorité</Field.Label>
        <SingleSelect
          value={draft.priority}
          onChange={(value) => onChange({ priority: String(value) })}
        >
          {Object.entries(PRIORITY_NAMES).map(([value, name]) => (
            <SingleSelectOption key={value} value={value}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
    </Columns>
  );
}

function Shares({ draft, onChange }: Props) {
  return (
    <Choices legend="Part de chaque langue, en % (vide : à tour de rôle)">
      <Columns $least="10rem" style={{ width: '100%', maxWidth: '60rem' }}>
        {LANGUAGES.map((language) => (
          <Field.Root key={language} name={`flight-share-${language}`}>
            <Field.Label>{LANGUAGE_NAMES[language]}</Field.Label>
            <Field.Input
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              value={draft.shares[language]}
              onChange={({ target }) =>
                onChange({ shares: { ...draft.shares, [language]: target.value } })
              }
            />
          </Field.Root>
        ))}
      </Columns>
    </Choices>
  );
}
