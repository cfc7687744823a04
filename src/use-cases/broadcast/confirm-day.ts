import { splitDay, type Airing, type EvidenceGrade, type Slot } from '../../domain/broadcast';
import type { CalendarDay } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { durationAtStation } from './duration-at-station';
import { readDay } from './read-day';

export type DayConfirmed = {
  readonly kind: 'confirmed';
  /** Written now. */
  readonly recorded: number;
  readonly answered: number;
  readonly notOver: number;
  readonly suspended: number;
};

export type ConfirmDayAnswer =
  | DayConfirmed /** No such station, or nothing planned on that day. */
  | { readonly kind: 'not-found' };

/**
 * Everything of a day was aired, in one go: each slot that is over and unanswered gets its entry. What was answered before
 * stands, so that it can be said twice, in any order with the exceptions, and by two people at once.
 */
export async function confirmDay(
  ports: Pick<
    Ports,
    | 'content'
    | 'consents'
    | 'notices'
    | 'slots'
    | 'stationDays'
    | 'airings'
    | 'airingRecordings'
    | 'receipts'
    | 'spotVersions'
    | 'renditions'
    | 'system'
    | 'journal'
  >,
  said: {
    readonly stationCode: string;
    readonly day: CalendarDay;
    readonly saidBy: string;
    readonly evidence: EvidenceGrade;
  },
): Promise<ConfirmDayAnswer> {
  const view = await readDay(ports, said.stationCode, said.day);
  if (view === null) return { kind: 'not-found' };
  const now = ports.system.now();
  const { open, ...left } = splitDay(view.lines, now);
  let recorded = 0;
  for (const slot of open) {
    if (await addFirst(ports, slot, view.station, said, now)) recorded += 1;
  }
  if (recorded > 0) {
    await ports.journal.write({
      at: now,
      by: said.saidBy,
      action: 'day-confirmed',
      subject: `station:${view.station.code}`,
      details: { day: said.day, recorded, evidence: said.evidence },
    });
  }
  return { kind: 'confirmed', recorded, ...left, answered: left.answered + open.length - recorded };
}

/** False when somebody answered for this slot meanwhile: what they said stands. */
async function addFirst(
  ports: Pick<Ports, 'airings' | 'content' | 'renditions' | 'spotVersions' | 'system'>,
  slot: Slot,
  station: Station,
  said: { readonly saidBy: string; readonly evidence: EvidenceGrade },
  now: Date,
): Promise<boolean> {
  const entry: Airing = {
    id: ports.system.newId(),
    idempotencyKey: `${slot.id}:whole-day`,
    stationCode: station.code,
    slotId: slot.id,
    spotCode: slot.spotCode,
    language: slot.language,
    durationSeconds: await durationAtStation(ports, slot.spotCode, station),
    outcome: 'aired',
    airedAt: slot.windowStart,
    missedReason: null,
    evidence: said.evidence,
    saidBy: said.saidBy,
    recordedAt: now,
    supersedes: null,
  };
  return (await ports.airings.add(entry))?.id === entry.id;
}
