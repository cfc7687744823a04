import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';

import { useDesk } from '../../desk/use-desk';
import type { StationOnWire } from '../../desk/wire';
import type { DayOnWire } from '../../desk/wire-airings';
import { Card } from '../../parts/card';
import { Arrived } from '../../parts/notices';
import { Telephones } from '../broadcast/telephones';
import { DayForm } from './day-form';
import { StationChoice } from './station-choice';

/** One station's day, line by line: what it says on the telephone is noted in one go. */
export function StationDay({
  stations,
  today,
  changes,
  onRecorded,
}: {
  readonly stations: readonly StationOnWire[];
  readonly today: string;
  /** Goes up when something else on the page changed the ledger. */
  readonly changes: number;
  readonly onRecorded: () => void;
}) {
  const [stationCode, setStationCode] = useState(stations[0]?.code ?? '');
  const [day, setDay] = useState(today);
  return (
    <Card title="Une journée, au téléphone">
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Box flex="1 1 22rem" minWidth={0}>
          <StationChoice stations={stations} value={stationCode} onChange={setStationCode} />
        </Box>
        <Box flex="1 1 16rem" minWidth={0}>
          <Field.Root name="day">
            <Field.Label>Jour</Field.Label>
            <Field.Input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          </Field.Root>
        </Box>
      </Flex>
      {day !== '' && (
        <Lines
          key={`${stationCode} ${day}`}
          station={stations.find(({ code }) => code === stationCode)}
          path={`/desk/broadcast/days/${stationCode}/${day}`}
          changes={changes}
          onRecorded={onRecorded}
        />
      )}
    </Card>
  );
}

function Lines({
  station,
  path,
  changes,
  onRecorded,
}: {
  readonly station: StationOnWire | undefined;
  readonly path: string;
  readonly changes: number;
  readonly onRecorded: () => void;
}) {
  const desk = useDesk<DayOnWire>(path);
  const { reload } = desk;
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
  return (
    <Arrived desk={desk}>
      {(shown) =>
        shown.code === null ? (
          <Typography>Rien n’est prévu ce jour-là pour cette radio.</Typography>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              Code du jour : <strong>{shown.code}</strong>. Il est sur la page de la radio et sur sa
              feuille ; par SMS, elle écrit OK {shown.code}.
            </Typography>
            <Telephones station={station} />
            <DayForm day={shown} path={path} onRecorded={onRecorded} />
          </Flex>
        )
      }
    </Arrived>
  );
}
