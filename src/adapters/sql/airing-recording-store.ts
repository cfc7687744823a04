import type { Knex } from 'knex';

import type { AiringRecording } from '../../domain/broadcast';
import type { Language } from '../../domain/shared';
import type { AiringRecordingStore } from '../../composition/ports';
import { airingRow, LEDGER } from './airing-store';
import { inParts, isUniqueViolation, toCount, toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  station_code: string;
  spot_code: string;
  language: Language;
  slot_id: string | null;
  airing_id: string | null;
  storage_key: string;
  media_type: string;
  sha256: string;
  size_bytes: number | string;
  duration_seconds: number;
  uploaded_by: string;
  uploaded_at: string;
  erased_at: string | null;
  erased_because: AiringRecording['erasedBecause'];
};

const TABLE = 'ops_airing_recordings';

function fromRow(row: Row): AiringRecording {
  return {
    id: row.id,
    stationCode: row.station_code,
    spotCode: row.spot_code,
    language: row.language,
    slotId: row.slot_id,
    airingId: row.airing_id,
    storageKey: row.storage_key,
    mediaType: row.media_type,
    sha256: row.sha256,
    sizeBytes: toCount(row.size_bytes),
    durationSeconds: row.duration_seconds,
    uploadedBy: row.uploaded_by,
    uploadedAt: toInstant(row.uploaded_at),
    erasedAt: toInstantOrNull(row.erased_at),
    erasedBecause: row.erased_because,
  };
}

function toRow(recording: AiringRecording): Row {
  return {
    id: recording.id,
    station_code: recording.stationCode,
    spot_code: recording.spotCode,
    language: recording.language,
    slot_id: recording.slotId,
    airing_id: recording.airingId,
    storage_key: recording.storageKey,
    media_type: recording.mediaType,
    sha256: recording.sha256,
    size_bytes: recording.sizeBytes,
    duration_seconds: recording.durationSeconds,
    uploaded_by: recording.uploadedBy,
    uploaded_at: toText(recording.uploadedAt),
    erased_at: recording.erasedAt === null ? null : toText(recording.erasedAt),
    erased_because: recording.erasedBecause,
  };
}

/** Recordings of airings in the table `ops_airing_recordings`. */
export function createAiringRecordingStore(knex: Knex): AiringRecordingStore {
  const attachedRows = () => knex<Row>(TABLE).whereNotNull('airing_id');
  return {
    async addPending(recording) {
      await knex<Row>(TABLE).insert(toRow({ ...recording, airingId: null }));
    },
    async attach(recording, airing) {
      try {
        await knex.transaction(async (trx) => {
          await trx(LEDGER).insert(airingRow(airing));
          await trx<Row>(TABLE)
            .where({ id: recording.id })
            .whereNull('airing_id')
            .update({ ...toRow(recording), airing_id: airing.id });
        });
        return true;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return false;
      }
    },
    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async ofSlots(slotIds) {
      const found: AiringRecording[] = [];
      for (const part of inParts(slotIds)) {
        const rows = await attachedRows().whereIn('slot_id', part).select();
        found.push(...rows.map(fromRow));
      }
      return found;
    },
    async ofAirings(airingIds) {
      const found: AiringRecording[] = [];
      for (const part of inParts(airingIds)) {
        const rows = await knex<Row>(TABLE).whereIn('airing_id', part).select();
        found.push(...rows.map(fromRow));
      }
      return found;
    },
    async attached(limit) {
      const rows = await attachedRows()
        .orderBy([{ column: 'uploaded_at', order: 'desc' }, 'id'])
        .limit(limit)
        .select();
      return rows.map(fromRow);
    },
    async living() {
      const rows = await knex<Row>(TABLE).whereNull('erased_at').orderBy('uploaded_at').select();
      return rows.map(fromRow);
    },
    async markErased(id, because, at) {
      await knex<Row>(TABLE)
        .where({ id })
        .whereNull('erased_at')
        .update({ erased_at: toText(at), erased_because: because });
    },
    async forgetPending(id) {
      await knex<Row>(TABLE).where({ id }).whereNull('airing_id').delete();
    },
  };
}
