import { DateTime, IANAZone } from 'luxon';

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type CalendarDay = string;

/** A wall-clock time of day, `HH:MM`, 00:00 to 23:59. */
export type ClockTime = string;

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isCalendarDay(value: unknown): value is CalendarDay {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    DateTime.fromISO(value, { zone: 'utc' }).isValid
  );
}

export function isClockTime(value: unknown): value is ClockTime {
  return typeof value === 'string' && CLOCK_TIME.test(value);
}

export function isTimeZone(value: unknown): value is string {
  return typeof value === 'string' && IANAZone.isValidZone(value);
}

/** The calendar day that an instant falls on in an IANA zone. */
export function dayInZone(instant: Date, timeZone: string): CalendarDay {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The clock time of an instant in an IANA zone. */
export function clockInZone(instant: Date, timeZone: string): ClockTime {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('HH:mm');
}

/**
 * The instant of a wall-clock time in an IANA zone, or null when the clocks skip it (spring DST jump).
 * Where the clocks show it twice (autumn), the first of the two is meant.
 */
export function instantInZone(day: CalendarDay, time: ClockTime, timeZone: string): Date | null {
  const moment = DateTime.fromISO(`${day}T${time}`, { zone: timeZone });
  if (!moment.isValid) return null;
  if (moment.toFormat("yyyy-MM-dd'T'HH:mm") !== `${day}T${time}`) return null;
  const possible = moment.getPossibleOffsets();
  return (possible[0] ?? moment).toJSDate();
}

/** The day `days` later (negative: earlier). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
