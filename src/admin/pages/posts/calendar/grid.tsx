import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import styled from 'styled-components';

import type { CalendarDay } from '../../../../domain/shared';
import { frenchLongDay } from '../../../parts/figures';
import type { Entry } from './calendar';
import { PostChip } from './post-chip';

/** From this width on, seven days fit side by side; below it the days follow each other. */
const WIDE = '(min-width: 1100px)';

const Wide = styled.div`
  display: none;
  @media ${WIDE} {
    display: block;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.6rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  th {
    font-size: 1.3rem;
    font-weight: 600;
  }
  td {
    height: 11rem;
  }
  .date {
    display: block;
    margin-bottom: 0.4rem;
    font-size: 1.3rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  td[data-other='true'] {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  td[data-today='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  td[data-drop='true'] {
    outline: 2px dashed ${({ theme }) => theme.colors.primary600};
    outline-offset: -3px;
  }
`;

const Narrow = styled.div`
  @media ${WIDE} {
    display: none;
  }
`;

type Props = {
  readonly days: readonly CalendarDay[];
  /** A day of the month that is shown; null for a week. */
  readonly month: CalendarDay | null;
  readonly today: CalendarDay;
  readonly entries: readonly Entry[];
  readonly mayPlan: boolean;
  readonly onOpen: (entry: Entry) => void;
  readonly onDrop: (entry: Entry, day: CalendarDay) => void;
};

/** The days as a table where there is room, else as a list. */
export function CalendarGrid(props: Props) {
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

function weeksOf(days: readonly CalendarDay[]): readonly (readonly CalendarDay[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
}

function Grid(props: Props) {
  const [dragged, setDragged] = useState<Entry | null>(null);
  const [first = []] = weeksOf(props.days);
  return (
    <table>
      <thead>
        <tr>
          {first.map((day) => (
            <th key={day} scope="col">
              {frenchLongDay(day).split(' ')[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.days).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} {...props} day={day} dragged={dragged} onDrag={setDragged} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  month,
  today,
  entries,
  mayPlan,
  dragged,
  onDrag,
  onOpen,
  onDrop,
}: Props & {
  readonly day: CalendarDay;
  readonly dragged: Entry | null;
  readonly onDrag: (entry: Entry | null) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  const takes = dragged !== null && day >= today && dragged.day !== day;
  const number = Number(day.slice(8));
  return (
    <td
      data-today={day === today}
      data-other={month !== null && day.slice(0, 7) !== month.slice(0, 7)}
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
        onDrag(null);
        onDrop(dragged, day);
      }}
    >
      <span className="date">
        {number === 1 || month === null ? frenchLongDay(day).split(' ').slice(1).join(' ') : number}
        {day === today ? ' (aujourd’hui)' : ''}
      </span>
      <Flex direction="column" alignItems="stretch" gap={1}>
        {entries
          .filter((entry) => entry.day === day)
          .map((entry) => (
            <PostChip
              key={entry.view.post.documentId}
              entry={entry}
              onOpen={onOpen}
              {...(mayPlan ? { onDrag } : {})}
            />
          ))}
      </Flex>
    </td>
  );
}

/** Only days on which something goes out: a telephone has no room for empty ones. */
function DayList({ days, today, entries, onOpen }: Props) {
  const busy = days.filter((day) => entries.some((entry) => entry.day === day));
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {busy.map((day) => (
        <Flex key={day} direction="column" alignItems="stretch" gap={2}>
          <Typography variant="delta" tag="h3">
            {frenchLongDay(day)}
            {day === today ? ' (aujourd’hui)' : ''}
          </Typography>
          {entries
            .filter((entry) => entry.day === day)
            .map((entry) => (
              <PostChip key={entry.view.post.documentId} entry={entry} onOpen={onOpen} />
            ))}
        </Flex>
      ))}
    </Flex>
  );
}
