import type { StandingSlot } from './flight-facts';

/** A stretch of time that is taken on a station, in milliseconds. `by` is null for the flight itself. */
export type Taken = {
  readonly start: number;
  readonly end: number;
  readonly messageKey: string;
  readonly by: StandingSlot | null;
};

export type StationCalendar = {
  add(taken: Taken): void;
  /** What is taken within the stretch, or so near to it that it may count. */
  find(start: number, end: number, test: (taken: Taken) => boolean): Taken | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** The longest window there is. */
const LONGEST_WINDOW_MS = DAY_MS / 2;

/**
 * What is taken on a station, by the day (UTC) on which it begins: a month of airings is asked for near ones only.
 *
 * @param distanceMs how far apart two airings may be and still matter to each other.
 */
export function openStationCalendar(distanceMs: number): StationCalendar {
  const byDay = new Map<number, Taken[]>();
  return {
    add(taken) {
      const day = Math.floor(taken.start / DAY_MS);
      const list = byDay.get(day);
      if (list === undefined) byDay.set(day, [taken]);
      else list.push(taken);
    },
    find(start, end, test) {
      const first = Math.floor((start - distanceMs - LONGEST_WINDOW_MS) / DAY_MS);
      const last = Math.floor((end + distanceMs) / DAY_MS);
      for (let day = first; day <= last; day += 1) {
        for (const taken of byDay.get(day) ?? []) if (test(taken)) return taken;
      }
      return null;
    },
  };
}

/** What overlaps a stretch of time. */
export function overlapping(calendar: StationCalendar, start: number, end: number): Taken | null {
  return calendar.find(start, end, (taken) => taken.start < end && taken.end > start);
}

/**
 * Whether the same message is too near. A window may be aired at its first or at its last moment: what counts is the time
 * between both windows.
 */
export function isTooNear(
  calendar: StationCalendar,
  messageKey: string,
  window: { readonly start: number; readonly end: number },
  distanceMs: number,
): boolean {
  if (distanceMs === 0) return false;
  const found = calendar.find(
    window.start,
    window.end,
    (taken) =>
      taken.messageKey === messageKey &&
      taken.start < window.end + distanceMs &&
      taken.end > window.start - distanceMs,
  );
  return found !== null;
}
