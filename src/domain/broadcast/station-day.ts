import { addDays, type CalendarDay } from '../shared';
import { hasCheckDigit, withCheckDigit } from './check-digit';

/**
 * One station's day as its paper and its text messages speak of it: a short code for the day, a number for each line. What
 * was given once stays: a slot that comes later gets the next number, a cancelled one keeps its own.
 */
export type StationDay = {
  readonly stationCode: string;
  readonly day: CalendarDay;
  readonly code: string;
  readonly lines: readonly StationDayLine[];
};

export type StationDayLine = { readonly number: number; readonly slotId: string };

/** Days that pass before a code may stand for another day: a sheet found in a drawer must not confirm today. */
export const DAY_CODE_REST_DAYS = 90;

/**
 * No code begins with a zero: it would be left out when typed. Ten would give `104`, the example on every sheet: it stands for
 * no day, so that nobody confirms one by copying the example.
 */
export const FIRST_DAY_CODE_PAYLOAD = 11;

/** Days after which a day can no longer be confirmed by text message: nobody remembers it well. */
export const SMS_MAXIMUM_DAYS = 31;

/** `10` as `104`: the number and its check digit. */
export function writeDayCode(payload: number): string {
  return withCheckDigit(String(payload));
}

/** Whether this can be a day's code at all. */
export function isDayCode(code: string): boolean {
  return /^[1-9]\d{2,6}$/.test(code) && hasCheckDigit(code);
}

/** The first day for which a code given to this day may stand again. */
export function dayCodeFreeFrom(day: CalendarDay): CalendarDay {
  return addDays(day, DAY_CODE_REST_DAYS);
}

/**
 * Which of the days that a code stood for is meant: the latest one that has begun, else the next to come; null when the
 * code never stood for a day of this station.
 */
export function dayMeant(days: readonly CalendarDay[], today: CalendarDay): CalendarDay | null {
  const sorted = [...days].sort();
  return sorted.filter((day) => day <= today).at(-1) ?? sorted[0] ?? null;
}
