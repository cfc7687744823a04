import type { Knex } from 'knex';

import type { Airing, AiringOutcome, EvidenceGrade, MissedReason } from '../../domain/broadcast';
import type { Language } from '../../domain/shared';
import type { AiringStore } from '../../composition/ports';
import { inParts, isUniqueViolation, toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  idempotency_key: string;
  station_code: string;
  slot_id: string | null;
  spot_code: string;
  language: Language;
  duration_seconds: number | null;
  outcome: AiringOutcome;
  aired_at: string | null;
  missed_reason: MissedReason | null;
  evidence: EvidenceGrade;
  said_by: string;
  recorded_at: string;
  supersedes: string | null;
  notice_id: string | null;
};

/** The table, for the store that adds an entry together with its recording. */
export const LEDGER = 'ops_airings';

export function airingRow(airing: Airing): Row {
  return {
    id: airing.id,
    idempotency_key: airing.idempotencyKey,
    station_code: airing.stationCode,
    slot_id: airing.slotId,
    spot_code: airing.spotCode,
    language: airing.language,
    duration_seconds: airing.durationSeconds,
    outcome: airing.outcome,
    aired_at: airing.airedAt === null ? null : toText(airing.airedAt),
    missed_reason: airing.missedReason,
    evidence: airing.evidence,
    said_by: airing.saidBy,
    recorded_at: toText(airing.recordedAt),
    supersedes: airing.supersedes,
    notice_id: airing.noticeId ?? null,
  };
}

function fromRow(row: Row): Airing {
  return {
    id: row.id,
    idempotencyKey: row.idempotency_key,
    stationCode: row.station_code,
    slotId: row.slot_id,
    spotCode: row.spot_code,
    language: row.language,
    durationSeconds: row.duration_seconds,
    outcome: row.outcome,
    airedAt: toInstantOrNull(row.aired_at),
    missedReason: row.missed_reason,
    evidence: row.evidence,
    saidBy: row.said_by,
    recordedAt: toInstant(row.recorded_at),
    supersedes: row.supersedes,
    ...(row.notice_id === null ? {} : { noticeId: row.notice_id }),
  };
}

/** The airing ledger: rows are only ever added. */
export function createAiringStore(knex: Knex): AiringStore {
  const rows = () =>
    knex<Row>('ops_airings as entry').orderBy('entry.recorded_at').select('entry.*');
  const currentRows = () =>
    rows().whereNotExists(
      knex('ops_airings as later').select('later.id').whereRaw('later.supersedes = entry.id'),
    );
  const byKey = async (key: string) => {
    const [row] = (await rows().where('entry.idempotency_key', key)) as Row[];
    return row === undefined ? null : fromRow(row);
  };

  return {
    async add(airing) {
      const known = await byKey(airing.idempotencyKey);
      if (known !== null) return known;
      try {
        await knex<Row>(LEDGER).insert(airingRow(airing));
        return airing;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // The same key came twice at once, or the entry to correct has been corrected meanwhile.
        return byKey(airing.idempotencyKey);
      }
    },
    byKey,
    async current(stationCode) {
      const query = currentRows();
      if (stationCode !== undefined) void query.where('entry.station_code', stationCode);
      return ((await query) as Row[]).map(fromRow);
    },
    async currentOfSlot(slotId) {
      const [row] = (await currentRows().where('entry.slot_id', slotId)) as Row[];
      return row === undefined ? null : fromRow(row);
    },
    async currentOfSlots(slotIds) {
      const found: Airing[] = [];
      for (const part of inParts(slotIds)) {
        const rowsOfPart = (await currentRows().whereIn('entry.slot_id', part)) as Row[];
        found.push(...rowsOfPart.map(fromRow));
      }
      return found;
    },
    async ofNotices(noticeIds) {
      const found: Airing[] = [];
      for (const part of inParts(noticeIds)) {
        const rowsOfPart = (await currentRows().whereIn('entry.notice_id', part)) as Row[];
        found.push(...rowsOfPart.map(fromRow));
      }
      return found;
    },
    async ofKeys(keys) {
      const found: Airing[] = [];
      for (const part of inParts(keys)) {
        const rowsOfPart = (await rows().whereIn('entry.idempotency_key', part)) as Row[];
        found.push(...rowsOfPart.map(fromRow));
      }
      return found;
    },
    async all() {
      return ((await rows()) as Row[]).map(fromRow);
    },
  };
}
