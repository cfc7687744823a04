import { addDays, type CalendarDay } from '../shared';

/** A station is given today and the week that follows: a line that is down for days costs no airing. */
export const MANIFEST_DAYS_AHEAD = 7;

/** First and last day of the list that is frozen on a day. */
export function manifestRange(today: CalendarDay): {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
} {
  return { from: today, to: addDays(today, MANIFEST_DAYS_AHEAD) };
}

/** Every day of a list, in order. */
export function manifestDays(manifest: {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = manifest.from; day <= manifest.to; day = addDays(day, 1)) days.push(day);
  return days;
}
