import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import styled from 'styled-components';

import type { CalendarDay } from '../../../domain/shared';
import type { SlotOnWire, StationOnWire } from '../../desk/wire';
import { counted, frenchLongDay } from '../../parts/figures';
import { SlotChip } from './slot-chip';
import { BANDS, daysOf, dropTarget, slotsAt, slotsInBand } from './week';

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
    padding: 0.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  th {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  tbody + tbody {
    border-top: 3px solid ${({ theme }) => theme.colors.neutral300};
  }
  th.band {
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  th[data-today='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  td[data-drop='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    outline: 2px dashed ${({ theme }) => theme.colors.primary600};
    outline-offset: -3px;
  }
`;

const Narrow = styled.div`
  @media ${WIDE} {
    display: none;
  }
`;

const DayButtons = styled.div`
  display: flex;
  gap: 0.8rem;
  overflow-x: auto;
  padding-block: 0.4rem;
  button {
    flex: none;
  }
`;

export type Move = {
  readonly row: SlotOnWire;
  /** Where it goes; its own or another one. */
  readonly stationCode: string;
  readonly day: CalendarDay;
  readonly time: string;
};

type Props = {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly today: CalendarDay;
  readonly rows: readonly SlotOnWire[];
  readonly stations: readonly StationOnWire[];
  readonly mayPlan: boolean;
  readonly now: number;
  readonly onOpen: (row: SlotOnWire) => void;
  readonly onMove: (move: Move) => void;
  readonly onAdd: (station: StationOnWire, day: CalendarDay, time: string) => void;
};

/** Stations and parts of the day by days where there is room, else one day at a time as a list. */
export function WeekGrid(props: Props) {
  return (
    <>
      <Wide>
        <Grid {...props} />
      </Wide>
      <Narrow>
        <DayList {...props} />
      </Narrow>
    </>
  );
}

function Grid(props: Props) {
  const { from, to, today, stations } = props;
  const [dragged, setDragged] = useState<SlotOnWire | null>(null);
  const days = daysOf(from, to);
  return (
    <table>
      <colgroup>
        <col style={{ width: '11rem' }} />
        <col style={{ width: '8.4rem' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Radio</th>
          <th scope="col">Moment</th>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === today}>
              {frenchLongDay(day)}
            </th>
          ))}
        </tr>
      </thead>
      {stations.map((station) => (
        <tbody key={station.code}>
          {BANDS.map(({ name }, band) => (
            <tr key={name}>
              {band === 0 && (
                <th scope="rowgroup" rowSpan={BANDS.length}>
                  {station.name}
                  <br />
                  {station.code}
                </th>
              )}
              <th scope="row" className="band">
                {name}
              </th>
              {days.map((day) => (
                <Cell
                  key={day}
                  {...props}
                  station={station}
                  day={day}
                  band={band}
                  dragged={dragged}
                  onDrag={setDragged}
                />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Cell({
  rows,
  station,
  day,
  band,
  today,
  mayPlan,
  now,
  dragged,
  onDrag,
  onOpen,
  onMove,
  onAdd,
}: Props & {
  readonly station: StationOnWire;
  readonly day: CalendarDay;
  readonly band: number;
  readonly dragged: SlotOnWire | null;
  readonly onDrag: (row: SlotOnWire | null) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  const here = slotsInBand(slotsAt(rows, station.code, day), band, station.timeZone);
  // Whether this station may air it, the server says, and why not.
  const takes = dragged !== null && day >= today;
  return (
    <td
      data-drop={takes && isOver}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        if (!takes || dragged === null) return;
        event.preventDefault();
        const target = dropTarget(dragged.slot.windowStart, station.timeZone, day, band);
        onDrag(null);
        onMove({ row: dragged, stationCode: station.code, ...target });
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        {here.map((row) => (
          <SlotChip
            key={row.slot.id}
            row={row}
            timeZone={station.timeZone}
            now={now}
            onOpen={onOpen}
            {...(mayPlan ? { onDrag } : {})}
          />
        ))}
        {mayPlan && day >= today && (
          <AddButton
            label={`Ajouter une diffusion : ${station.name}, ${frenchLongDay(day)}, ${BANDS[band]?.name ?? ''}`}
            onClick={() => onAdd(station, day, BANDS[band]?.drop ?? '')}
          />
        )}
      </Flex>
    </td>
  );
}

const Small = styled.button`
  width: 100%;
  min-height: 2.4rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral500};
  cursor: pointer;
  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Small type="button" aria-label={label} title={label} onClick={onClick}>
      <Plus width="1rem" height="1rem" aria-hidden />
    </Small>
  );
}

function DayList({ from, to, today, rows, stations, mayPlan, now, onOpen, onAdd }: Props) {
  const days = daysOf(from, to);
  const [chosen, setChosen] = useState<CalendarDay | null>(null);
  const day = chosen !== null && days.includes(chosen) ? chosen : (days[0] ?? from);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <DayButtons role="group" aria-label="Jour">
        {days.map((each) => {
          const count = rows.filter(({ slot }) => slot.airDate === each).length;
          return (
            <Button
              key={each}
              variant={each === day ? 'default' : 'tertiary'}
              aria-pressed={each === day}
              onClick={() => setChosen(each)}
            >
              {`${frenchLongDay(each).split(' ').slice(0, 2).join(' ')} (${count})`}
            </Button>
          );
        })}
      </DayButtons>
      <Typography variant="delta" tag="h3">
        {frenchLongDay(day)}
        {day === today ? ' (aujourd’hui)' : ''}
      </Typography>
      {stations.map((station) => {
        const here = slotsAt(rows, station.code, day);
        return (
          <Flex key={station.code} direction="column" alignItems="stretch" gap={2}>
            <Typography fontWeight="semiBold" tag="h4">
              {station.name} ({station.code}) : {counted(here.length, 'diffusion', 'diffusions')}
            </Typography>
            {here.map((row) => (
              <SlotChip
                key={row.slot.id}
                row={row}
                timeZone={station.timeZone}
                now={now}
                onOpen={onOpen}
              />
            ))}
            {mayPlan && day >= today && (
              <div>
                <Button
                  variant="tertiary"
                  startIcon={<Plus />}
                  aria-label={`Ajouter une diffusion sur ${station.name}`}
                  onClick={() => onAdd(station, day, BANDS[0].drop)}
                >
                  Ajouter
                </Button>
              </div>
            )}
          </Flex>
        );
      })}
    </Flex>
  );
}
