import {
  decideAiring,
  type AiringRefusal,
  type EvidenceGrade,
  type MissedReason,
} from '../../domain/broadcast';
import type { CalendarDay } from '../../domain/shared';
import { confirmAiring } from './confirm-airing';
import { confirmDay, type DayConfirmed } from './confirm-day';

export type DayExcept = {
  readonly stationCode: string;
  readonly day: CalendarDay;
  readonly exceptions: readonly { readonly slotId: string; readonly missedReason: MissedReason }[];
  /** One call is one key: sent twice, it counts once. */
  readonly idempotencyKey: string;
  readonly saidBy: string;
  readonly evidence: EvidenceGrade;
};

export type DayExceptAnswer =
  | (DayConfirmed & { readonly missed: number })
  | { readonly kind: 'not-found' }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'refused'; readonly refusals: readonly AiringRefusal[] };

type Needs = Parameters<typeof confirmDay>[0];

/**
 * A day in one go with what was not aired, as a station tells it on the telephone. Every exception is looked at before the first
 * is written: all of it is noted, or nothing.
 */
export async function confirmDayExcept(ports: Needs, said: DayExcept): Promise<DayExceptAnswer> {
  const refused = await refusalOf(ports, said);
  if (refused !== null) return refused;
  for (const { slotId, missedReason } of said.exceptions) {
    const noted = await confirmAiring(ports, {
      slotId,
      missedReason,
      outcome: 'missed',
      stationCode: said.stationCode,
      idempotencyKey: said.idempotencyKey,
      saidBy: said.saidBy,
      evidence: said.evidence,
    });
    if (noted.kind !== 'recorded') return noted;
  }
  const done = await confirmDay(ports, said);
  return done.kind === 'not-found' ? done : { ...done, missed: said.exceptions.length };
}

async function refusalOf(ports: Needs, said: DayExcept): Promise<DayExceptAnswer | null> {
  const station = await ports.content.stationByCode(said.stationCode);
  if (station === null) return { kind: 'not-found' };
  const now = ports.system.now();
  for (const { slotId, missedReason } of said.exceptions) {
    const slot = await ports.slots.byId(slotId);
    if (slot === null || slot.stationCode !== station.code || slot.airDate !== said.day) {
      return { kind: 'not-found' };
    }
    const decision = decideAiring(
      slot,
      { outcome: 'missed', missedReason },
      { now, timeZone: station.timeZone },
    );
    if (!decision.ok) return { kind: 'refused', refusals: decision.refusals };
  }
  return null;
}
