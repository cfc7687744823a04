import {
  decideUnplannedAiring,
  type Airing,
  type AiringRefusal,
  type EvidenceGrade,
} from '../../domain/broadcast';
import { urgentBehind } from '../../domain/delivery';
import { addDays, isCalendarDay, type CalendarDay, type ClockTime } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { durationAtStation } from './duration-at-station';

export type UnplannedAnswer =
  | { readonly kind: 'recorded'; readonly airing: Airing }
  /** No such station. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly refusals: readonly AiringRefusal[] };

/**
 * Writes down an airing that nobody had planned: day and time in the station's zone. The same spot in the same minute
 * is the same airing, however often it is sent. Where an urgent message asked for it, the entry names that.
 */
export async function addUnplannedAiring(
  ports: Pick<
    Ports,
    | 'system'
    | 'content'
    | 'slots'
    | 'airings'
    | 'notices'
    | 'spotVersions'
    | 'renditions'
    | 'journal'
  >,
  said: {
    readonly stationCode: string;
    readonly spotCode: string;
    readonly day: CalendarDay;
    readonly time: ClockTime;
    readonly saidBy: string;
    readonly evidence: EvidenceGrade;
  },
): Promise<UnplannedAnswer> {
  const station = await ports.content.stationByCode(said.stationCode);
  if (station === null) return { kind: 'not-found' };
  const now = ports.system.now();
  const slots = isCalendarDay(said.day)
    ? await ports.slots.between(addDays(said.day, -1), said.day, station.code)
    : [];
  const decision = decideUnplannedAiring(said, slots, { now, timeZone: station.timeZone });
  if (!decision.ok) return { kind: 'refused', refusals: decision.refusals };
  const spot = await ports.content.spotByCode(said.spotCode);
  if (spot === null) {
    return { kind: 'refused', refusals: [{ kind: 'unknown-spot', spotCode: said.spotCode }] };
  }

  const { airedAt } = decision.value;
  const urgent = urgentBehind(await ports.notices.ofSpot(spot.code), {
    stationCode: station.code,
    spotCode: spot.code,
    airedAt,
  });
  const entry: Airing = {
    ...decision.value,
    id: ports.system.newId(),
    idempotencyKey: `${station.code}:unplanned:${spot.code}:${airedAt.toISOString()}`,
    stationCode: station.code,
    slotId: null,
    spotCode: spot.code,
    language: spot.language,
    durationSeconds: await durationAtStation(ports, spot.code, station),
    evidence: said.evidence,
    saidBy: said.saidBy,
    recordedAt: now,
    supersedes: null,
    ...(urgent === null ? {} : { noticeId: urgent.id }),
  };
  const airing = await ports.airings.add(entry);
  if (airing === null) throw new Error('An airing without a slot supersedes nothing.');
  if (airing.id === entry.id) {
    await ports.journal.write({
      at: now,
      by: said.saidBy,
      action: 'airing-unplanned',
      subject: `station:${station.code}`,
      details: {
        airing: airing.id,
        spotCode: spot.code,
        evidence: airing.evidence,
        ...(urgent === null ? {} : { notice: urgent.id }),
      },
    });
  }
  return { kind: 'recorded', airing };
}
