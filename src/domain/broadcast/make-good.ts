import {
  addDays,
  addMinutes,
  clockInZone,
  dayInZone,
  accept,
  refuse,
  type CalendarDay,
  type Result,
} from '../shared';
import { checkSlot, type SlotFacts, type SlotPlan, type SlotRefusal } from './check-slot';
import { flightDays, type FlightTerms } from './flight';
import { messageKeyOf, type StandingSlot } from './flight-facts';
import { windowsInDaypart } from './flight-windows';
import type { Slot } from './slot';
import { isTooNear, openStationCalendar, overlapping } from './station-calendar';

/** A make-good begins at least this much later: the station must see it, and may have to fetch the file. */
export const MAKE_GOOD_LEAD_MINUTES = 120;

export type MakeGoodRefusal =
  | SlotRefusal
  | { readonly kind: 'not-missed' }
  | { readonly kind: 'already-made-good' }
  | { readonly kind: 'no-window-left'; readonly until: CalendarDay };

export type MakeGoodFacts = SlotFacts & {
  /** The flight of the missed slot; null when a person had placed it by hand. */
  readonly terms: FlightTerms | null;
  /** Every living slot on the station. */
  readonly standing: readonly StandingSlot[];
};

/** Reasons that no other window would take away. */
const EVERYWHERE: readonly SlotRefusal['kind'][] = ['language-not-spoken', 'not-prepared'];

/** Without a flight: the same time of day, as long as the spot may be aired. */
function searchOf(missed: Slot, { terms, spot, station, now }: MakeGoodFacts) {
  const windowMinutes = Math.round(
    (missed.windowEnd.getTime() - missed.windowStart.getTime()) / 60_000,
  );
  const today = dayInZone(now, station.timeZone);
  const from = [today, terms?.from ?? spot.flightStart].sort()[1] ?? today;
  const to = terms?.to ?? spot.flightEnd;
  const weekdays = terms?.weekdays ?? [1, 2, 3, 4, 5, 6, 7];
  // Midnight in one zone is not midnight in another: the day before is looked at too.
  const days = flightDays({ from: addDays(from, -1), to, weekdays });
  const times =
    terms === null
      ? [clockInZone(missed.windowStart, station.timeZone)]
      : terms.dayparts.flatMap((daypart) => windowsInDaypart(daypart, terms.windowMinutes));
  return { days, times, to, windowMinutes: terms?.windowMinutes ?? windowMinutes };
}

/** The next free window within the flight's dates in which a missed spot can be aired after all. */
export function proposeMakeGood(
  missed: Slot,
  facts: MakeGoodFacts,
): Result<SlotPlan, MakeGoodRefusal> {
  const { terms, spot, station, standing, now } = facts;
  const distance = (terms?.separationMinutes ?? 0) * 60_000;
  const calendar = openStationCalendar(distance);
  const ofDay = new Map<CalendarDay, number>();
  for (const other of standing) {
    calendar.add({
      start: other.slot.windowStart.getTime(),
      end: other.slot.windowEnd.getTime(),
      messageKey: other.messageKey,
      by: other,
    });
    ofDay.set(other.slot.airDate, (ofDay.get(other.slot.airDate) ?? 0) + 1);
  }
  const { days, times, to, windowMinutes } = searchOf(missed, facts);
  const earliest = addMinutes(now, MAKE_GOOD_LEAD_MINUTES);
  for (const day of days) {
    if (terms !== null && (ofDay.get(day) ?? 0) >= terms.capADay) continue;
    for (const time of times) {
      const { plan, refusals } = checkSlot({ day, time, windowMinutes }, facts);
      const [first, ...others] = refusals.filter(({ kind }) => EVERYWHERE.includes(kind));
      if (first !== undefined) return refuse(first, ...others);
      if (plan === null || plan.windowStart < earliest) continue;
      if (dayInZone(new Date(plan.windowEnd.getTime() - 1), station.timeZone) > to) continue;
      const start = plan.windowStart.getTime();
      const end = plan.windowEnd.getTime();
      if (overlapping(calendar, start, end) !== null) continue;
      if (isTooNear(calendar, messageKeyOf(spot), { start, end }, distance)) continue;
      return accept(plan);
    }
  }
  return refuse({ kind: 'no-window-left', until: to });
}
