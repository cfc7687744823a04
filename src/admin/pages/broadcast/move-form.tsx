import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import styled from 'styled-components';

import { useDeskAction } from '../../desk/use-desk-action';
import type { ContractNotesOnWire, SlotOnWire, StationOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';

const Fields = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
`;

/** Another day, time or station for a slot: by keyboard, by finger, or filled in by what was dropped. */
export function MoveForm({
  row,
  stations,
  stationCode: firstStation,
  day: firstDay,
  time: firstTime,
  isDropped,
  onMoved,
}: {
  readonly row: SlotOnWire;
  readonly stations: readonly StationOnWire[];
  readonly stationCode: string;
  readonly day: string;
  readonly time: string;
  readonly isDropped: boolean;
  /** Gets what the move means for the contracts. */
  readonly onMoved: (contractNotes: readonly string[]) => void;
}) {
  const action = useDeskAction();
  const [stationCode, setStationCode] = useState(firstStation);
  const [day, setDay] = useState(firstDay);
  const [time, setTime] = useState(firstTime);
  const move = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { day, time, stationCode };
    const moved = await action.run<ContractNotesOnWire>(
      `/desk/broadcast/slots/${row.slot.id}/move`,
      asked,
    );
    if (moved !== null) onMoved(moved.contractNotes);
  };
  return (
    <form onSubmit={(event) => void move(event)}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" tag="h3">
          {isDropped ? 'Déplacer ici ?' : 'Déplacer'}
        </Typography>
        <Field.Root name="move-station" required>
          <Field.Label>Radio</Field.Label>
          <SingleSelect value={stationCode} onChange={(value) => setStationCode(String(value))}>
            {stations.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {`${name} (${code})`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Fields>
          <Field.Root name="move-day" required>
            <Field.Label>Jour</Field.Label>
            <Field.Input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          </Field.Root>
          <Field.Root name="move-time" required>
            <Field.Label>Début, à l’heure de la radio</Field.Label>
            <Field.Input
              type="time"
              value={time}
              onChange={({ target }) => setTime(target.value)}
            />
          </Field.Root>
        </Fields>
        {row.isDownloaded && (
          <Typography variant="pi">
            {row.stationName} a déjà le fichier. Si elle a imprimé sa feuille, prévenez-la par
            téléphone.
          </Typography>
        )}
        <RefusalNotice
          refusal={action.refusal}
          title="La diffusion n’a pas bougé"
          onClose={action.forget}
        />
        <div>
          <Button
            type="submit"
            variant={isDropped ? 'default' : 'secondary'}
            loading={action.isBusy}
          >
            Déplacer la diffusion
          </Button>
        </div>
      </Flex>
    </form>
  );
}
