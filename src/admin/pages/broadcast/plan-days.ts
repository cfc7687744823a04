import { addDays, isCalendarDay, type CalendarDay } from '../../../domain/shared';
import { DateTime } from 'luxon';

/** Monday to Sunday as 1 to 7 (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

/** A plan of more days than this is a slip of the hand; the server says how many slots it takes. */
const LONGEST_PLAN_DAYS = 400;

/** The days from one to another, both included, that fall on the weekdays asked for. None when the dates are not a range. */
export function daysToPlan(
  from: string,
  to: string,
  weekdays: readonly Weekday[],
): readonly CalendarDay[] {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return [];
  const days: CalendarDay[] = [];
  for (let day = from, count = 0; day <= to && count < LONGEST_PLAN_DAYS; count += 1) {
    if (weekdays.some((weekday) => weekday === weekdayOf(day))) days.push(day);
    day = addDays(day, 1);
  }
  return days;
}

function weekdayOf(day: CalendarDay): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}
