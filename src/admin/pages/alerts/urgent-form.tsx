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

import { LONGEST_NOTE } from '../../../domain/delivery';
import { addMinutes, clockInZone, dayInZone, instantInZone } from '../../../domain/shared';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AlertsOnWire, SpotOnWire, StationOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { RefusalNotice } from '../../parts/notices';

/** Long enough for the slowest line, short enough not to be forgotten. */
const DEFAULT_MINUTES = 24 * 60;

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

/** The first signature of an urgent message: which spot, to whom, why, until when. */
export function UrgentForm({
  shown,
  onRaised,
}: {
  readonly shown: AlertsOnWire;
  readonly onRaised: () => Promise<void>;
}) {
  const { timeZone } = shown;
  const spots = useDesk<readonly SpotOnWire[]>('/desk/spots');
  const stations = useDesk<readonly StationOnWire[]>('/desk/stations');
  const action = useDeskAction();
  const [isRaised, setIsRaised] = useState(false);
  const [spotCode, setSpotCode] = useState<string | null>(null);
  const [stationCodes, setStationCodes] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [end] = useState(() => addMinutes(new Date(shown.now), DEFAULT_MINUTES));
  const [day, setDay] = useState(() => dayInZone(end, timeZone));
  const [time, setTime] = useState(() => clockInZone(end, timeZone));

  const ready = (spots.data ?? []).filter(
    ({ airedVersion, recall, holds }) =>
      airedVersion !== null && recall === null && !holds.some(({ channel }) => channel === 'radio'),
  );
  const chosen = ready.find(({ spot }) => spot.code === spotCode)?.spot;
  const radios = stations.data ?? [];
  const speaking = radios.filter(
    ({ languages }) => chosen === undefined || languages.includes(chosen.language),
  );
  const isEvery = speaking.length > 0 && speaking.every(({ code }) => stationCodes.includes(code));

  const raise = async (event: FormEvent) => {
    event.preventDefault();
    setIsRaised(false);
    const raised = await action.run('/desk/alerts/urgent', {
      spotCode: spotCode ?? '',
      stationCodes,
      reason,
      endsAt: instantInZone(day, time, timeZone)?.toISOString() ?? '',
    });
    if (raised === null) return;
    setIsRaised(true);
    setReason('');
    await onRaised();
  };
  return (
    <Card title="Faire passer un message urgent">
      <form onSubmit={(event) => void raise(event)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            Le spot passe en tête de la page de chaque radio, sans planification, dès qu’une seconde
            personne a approuvé. Le consentement compte comme pour toute diffusion.
          </Typography>
          <Columns>
            <Field.Root
              name="spot"
              required
              hint={
                chosen === undefined
                  ? 'Seuls les spots prêts et libres pour la radio sont proposés.'
                  : chosen.liveText.trim() === ''
                    ? 'Ce spot n’a pas de texte à lire : une radio sans réseau ne pourra rien diffuser.'
                    : `En ${LANGUAGE_NAMES[chosen.language]}. Son texte sera à lire là où le fichier n’est pas.`
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
                onChange={(value) => setSpotCode(String(value))}
              >
                {ready.map(({ spot }) => (
                  <SingleSelectOption key={spot.code} value={spot.code}>
                    {`${spot.code} · ${spot.title}`}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
            <Field.Root name="day" required>
              <Field.Label>Prend fin le</Field.Label>
              <Field.Input
                type="date"
                value={day}
                onChange={({ target }) => setDay(target.value)}
              />
            </Field.Root>
            <Field.Root name="time" required hint={`À l’heure de la campagne (${timeZone}).`}>
              <Field.Label>à</Field.Label>
              <Field.Input
                type="time"
                value={time}
                onChange={({ target }) => setTime(target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Columns>
          <Field.Root
            name="reason"
            required
            hint="Les radios lisent cette phrase. Jamais de nom de personne."
          >
            <Field.Label>Pourquoi c’est urgent</Field.Label>
            <Field.Input
              value={reason}
              maxLength={LONGEST_NOTE}
              placeholder="Une fausse rumeur circule sur un convoi."
              onChange={({ target }) => setReason(target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <Typography tag="legend" variant="pi" fontWeight="semiBold">
              Radios
            </Typography>
            <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
              <Checkbox
                checked={isEvery}
                onCheckedChange={() =>
                  setStationCodes(isEvery ? [] : speaking.map(({ code }) => code))
                }
              >
                {chosen === undefined
                  ? 'Toutes les radios'
                  : `Toutes les radios en ${LANGUAGE_NAMES[chosen.language]}`}
              </Checkbox>
              {speaking.map(({ code, name }) => (
                <Checkbox
                  key={code}
                  checked={stationCodes.includes(code)}
                  onCheckedChange={() =>
                    setStationCodes(
                      stationCodes.includes(code)
                        ? stationCodes.filter((each) => each !== code)
                        : [...stationCodes, code],
                    )
                  }
                >
                  {`${name} (${code})`}
                </Checkbox>
              ))}
            </Flex>
          </fieldset>
          <RefusalNotice
            refusal={action.refusal}
            title="Rien n’est parti"
            onClose={action.forget}
          />
          {isRaised && (
            <div role="status">
              <Alert
                variant="success"
                title="Première signature enregistrée"
                closeLabel="Fermer"
                onClose={() => setIsRaised(false)}
              >
                Une seconde personne doit maintenant approuver sur cette page.
              </Alert>
            </div>
          )}
          <div>
            <Button type="submit" loading={action.isBusy}>
              Signer et demander l’approbation
            </Button>
          </div>
        </Flex>
      </form>
    </Card>
  );
}
