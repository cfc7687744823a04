import type { Slot } from '../broadcast';
import { addDays, type CalendarDay } from '../shared';

/** A file may still be fetched this many days after its slot: a late or repeated airing. */
export const FETCH_DAYS_BACK = 3;

/** A file may be fetched this many days before its slot: the link may not be there tomorrow. */
export const FETCH_DAYS_AHEAD = 30;

export function fetchRange(today: CalendarDay): {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
} {
  return { from: addDays(today, -FETCH_DAYS_BACK), to: addDays(today, FETCH_DAYS_AHEAD) };
}

/** The slots for which a station may fetch a spot's file today. */
export function slotsNeeding(
  spotCode: string,
  slots: readonly Slot[],
  today: CalendarDay,
): readonly Slot[] {
  const { from, to } = fetchRange(today);
  return slots.filter(
    (slot) =>
      slot.spotCode === spotCode &&
      slot.state === 'planned' &&
      slot.airDate >= from &&
      slot.airDate <= to,
  );
}
