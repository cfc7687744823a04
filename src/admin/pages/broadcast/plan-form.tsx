import {
  Alert,
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import styled from 'styled-components';

import { frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { ContractNotesOnWire, SpotOnWire, StationOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { counted } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { ContractNotice } from './contract-notice';
import { toggled } from './flight-draft';
import { daysToPlan, WEEKDAY_NAMES, WEEKDAYS, type Weekday } from './plan-days';
import { TimeList } from './time-list';

const DEFAULT_WINDOW_MINUTES = 30;

const Columns = styled.div`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
`;

type Planned = ContractNotesOnWire & { readonly added: number; readonly alreadyThere: number };

/** Asks stations to air a spot, each of the days at each of the times: all of it or, with the reasons, nothing. */
export function PlanForm({
  stations,
  today,
  onPlanned,
}: {
  readonly stations: readonly StationOnWire[];
  /** As the server counts it; empty until it is known. */
  readonly today: string;
  readonly onPlanned: () => void;
}) {
  const spots = useDesk<readonly SpotOnWire[]>('/desk/spots');
  const action = useDeskAction();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [spotCode, setSpotCode] = useState<string | null>(null);
  const [stationCodes, setStationCodes] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [weekdays, setWeekdays] = useState<readonly Weekday[]>(WEEKDAYS);
  const [times, setTimes] = useState<readonly string[]>(['']);
  const [windowMinutes, setWindowMinutes] = useState(String(DEFAULT_WINDOW_MINUTES));

  const ready = (spots.data ?? []).filter(({ airedVersion }) => airedVersion !== null);
  const spot = ready.find((view) => view.spot.code === spotCode)?.spot;
  const days = daysToPlan(from, to, weekdays);
  const filledTimes = times.filter((time) => time !== '');
  const count = stationCodes.length * days.length * filledTimes.length;

  const choose = (code: string) => {
    const chosen = ready.find((view) => view.spot.code === code)?.spot;
    setSpotCode(code);
    if (chosen === undefined) return;
    // A flight that began already is planned from today on.
    if (from === '') setFrom(chosen.flightStart < today ? today : chosen.flightStart);
    if (to === '') setTo(chosen.flightEnd);
  };
  const plan = async (event: FormEvent) => {
    event.preventDefault();
    setPlanned(null);
    const answer = await action.run<Planned>('/desk/broadcast/slots', {
      spotCode: spotCode ?? '',
      stationCodes,
      days,
      times: filledTimes,
      windowMinutes: Number(windowMinutes),
    });
    if (answer === null) return;
    setPlanned(answer);
    onPlanned();
  };
  return (
    <Card title="Planifier un spot à heures fixes">
      <form onSubmit={(event) => void plan(event)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Columns>
            <Field.Root
              name="spot"
              required
              hint={
                spot === undefined
                  ? 'Seuls les spots dont le son est prêt sont proposés.'
                  : `En ${LANGUAGE_NAMES[spot.language]}, du ${frenchDay(spot.flightStart)} au ${frenchDay(spot.flightEnd)}.`
              }
            >
              <Field.Label>Spot</Field.Label>
              <SingleSelect
                placeholder={
                  spots.data !== null && ready.length === 0
                    ? 'Aucun spot n’est prêt'
                    : 'Choisir un spot'
                }
                value={spotCode}
                onChange={(value) => choose(String(value))}
              >
                {ready.map((view) => (
                  <SingleSelectOption key={view.spot.code} value={view.spot.code}>
                    {`${view.spot.code} · ${view.spot.title}`}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
            <Field.Root name="from" required>
              <Field.Label>Du</Field.Label>
              <Field.Input
                type="date"
                value={from}
                onChange={({ target }) => setFrom(target.value)}
              />
            </Field.Root>
            <Field.Root name="to" required>
              <Field.Label>Au (compris)</Field.Label>
              <Field.Input type="date" value={to} onChange={({ target }) => setTo(target.value)} />
            </Field.Root>
            <Field.Root
              name="windowMinutes"
              required
              hint="La radio peut diffuser à tout moment de cette durée."
            >
              <Field.Label>Souplesse, en minutes</Field.Label>
              <Field.Input
                type="number"
                inputMode="numeric"
                min={1}
                value={windowMinutes}
                onChange={({ target }) => setWindowMinutes(target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Columns>
          <Columns>
            <fieldset>
              <Typography tag="legend" variant="pi" fontWeight="semiBold">
                Radios
              </Typography>
              <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
                {stations.map(({ code, name }) => (
                  <Checkbox
                    key={code}
                    checked={stationCodes.includes(code)}
                    onCheckedChange={() => setStationCodes(toggled(stationCodes, code))}
                  >
                    {`${name} (${code})`}
                  </Checkbox>
                ))}
              </Flex>
            </fieldset>
            <fieldset>
              <Typography tag="legend" variant="pi" fontWeight="semiBold">
                Jours
              </Typography>
              <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
                {WEEKDAYS.map((weekday) => (
                  <Checkbox
                    key={weekday}
                    checked={weekdays.includes(weekday)}
                    onCheckedChange={() => setWeekdays(toggled(weekdays, weekday))}
                  >
                    {WEEKDAY_NAMES[weekday]}
                  </Checkbox>
                ))}
              </Flex>
            </fieldset>
            <TimeList times={times} onChange={setTimes} />
          </Columns>
          <RefusalNotice
            refusal={action.refusal}
            title="Rien n’a été planifié"
            onClose={action.forget}
          />
          {planned !== null && <PlannedNotice planned={planned} onClose={() => setPlanned(null)} />}
          <ContractNotice sentences={planned?.contractNotes ?? []} />
          <Flex gap={4} wrap="wrap">
            <Button type="submit" loading={action.isBusy}>
              Planifier
            </Button>
            <Typography aria-live="polite">
              {count === 0
                ? 'Choisissez un spot, des radios, des jours et des heures.'
                : `${counted(stationCodes.length, 'radio', 'radios')} × ${counted(days.length, 'jour', 'jours')} × ${counted(filledTimes.length, 'heure', 'heures')} : ${counted(count, 'diffusion', 'diffusions')}.`}
            </Typography>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
}

function PlannedNotice({
  planned: { added, alreadyThere },
  onClose,
}: {
  readonly planned: Planned;
  readonly onClose: () => void;
}) {
  return (
    <div role="status">
      <Alert variant="success" title="C’est planifié" closeLabel="Fermer" onClose={onClose}>
        {added === 1 ? 'Une diffusion ajoutée.' : `${added} diffusions ajoutées.`}
        {alreadyThere > 0 ? ` Déjà prévues : ${alreadyThere}.` : ''}
      </Alert>
    </div>
  );
}
