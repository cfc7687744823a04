import { clockInZone, dayInZone, type CalendarDay, type ClockTime } from '../shared';
import type { Airing, MissedReason } from './airing';
import type { Slot } from './slot';

/** What became of a make-good. */
export type MakeGoodState = 'aired' | 'missed' | 'unanswered' | 'to-come';

/** A missed window and the one that was planned in its place; days and times on the station's clock. */
export type MadeGood = {
  readonly spotCode: string;
  readonly missedDay: CalendarDay;
  readonly missedTime: ClockTime;
  readonly missedReason: MissedReason | null;
  /** When it went on air where it did, else when its window opens. */
  readonly day: CalendarDay;
  readonly time: ClockTime;
  readonly state: MakeGoodState;
};

/**
 * Each missed slot beside its make-good, the earliest missed first.
 * @param airings what the ledger says now: entries that nothing supersedes
 */
export function listMadeGood(
  pairs: readonly { readonly missed: Slot; readonly makeGood: Slot }[],
  airings: readonly Airing[],
  at: { readonly now: Date; readonly timeZone: string },
): readonly MadeGood[] {
  const said = new Map(airings.map((airing) => [airing.slotId, airing]));
  return [...pairs]
    .sort(
      (one, other) =>
        one.missed.windowStart.getTime() - other.missed.windowStart.getTime() ||
        (one.missed.id < other.missed.id ? -1 : 1),
    )
    .map(({ missed, makeGood }) => {
      const answer = said.get(makeGood.id);
      const moment = answer?.airedAt ?? makeGood.windowStart;
      return {
        spotCode: missed.spotCode,
        missedDay: dayInZone(missed.windowStart, at.timeZone),
        missedTime: clockInZone(missed.windowStart, at.timeZone),
        missedReason: said.get(missed.id)?.missedReason ?? null,
        day: dayInZone(moment, at.timeZone),
        time: clockInZone(moment, at.timeZone),
        state: stateOf(makeGood, answer, at.now),
      };
    });
}

function stateOf(makeGood: Slot, answer: Airing | undefined, now: Date): MakeGoodState {
  if (answer !== undefined) return answer.outcome === 'missed' ? 'missed' : 'aired';
  return makeGood.windowEnd <= now ? 'unanswered' : 'to-come';
}
