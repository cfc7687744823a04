import { addDays, dayInZone, instantInZone } from '../shared';
import type { ClockTime } from '../shared';

/** In the order of the calendar: Monday is day 1 (ISO 8601). */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of the week at which posts usually go out, on the campaign's clock. */
export type PostingTime = { readonly weekday: Weekday; readonly time: ClockTime };

/** A queue that is full for so long holds too many posts: somebody has to look. */
const DAYS_AHEAD = 92;

function weekdayOf(day: string): Weekday | undefined {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7];
}

/**
 * The first times of the queue after an instant at which nothing goes out yet, in order; fewer than asked for when
 * the next three months are full, none without a queue. A time that the clocks skip in spring falls out that week; one
 * that they show twice in autumn is there once, the first time.
 *
 * @param taken when other posts go out.
 */
export function freeTimes(
  queue: readonly PostingTime[],
  taken: readonly Date[],
  after: Date,
  timeZone: string,
  count: number,
): readonly Date[] {
  const busy = new Set(taken.map((at) => at.getTime()));
  const first = dayInZone(after, timeZone);
  const free = new Set<number>();
  for (let ahead = 0; ahead <= DAYS_AHEAD && free.size < count; ahead += 1) {
    const day = addDays(first, ahead);
    const times = queue.filter(({ weekday }) => weekday === weekdayOf(day)).map(({ time }) => time);
    for (const time of [...times].sort()) {
      const at = instantInZone(day, time, timeZone)?.getTime();
      if (at === undefined || at <= after.getTime() || busy.has(at)) continue;
      if (free.size < count) free.add(at);
    }
  }
  return [...free].map((at) => new Date(at));
}
