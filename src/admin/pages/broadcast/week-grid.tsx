import { Flex, Typography } from '@strapi/design-system';
import styled from 'styled-components';

import type { SlotOnWire, StationOnWire, WeekOnWire } from '../../desk/wire';
import { frenchLongDay } from '../../parts/figures';
import { SlotChip } from './slot-chip';
import { daysOf, slotsAt } from './week';

/** From this width on, stations by days fit side by side. */
const WIDE = '(min-width: 1100px)';

const Wide = styled.div`
  display: none;
  overflow-x: auto;
  @media ${WIDE} {
    display: block;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.6rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  th {
    font-weight: 600;
  }
  th[data-today='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const Narrow = styled.div`
  @media ${WIDE} {
    display: none;
  }
`;

type Props = {
  readonly week: WeekOnWire;
  readonly stations: readonly StationOnWire[];
  readonly onOpen: (row: SlotOnWire) => void;
};

/** Stations by days where there is room, else one list a day. */
export function WeekGrid(props: Props) {
  if (props.week.rows.length === 0) {
    return <Typography>Aucune diffusion prévue sur ces jours.</Typography>;
  }
  return (
    <>
      <Wide>
        <Grid {...props} />
      </Wide>
      <Narrow>
        <DayLists {...props} />
      </Narrow>
    </>
  );
}

function Grid({ week, stations, onOpen }: Props) {
  const days = daysOf(week.from, week.to);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Radio</th>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === week.today}>
              {frenchLongDay(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <tr key={station.code}>
            <th scope="row">
              {station.name}
              <br />
              {station.code}
            </th>
            {days.map((day) => (
              <td key={day}>
                <Chips
                  rows={slotsAt(week.rows, station.code, day)}
                  station={station}
                  onOpen={onOpen}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayLists({ week, stations, onOpen }: Props) {
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {daysOf(week.from, week.to).map((day) => {
        const heard = stations
          .map((station) => ({ station, rows: slotsAt(week.rows, station.code, day) }))
          .filter(({ rows }) => rows.length > 0);
        if (heard.length === 0) return null;
        return (
          <Flex key={day} direction="column" alignItems="stretch" gap={3}>
            <Typography variant="delta" tag="h3">
              {frenchLongDay(day)}
              {day === week.today ? ' (aujourd’hui)' : ''}
            </Typography>
            {heard.map(({ station, rows }) => (
              <Flex key={station.code} direction="column" alignItems="stretch" gap={2}>
                <Typography fontWeight="semiBold">
                  {station.name} ({station.code})
                </Typography>
                <Chips rows={rows} station={station} onOpen={onOpen} />
              </Flex>
            ))}
          </Flex>
        );
      })}
    </Flex>
  );
}

function Chips({
  rows,
  station,
  onOpen,
}: {
  readonly rows: readonly SlotOnWire[];
  readonly station: StationOnWire;
  readonly onOpen: (row: SlotOnWire) => void;
}) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {rows.map((row) => (
        <SlotChip key={row.slot.id} row={row} timeZone={station.timeZone} onOpen={onOpen} />
      ))}
    </Flex>
  );
}
