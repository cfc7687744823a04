import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { clockInZone, dayInZone, type CalendarDay } from '../../../../domain/shared';
import { useMay } from '../../../desk/permissions';
import type { DeskData } from '../../../desk/use-desk';
import type { PostCalendarOnWire, PostOnWire } from '../../../desk/wire';
import { Card } from '../../../parts/card';
import { frenchLongDay } from '../../../parts/figures';
import { Arrived } from '../../../parts/notices';
import {
  daysAround,
  entriesOf,
  isShown,
  networksOf,
  NO_FILTER,
  stepFrom,
  type CalendarView,
} from './calendar';
import { PostFilters } from './filters';
import { CalendarGrid } from './grid';
import { LeftBehind } from './left-behind';
import type { MovedAnswer } from './move-post-form';
import { freeTimeWords } from './next-free-time';
import { PostDialog, type Proposed } from './post-dialog';

/** The posts by days: what goes out when, what was left behind, and moving each of them. */
export function PostCalendar({
  posts,
  calendar,
  reload,
}: {
  readonly posts: readonly PostOnWire[];
  readonly calendar: DeskData<PostCalendarOnWire>;
  readonly reload: () => Promise<void>;
}) {
  return (
    <Arrived desk={calendar}>
      {(arrived) => (
        <Months
          posts={posts}
          calendar={arrived}
          reload={async () => {
            await Promise.all([reload(), calendar.reload()]);
          }}
        />
      )}
    </Arrived>
  );
}

/** `2026-12-01` as « décembre 2026 ». */
function monthWords(day: CalendarDay): string {
  return `${frenchLongDay(day).split(' ').at(-1) ?? ''} ${day.slice(0, 4)}`;
}

function Months({
  posts,
  calendar,
  reload,
}: {
  readonly posts: readonly PostOnWire[];
  readonly calendar: PostCalendarOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayPlan = useMay('desk.posts.plan');
  const { timeZone } = calendar;
  const today = dayInZone(new Date(calendar.now), timeZone);
  const [view, setView] = useState<CalendarView>('week');
  const [day, setDay] = useState<CalendarDay>(today);
  const [filter, setFilter] = useState(NO_FILTER);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const [moved, setMoved] = useState<MovedAnswer | null>(null);
  const shown = posts.filter((each) => isShown(filter, each));
  const days = daysAround(day, view);
  const entries = entriesOf(shown, timeZone).filter((entry) => days.includes(entry.day));
  const propose = (post: PostOnWire, to: Partial<Proposed> = {}) => {
    const dueAt = post.post.dueAt;
    const next = calendar.freeTimes[0];
    const start = dueAt ?? next ?? calendar.now;
    const at = new Date(start);
    setProposed({
      view: post,
      day: dayInZone(at, timeZone),
      time: clockInZone(at, timeZone),
      isDropped: false,
      ...to,
    });
  };
  const done = (answer: MovedAnswer) => {
    setProposed(null);
    setMoved(answer);
    void reload();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {moved !== null && (
        <MovedNotice moved={moved} timeZone={timeZone} onClose={() => setMoved(null)} />
      )}
      <LeftBehind posts={shown} timeZone={timeZone} mayPlan={mayPlan} onPropose={propose} />
      <Card title={view === 'week' ? 'La semaine' : 'Le mois'}>
        <Queue calendar={calendar} />
        <PostFilters filter={filter} networks={networksOf(posts)} onChange={setFilter} />
        <Flex gap={2} wrap="wrap" justifyContent="space-between">
          <Typography fontWeight="semiBold">
            {view === 'week'
              ? `Du ${frenchLongDay(days[0] ?? day)} au ${frenchLongDay(days.at(-1) ?? day)}`
              : monthWords(day)}
          </Typography>
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" onClick={() => setDay(stepFrom(day, view, -1))}>
              Avant
            </Button>
            <Button variant="tertiary" onClick={() => setDay(today)}>
              Aujourd’hui
            </Button>
            <Button variant="tertiary" onClick={() => setDay(stepFrom(day, view, 1))}>
              Après
            </Button>
            <Button variant="secondary" onClick={() => setView(view === 'week' ? 'month' : 'week')}>
              {view === 'week' ? 'Voir le mois' : 'Voir la semaine'}
            </Button>
          </Flex>
        </Flex>
        {entries.length === 0 && (
          <Typography>
            {shown.length < posts.length
              ? 'Aucune publication ne correspond à ces filtres sur ces jours.'
              : 'Aucune publication prévue sur ces jours.'}
          </Typography>
        )}
        <CalendarGrid
          days={days}
          month={view === 'month' ? day : null}
          today={today}
          entries={entries}
          mayPlan={mayPlan}
          onOpen={(entry) => propose(entry.view)}
          onDrop={(entry, to) => propose(entry.view, { day: to, isDropped: true })}
        />
      </Card>
      {proposed !== null && (
        <PostDialog
          proposed={proposed}
          calendar={calendar}
          onClose={() => setProposed(null)}
          onMoved={done}
        />
      )}
    </Flex>
  );
}

function MovedNotice({
  moved,
  timeZone,
  onClose,
}: {
  readonly moved: MovedAnswer;
  readonly timeZone: string;
  readonly onClose: () => void;
}) {
  return (
    <div role="status">
      <Alert
        variant={moved.isApproved ? 'success' : 'warning'}
        title={`Déplacée au ${freeTimeWords(moved.dueAt, timeZone)}`}
        closeLabel="Fermer"
        onClose={onClose}
      >
        {moved.isApproved
          ? 'La publication reste approuvée.'
          : 'La publication attend une approbation : rien ne part avant.'}
      </Alert>
    </div>
  );
}

function Queue({
  calendar: { freeTimes, postingTimes, timeZone },
}: {
  readonly calendar: PostCalendarOnWire;
}) {
  const [next] = freeTimes;
  if (postingTimes.length === 0) {
    return (
      <Typography textColor="neutral700">
        Pas encore de créneaux habituels : ajoutez-les à la fiche de la campagne, et le prochain
        créneau libre sera proposé ici.
      </Typography>
    );
  }
  return (
    <Typography>
      {next === undefined
        ? 'Tous les créneaux des trois prochains mois sont pris.'
        : `Prochain créneau libre : ${freeTimeWords(next, timeZone)}.`}
    </Typography>
  );
}
