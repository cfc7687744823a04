import {
  accept,
  dayInZone,
  isCalendarDay,
  isClockTime,
  refuse,
  type CalendarDay,
  type ClockTime,
  type Result,
} from '../shared';
import { checkSlot, type SlotFacts, type SlotPlan, type SlotRefusal } from './check-slot';
import type { FlightTerms } from './flight';
import type { Slot } from './slot';

export type MoveRefusal =
  | SlotRefusal
  | { readonly kind: 'move-cancelled' }
  /** Its window began: what became of it belongs to the ledger. */
  | { readonly kind: 'move-begun' }
  | { readonly kind: 'move-answered' }
  | { readonly kind: 'move-nowhere' }
  /** A make-good is owed by the station that missed the airing. */
  | { readonly kind: 'move-make-good-elsewhere'; readonly stationCode: string }
  | {
      readonly kind: 'move-outside-flight';
      readonly name: string;
      readonly from: CalendarDay;
      readonly to: CalendarDay;
    }
  /** The same spot stands there already, or somebody changed the slot meanwhile. */
  | { readonly kind: 'move-taken' };

export type MoveFacts = SlotFacts & {
  readonly terms: FlightTerms | null;
  readonly isAnswered: boolean;
  /** It was planned in the place of a missed one. */
  readonly isMakeGood: boolean;
};

/**
 * A slot at another time, or on another station: it keeps its spot and its length, and is checked as one that is added
 * there.
 * @param facts those of the station that it goes to
 */
export function checkMove(
  slot: Slot,
  target: { readonly day: CalendarDay; readonly time: ClockTime },
  facts: MoveFacts,
): Result<SlotPlan, MoveRefusal> {
  const { now, terms, station } = facts;
  if (slot.state === 'cancelled') return refuse({ kind: 'move-cancelled' });
  if (facts.isAnswered) return refuse({ kind: 'move-answered' });
  if (slot.windowStart <= now) return refuse({ kind: 'move-begun' });
  const isElsewhere = station.code !== slot.stationCode;
  if (isElsewhere && facts.isMakeGood) {
    return refuse({ kind: 'move-make-good-elsewhere', stationCode: slot.stationCode });
  }
  if (!isCalendarDay(target.day)) return refuse({ kind: 'day-malformed', day: target.day });
  if (!isClockTime(target.time)) return refuse({ kind: 'time-malformed', time: target.time });
  const windowMinutes = Math.round(
    (slot.windowEnd.getTime() - slot.windowStart.getTime()) / 60_000,
  );
  const { plan, refusals } = checkSlot({ ...target, windowMinutes }, facts);
  const [first, ...others] = refusals;
  if (first !== undefined) return refuse(first, ...others);
  if (plan === null) return refuse({ kind: 'move-nowhere' });
  if (!isElsewhere && plan.windowStart.getTime() === slot.windowStart.getTime()) {
    return refuse({ kind: 'move-nowhere' });
  }
  const lastDay = dayInZone(new Date(plan.windowEnd.getTime() - 1), station.timeZone);
  if (terms !== null && (plan.airDate < terms.from || lastDay > terms.to)) {
    const { name, from, to } = terms;
    return refuse({ kind: 'move-outside-flight', name, from, to });
  }
  return accept(plan);
}
