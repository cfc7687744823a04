import {
  accept,
  addDays,
  clockInZone,
  dayInZone,
  instantInZone,
  isCalendarDay,
  isClockTime,
  isSpotCode,
  refuse,
  type CalendarDay,
  type ClockTime,
  type Result,
} from '../shared';
import { MISSED_REASONS, type Airing, type MissedReason } from './airing';
import type { Slot } from './slot';

/** Why a confirmation cannot be written into the ledger. */
export type AiringRefusal =
  | { readonly kind: 'slot-cancelled' }
  | { readonly kind: 'slot-in-the-future'; readonly windowStart: Date }
  | { readonly kind: 'time-missing' }
  | { readonly kind: 'time-malformed'; readonly time: string }
  | { readonly kind: 'day-malformed'; readonly day: string }
  | { readonly kind: 'time-skipped'; readonly day: CalendarDay; readonly time: ClockTime }
  | { readonly kind: 'time-in-the-future'; readonly airedAt: Date }
  | { readonly kind: 'time-outside-window'; readonly from: ClockTime; readonly to: ClockTime }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'too-long-ago'; readonly maximumDays: number }
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  /** There is a slot for it: it is confirmed there, or the same airing would count twice. */
  | { readonly kind: 'was-planned'; readonly from: ClockTime; readonly to: ClockTime }
  | { readonly kind: 'key-malformed' }
  /** Somebody else answered after this answer was given and before it arrived; that answer stands. */
  | {
      readonly kind: 'answered-meanwhile';
      readonly outcome: Airing['outcome'];
      readonly evidence: Airing['evidence'];
    };

/** What somebody says about a slot. */
export type SlotStatement = {
  readonly outcome: 'aired' | 'aired-at-another-time' | 'missed';
  /** `HH:MM` in the station's zone. Needed for another time; without it, "aired" means the window's start. */
  readonly airedTime?: ClockTime | null;
  readonly missedReason?: MissedReason | null;
};

/** The part of a ledger entry that the statement decides. */
export type AiringDecision = Pick<Airing, 'outcome' | 'airedAt' | 'missedReason'>;

/** An unplanned airing always has its instant. */
export type UnplannedDecision = AiringDecision & { readonly airedAt: Date };

/** An unplanned airing is written down while people still remember it. */
export const UNPLANNED_MAXIMUM_DAYS = 31;

/** Keys are made by pages and scripts, a UUID as a rule: bounded, so that the ledger cannot be stuffed. */
export function isIdempotencyKey(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{8,100}$/.test(value);
}

/**
 * The instant a clock time means for a slot: on its air date or, for a window near midnight, on the neighbouring
 * day, whichever lies nearest to the window.
 */
function nearestInstant(slot: Slot, time: ClockTime, timeZone: string): Date | null {
  const middle = (slot.windowStart.getTime() + slot.windowEnd.getTime()) / 2;
  const lastDay = dayInZone(new Date(slot.windowEnd.getTime() - 1), timeZone);
  const days = lastDay === slot.airDate ? [slot.airDate] : [slot.airDate, addDays(slot.airDate, 1)];
  const candidates = days
    .map((day) => instantInZone(day, time, timeZone))
    .filter((instant) => instant !== null)
    .sort((left, right) => Math.abs(left.getTime() - middle) - Math.abs(right.getTime() - middle));
  return candidates[0] ?? null;
}

/** Reads a statement about a planned slot; it changes nothing, the ledger gets a new entry. */
export function decideAiring(
  slot: Slot,
  said: SlotStatement,
  at: { readonly now: Date; readonly timeZone: string },
): Result<AiringDecision, AiringRefusal> {
  if (slot.state === 'cancelled') return refuse({ kind: 'slot-cancelled' });
  if (slot.windowStart > at.now) {
    return refuse({ kind: 'slot-in-the-future', windowStart: slot.windowStart });
  }
  if (said.outcome === 'missed') {
    const reason = MISSED_REASONS.find((known) => known === said.missedReason);
    return reason === undefined
      ? refuse({ kind: 'reason-missing' })
      : accept({ outcome: 'missed', airedAt: null, missedReason: reason });
  }

  const time = said.airedTime ?? null;
  if (time === null || time === '') {
    return said.outcome === 'aired'
      ? accept({ outcome: 'aired', airedAt: slot.windowStart, missedReason: null })
      : refuse({ kind: 'time-missing' });
  }
  if (!isClockTime(time)) return refuse({ kind: 'time-malformed', time });
  const airedAt = nearestInstant(slot, time, at.timeZone);
  if (airedAt === null) return refuse({ kind: 'time-skipped', day: slot.airDate, time });
  if (airedAt > at.now) return refuse({ kind: 'time-in-the-future', airedAt });
  if (said.outcome === 'aired' && (airedAt < slot.windowStart || airedAt > slot.windowEnd)) {
    return refuse({
      kind: 'time-outside-window',
      from: clockInZone(slot.windowStart, at.timeZone),
      to: clockInZone(slot.windowEnd, at.timeZone),
    });
  }
  return accept({ outcome: said.outcome, airedAt, missedReason: null });
}

/**
 * Reads a statement about an airing that nobody had planned.
 *
 * @param slots the station's slots around that day.
 */
export function decideUnplannedAiring(
  said: { readonly spotCode: string; readonly day: CalendarDay; readonly time: ClockTime },
  slots: readonly Slot[],
  at: { readonly now: Date; readonly timeZone: string },
): Result<UnplannedDecision, AiringRefusal> {
  if (!isSpotCode(said.spotCode)) return refuse({ kind: 'unknown-spot', spotCode: said.spotCode });
  if (!isCalendarDay(said.day)) return refuse({ kind: 'day-malformed', day: said.day });
  if (said.time === '') return refuse({ kind: 'time-missing' });
  if (!isClockTime(said.time)) return refuse({ kind: 'time-malformed', time: said.time });
  const airedAt = instantInZone(said.day, said.time, at.timeZone);
  if (airedAt === null) return refuse({ kind: 'time-skipped', day: said.day, time: said.time });
  if (airedAt > at.now) return refuse({ kind: 'time-in-the-future', airedAt });
  const oldest = addDays(dayInZone(at.now, at.timeZone), -UNPLANNED_MAXIMUM_DAYS);
  if (said.day < oldest) {
    return refuse({ kind: 'too-long-ago', maximumDays: UNPLANNED_MAXIMUM_DAYS });
  }
  const planned = slots.find(
    (slot) =>
      slot.state === 'planned' &&
      slot.spotCode === said.spotCode &&
      slot.windowStart <= airedAt &&
      airedAt <= slot.windowEnd,
  );
  if (planned !== undefined) {
    return refuse({
      kind: 'was-planned',
      from: clockInZone(planned.windowStart, at.timeZone),
      to: clockInZone(planned.windowEnd, at.timeZone),
    });
  }
  return accept({ outcome: 'unplanned', airedAt, missedReason: null });
}
