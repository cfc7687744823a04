import type { Knex } from 'knex';

import type { Slot } from '../../domain/broadcast';
import type { Language } from '../../domain/shared';
import type { SlotStore } from '../../composition/ports';
import { inParts, toInstant, toText } from './rows';

type Row = {
  id: string;
  station_code: string;
  spot_code: string;
  language: Language;
  window_start: string;
  window_end: string;
  air_date: string;
  state: Slot['state'];
  created_by: string;
  created_at: string;
  cancelled_by: string | null;
  cancelled_at: string | null;
};

const TABLE = 'ops_slots';

function fromRow(row: Row): Slot {
  return {
    id: row.id,
    stationCode: row.station_code,
    spotCode: row.spot_code,
    language: row.language,
    windowStart: toInstant(row.window_start),
    windowEnd: toInstant(row.window_end),
    airDate: row.air_date,
    state: row.state,
  };
}

function toRow(slot: Slot, createdBy: string, at: Date): Row {
  return {
    id: slot.id,
    station_code: slot.stationCode,
    spot_code: slot.spotCode,
    language: slot.language,
    window_start: toText(slot.windowStart),
    window_end: toText(slot.windowEnd),
    air_date: slot.airDate,
    state: slot.state,
    created_by: createdBy,
    created_at: toText(at),
    cancelled_by: null,
    cancelled_at: null,
  };
}

/** What makes two living slots the same. */
function place(slot: Pick<Slot, 'stationCode' | 'spotCode' | 'windowStart'>): string {
  return `${slot.stationCode} ${slot.spotCode} ${toText(slot.windowStart)}`;
}

/** The living slots of the same spots, between the first and the last window of the list. */
async function livingBeside(trx: Knex, slots: readonly Slot[]): Promise<Map<string, Slot>> {
  const starts = slots.map(({ windowStart }) => toText(windowStart)).sort();
  const first = starts[0];
  const last = starts[starts.length - 1];
  if (first === undefined || last === undefined) return new Map();
  const rows = await trx<Row>(TABLE)
    .where('state', 'planned')
    .whereIn('station_code', [...new Set(slots.map(({ stationCode }) => stationCode))])
    .whereIn('spot_code', [...new Set(slots.map(({ spotCode }) => spotCode))])
    .whereBetween('window_start', [first, last])
    .select();
  return new Map(rows.map(fromRow).map((slot) => [place(slot), slot]));
}

/** Slots in the table `ops_slots`; cancelled ones stay, for the history. */
export function createSlotStore(knex: Knex): SlotStore {
  return {
    addAll(slots, createdBy, at) {
      return knex.transaction(async (trx) => {
        let added = 0;
        for (const part of inParts(slots, 50)) {
          const ids = await trx<Row>(TABLE)
            .insert(part.map((slot) => toRow(slot, createdBy, at)))
            // The unique index on living slots decides, also between two people who plan at once.
            .onConflict(trx.raw(`(station_code, window_start, spot_code) WHERE state = 'planned'`))
            .ignore()
            .returning('id');
          added += ids.length;
        }
        const living = await livingBeside(trx, slots);
        return {
          added,
          alreadyThere: slots.length - added,
          slots: slots.map((slot) => living.get(place(slot)) ?? slot),
        };
      });
    },
    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async between(from, to, stationCode) {
      const query = knex<Row>(TABLE)
        .whereBetween('air_date', [from, to])
        .orderBy(['window_start', 'station_code', 'spot_code']);
      if (stationCode !== undefined) void query.where({ station_code: stationCode });
      return (await query.select()).map(fromRow);
    },
    async all() {
      const rows = await knex<Row>(TABLE).orderBy(['window_start', 'station_code']).select();
      return rows.map(fromRow);
    },
    async stationsOfSpot(spotCode) {
      const rows = await knex<Row>(TABLE)
        .where({ spot_code: spotCode, state: 'planned' })
        .distinct('station_code')
        .orderBy('station_code');
      return rows.map(({ station_code: stationCode }) => stationCode);
    },
    async cancelOfSpot(spotCode, by, at) {
      const answered = knex('ops_airings').whereNotNull('slot_id').select('slot_id');
      return knex<Row>(TABLE)
        .where({ spot_code: spotCode, state: 'planned' })
        .where('window_end', '>', toText(at))
        .whereNotIn('id', answered)
        .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
    },
    async cancel(id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id, state: 'planned' })
        .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
      return changed === 1;
    },
  };
}
