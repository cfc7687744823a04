import type { Slot } from '../../domain/broadcast';
import type { Language } from '../../domain/shared';
import { toInstant, toText } from './rows';

export const SLOTS = 'ops_slots';

export type SlotRow = {
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

export function slotFromRow(row: SlotRow): Slot {
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

export function slotToRow(slot: Slot, createdBy: string, at: Date): SlotRow {
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
