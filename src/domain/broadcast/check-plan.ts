import {
  acceptUnless,
  isCalendarDay,
  isClockTime,
  type CalendarDay,
  type ClockTime,
  type Result,
} from '../shared';
import type { SlotRefusal } from './check-slot';

/** One plan asks for at most this many slots: six stations, a month, ten a day fit; a slip of the hand does not. */
export const MAXIMUM_SLOTS = 2000;

/** A window leaves the presenter room, and is not a whole day. */
export const MINIMUM_WINDOW_MINUTES = 1;
export const MAXIMUM_WINDOW_MINUTES = 12 * 60;

/** A spot on stations, each of the days at each of the times (both in the station's zone). */
export type PlanAsked = {
  readonly spotCode: string;
  readonly stationCodes: readonly string[];
  readonly days: readonly CalendarDay[];
  readonly times: readonly ClockTime[];
  readonly windowMinutes: number;
};

function missing(asked: PlanAsked): SlotRefusal[] {
  const lists = {
    stations: asked.stationCodes,
    days: asked.days,
    times: asked.times,
  } as const;
  return (['stations', 'days', 'times'] as const)
    .filter((what) => lists[what].length === 0)
    .map((what) => ({ kind: 'nothing-asked', what }));
}

function malformed(asked: PlanAsked): SlotRefusal[] {
  const isWindow =
    Number.isInteger(asked.windowMinutes) &&
    asked.windowMinutes >= MINIMUM_WINDOW_MINUTES &&
    asked.windowMinutes <= MAXIMUM_WINDOW_MINUTES;
  return [
    ...asked.days
      .filter((day) => !isCalendarDay(day))
      .map((day) => ({ kind: 'day-malformed', day }) as const),
    ...asked.times
      .filter((time) => !isClockTime(time))
      .map((time) => ({ kind: 'time-malformed', time }) as const),
    ...(isWindow
      ? []
      : [
          {
            kind: 'window-malformed',
            minimumMinutes: MINIMUM_WINDOW_MINUTES,
            maximumMinutes: MAXIMUM_WINDOW_MINUTES,
          } as const,
        ]),
  ];
}

/**
 * The plan without repetitions, or why it is not even worth looking at: the number of slots is refused before
 * anything is looked up or built.
 */
export function checkPlan(asked: PlanAsked): Result<PlanAsked, SlotRefusal> {
  const tidy: PlanAsked = {
    ...asked,
    stationCodes: [...new Set(asked.stationCodes)],
    days: [...new Set(asked.days)].sort(),
    times: [...new Set(asked.times)].sort(),
  };
  const count = tidy.stationCodes.length * tidy.days.length * tidy.times.length;
  if (count > MAXIMUM_SLOTS) {
    return acceptUnless(tidy, [{ kind: 'too-many-slots', asked: count, maximum: MAXIMUM_SLOTS }]);
  }
  return acceptUnless(tidy, [...missing(tidy), ...malformed(tidy)]);
}
