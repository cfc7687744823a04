import type { CalendarDay } from '../shared';
import type { SlotPlan } from './check-slot';
import type { FlightTerms } from './flight';
import type { StandingSlot } from './flight-facts';
import { isTooNear, openStationCalendar, overlapping } from './station-calendar';
import type { Slot } from './slot';

/** Whether a slot makes room for a flight: nobody has touched it, and its own flight counts less. */
export function givesWayTo(
  terms: Pick<FlightTerms, 'priority'>,
  { mayGiveWay, priority }: StandingSlot,
): boolean {
  return mayGiveWay && priority !== null && priority < terms.priority;
}

/**
 * Slots of lower priority count as free while a flight is planned on a station; of these, the ones that overlap what was
 * planned, stand too near to it or exceed the day's cap go.
 *
 * @param counts how many airings stand on each day without them.
 */
export function slotsGivingWay(
  terms: FlightTerms,
  yielding: readonly StandingSlot[],
  planned: readonly SlotPlan[],
  counts: ReadonlyMap<CalendarDay, number>,
  messageKeyOfSpot: (spotCode: string) => string,
): readonly Slot[] {
  if (yielding.length === 0 || planned.length === 0) return [];
  const distance = terms.separationMinutes * 60_000;
  const calendar = openStationCalendar(distance);
  const ofDay = new Map(counts);
  const plannedDays = new Set<CalendarDay>();
  for (const { windowStart, windowEnd, spotCode, airDate } of planned) {
    calendar.add({
      start: windowStart.getTime(),
      end: windowEnd.getTime(),
      messageKey: messageKeyOfSpot(spotCode),
      by: null,
    });
    plannedDays.add(airDate);
    ofDay.set(airDate, (ofDay.get(airDate) ?? 0) + 1);
  }
  const inOrder = [...yielding].sort(
    (one, other) =>
      one.slot.windowStart.getTime() - other.slot.windowStart.getTime() ||
      one.slot.spotCode.localeCompare(other.slot.spotCode),
  );
  return inOrder
    .filter(({ slot, messageKey }) => {
      const start = slot.windowStart.getTime();
      const end = slot.windowEnd.getTime();
      const count = ofDay.get(slot.airDate) ?? 0;
      const isInTheWay =
        overlapping(calendar, start, end) !== null ||
        isTooNear(calendar, messageKey, { start, end }, distance) ||
        (plannedDays.has(slot.airDate) && count >= terms.capADay);
      if (!isInTheWay) ofDay.set(slot.airDate, count + 1);
      return isInTheWay;
    })
    .map(({ slot }) => slot);
}
