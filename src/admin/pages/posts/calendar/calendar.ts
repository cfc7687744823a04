import {
  addDays,
  clockInZone,
  dayInZone,
  LANGUAGES,
  type CalendarDay,
  type Language,
} from '../../../../domain/shared';
import { NETWORKS, type Network } from '../../../../domain/social';
import type { PostOnWire } from '../../../desk/wire';
import { postSign, type PostSign } from './post-sign';

export type CalendarView = 'week' | 'month';

/** A post on the calendar, on the campaign's clock. */
export type Entry = {
  readonly view: PostOnWire;
  readonly day: CalendarDay;
  readonly time: string;
  readonly sign: PostSign;
};

/** Monday is 0. */
function weekdayOf(day: CalendarDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -weekdayOf(day));
}

/** The days that are shown around one: its week, or the whole weeks of its month. */
export function daysAround(day: CalendarDay, view: CalendarView): readonly CalendarDay[] {
  const firstOfMonth = `${day.slice(0, 8)}01`;
  const first = mondayOf(view === 'week' ? day : firstOfMonth);
  const days: CalendarDay[] = [];
  for (let each = first; ; each = addDays(each, 1)) {
    const isNextWeek = days.length > 0 && days.length % 7 === 0;
    if (isNextWeek && (view === 'week' || each.slice(0, 7) > day.slice(0, 7))) return days;
    days.push(each);
  }
}

/** A day in the period before or after. */
export function stepFrom(day: CalendarDay, view: CalendarView, direction: -1 | 1): CalendarDay {
  if (view === 'week') return addDays(day, 7 * direction);
  const first = `${day.slice(0, 8)}01`;
  return direction === 1
    ? `${addDays(first, 31).slice(0, 8)}01`
    : `${addDays(first, -1).slice(0, 8)}01`;
}

/** The posts that have a time, in its order. */
export function entriesOf(views: readonly PostOnWire[], timeZone: string): readonly Entry[] {
  return views
    .flatMap((view): Entry[] => {
      if (view.post.dueAt === null) return [];
      const at = new Date(view.post.dueAt);
      const sign = postSign(view);
      return [{ view, day: dayInZone(at, timeZone), time: clockInZone(at, timeZone), sign }];
    })
    .sort((one, other) => `${one.day}${one.time}`.localeCompare(`${other.day}${other.time}`));
}

/** What the calendar is narrowed down to; null for everything. */
export type PostFilter = {
  readonly network: Network | null;
  readonly language: Language | null;
  readonly sign: PostSign | null;
};

export const NO_FILTER: PostFilter = { network: null, language: null, sign: null };

/** The languages that a post speaks. */
export function languagesOfView({ post, weights }: PostOnWire): readonly Language[] {
  const spoken = new Set([...weights.map(({ language }) => language), ...Object.keys(post.texts)]);
  return LANGUAGES.filter((language) => spoken.has(language));
}

export function isShown({ network, language, sign }: PostFilter, view: PostOnWire): boolean {
  return (
    (network === null || view.networks.includes(network)) &&
    (language === null || languagesOfView(view).includes(language)) &&
    (sign === null || postSign(view) === sign)
  );
}

/** The networks that there is something to choose of, in their order. */
export function networksOf(views: readonly PostOnWire[]): readonly Network[] {
  const used = new Set(views.flatMap(({ networks }) => networks));
  return NETWORKS.filter((network) => used.has(network));
}
