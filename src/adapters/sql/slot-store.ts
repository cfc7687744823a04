import type { Knex } from 'knex';

import type { Slot } from '../../domain/broadcast';
import type { SlotStore } from '../../composition/ports';
import { inParts, toText } from './rows';
import { slotFromRow, SLOTS, slotToRow, type SlotRow } from './slot-row';

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
  const rows = await trx<SlotRow>(SLOTS)
    .where('state', 'planned')
    .whereIn('station_code', [...new Set(slots.map(({ stationCode }) => stationCode))])
    .whereIn('spot_code', [...new Set(slots.map(({ spotCode }) => spotCode))])
    .whereBetween('window_start', [first, last])
    .select();
  return new Map(rows.map(slotFromRow).map((slot) => [place(slot), slot]));
}

/** Slots in the table `ops_slots`; cancelled ones stay, for the history. */
export function createSlotStore(knex: Knex): SlotStore {
  return {
    addAll(slots, createdBy, at) {
      return knex.transaction(async (trx) => {
        let added = 0;
        for (const part of inParts(slots, 50)) {
          const ids = await trx<SlotRow>(SLOTS)
            .insert(part.map((slot) => slotToRow(slot, createdBy, at)))
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
      const row = await knex<SlotRow>(SLOTS).where({ id }).first();
      return row === undefined ? null : slotFromRow(row);
    },
    async between(from, to, stationCode) {
      const query = knex<SlotRow>(SLOTS)
        .whereBetween('air_date', [from, to])
        .orderBy(['window_start', 'station_code', 'spot_code']);
      if (stationCode !== undefined) void query.where({ station_code: stationCode });
      return (await query.select()).map(slotFromRow);
    },
    async all() {
      const rows = await knex<SlotRow>(SLOTS).orderBy(['window_start', 'station_code']).select();
      return rows.map(slotFromRow);
    },
    async stationsOfSpot(spotCode) {
      const rows = await knex<SlotRow>(SLOTS)
        .where({ spot_code: spotCode, state: 'planned' })
        .distinct('station_code')
        .orderBy('station_code');
      return rows.map(({ station_code: stationCode }) => stationCode);
    },
    async cancelOfSpot(spotCode, by, at) {
      const answered = knex('ops_airings').whereNotNull('slot_id').select('slot_id');
      return knex<SlotRow>(SLOTS)
        .where({ spot_code: spotCode, state: 'planned' })
        .where('window_end', '>', toText(at))
        .whereNotIn('id', answered)
        .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
    },
    async cancel(id, by, at) {
      const changed = await knex<SlotRow>(SLOTS)
        .where({ id, state: 'planned' })
        .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
      return changed === 1;
    },
  };
}
