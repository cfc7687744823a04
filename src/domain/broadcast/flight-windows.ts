import {
  addDays,
  addMinutes,
  dayInZone,
  instantInZone,
  type CalendarDay,
  type ClockTime,
} from '../shared';
import type { Daypart, FlightTerms } from './flight';

/** A window on the calendar of one zone. */
export type FlightWindow = {
  readonly day: CalendarDay;
  readonly time: ClockTime;
  readonly start: Date;
  readonly end: Date;
  /** The day of its last moment: another one when it crosses midnight. */
  readonly lastDay: CalendarDay;
};

/** The windows of one day, daypart by daypart. A time that the clocks skip that day has none. */
export type DayWindows = readonly (readonly (FlightWindow | { readonly skipped: ClockTime })[])[];

/** Where one of the day's airings should lie: in which daypart, and its windows in order of preference. */
export type Place = { readonly daypart: number; readonly order: readonly number[] };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clockOf(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Windows side by side within a daypart, by the time they begin. */
export function windowsInDaypart(daypart: Daypart, windowMinutes: number): readonly ClockTime[] {
  const times: ClockTime[] = [];
  const end = minutesOf(daypart.to);
  for (let at = minutesOf(daypart.from); at + windowMinutes <= end; at += windowMinutes) {
    times.push(clockOf(at));
  }
  return times;
}

/** Nearest first; of two equally near the later one. */
function byDistance(ideal: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).sort(
    (one, other) => Math.abs(one - ideal) - Math.abs(other - ideal) || other - one,
  );
}

/** Spreads the day's airings: the dayparts take turns, and within each they lie evenly. In order of time. */
export function placesOfDay(
  terms: Pick<FlightTerms, 'dayparts' | 'timesADay' | 'windowMinutes'>,
): readonly Place[] {
  const room = terms.dayparts.map(
    (daypart) => windowsInDaypart(daypart, terms.windowMinutes).length,
  );
  const given = room.map(() => 0);
  for (let left = terms.timesADay, turn = 0; left > 0; turn += 1) {
    const daypart = turn % room.length;
    if (turn >= terms.timesADay * room.length) break;
    if ((given[daypart] ?? 0) >= (room[daypart] ?? 0)) continue;
    given[daypart] = (given[daypart] ?? 0) + 1;
    left -= 1;
  }
  return given.flatMap((count, daypart) =>
    Array.from({ length: count }, (_, place) => {
      const windows = room[daypart] ?? 0;
      return { daypart, order: byDistance(Math.floor(((place + 0.5) * windows) / count), windows) };
    }),
  );
}

/**
 * Midnight of days that have 24 hours, on which every clock time comes once; null for one on which the clocks change.
 * A zone's calendar is slow to ask: each midnight is asked for once, though it ends one day and begins another.
 */
function openMidnights(timeZone: string): (day: CalendarDay) => number | null {
  const known = new Map<CalendarDay, number | null>();
  const midnightOf = (day: CalendarDay) => {
    const answer = known.get(day);
    if (answer !== undefined) return answer;
    const asked = instantInZone(day, '00:00', timeZone)?.getTime() ?? null;
    known.set(day, asked);
    return asked;
  };
  return (day) => {
    const midnight = midnightOf(day);
    const next = midnightOf(addDays(day, 1));
    if (midnight === null || next === null) return null;
    return next - midnight === DAY_MINUTES * MINUTE_MS ? midnight : null;
  };
}

/**
 * The windows of every day in one zone. Stations share zones: a day is looked up once, not once a station; only on a day on
 * which the clocks change is each time looked up on its own.
 */
export function windowsInZone(
  terms: Pick<FlightTerms, 'dayparts' | 'windowMinutes'>,
  days: readonly CalendarDay[],
  timeZone: string,
): ReadonlyMap<CalendarDay, DayWindows> {
  const times = terms.dayparts.map((daypart) => windowsInDaypart(daypart, terms.windowMinutes));
  const windowAt = (day: CalendarDay, time: ClockTime, midnight: number | null) => {
    if (midnight !== null && minutesOf(time) + terms.windowMinutes <= DAY_MINUTES) {
      const start = new Date(midnight + minutesOf(time) * MINUTE_MS);
      return { day, time, start, end: addMinutes(start, terms.windowMinutes), lastDay: day };
    }
    const start = instantInZone(day, time, timeZone);
    if (start === null) return { skipped: time };
    const end = addMinutes(start, terms.windowMinutes);
    return { day, time, start, end, lastDay: dayInZone(new Date(end.getTime() - 1), timeZone) };
  };
  const regularMidnight = openMidnights(timeZone);
  return new Map(
    days.map((day) => {
      const midnight = regularMidnight(day);
      return [day, times.map((part) => part.map((time) => windowAt(day, time, midnight)))];
    }),
  );
}
