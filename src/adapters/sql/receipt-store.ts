import type { Knex } from 'knex';

import type { Receipt, ReceiptDoor, ReceiptStore } from '../../composition/ports';
import { toBoolean, toCount, toInstant, toText } from './rows';

type Row = {
  id: string;
  station_code: string;
  rendition_id: string;
  spot_code: string;
  first_byte: number | string;
  last_byte: number | string;
  size_bytes: number | string;
  is_whole: number | boolean;
  at: string;
  door: ReceiptDoor;
};

const TABLE = 'ops_receipts';

function fromRow(row: Row): Receipt {
  return {
    id: row.id,
    stationCode: row.station_code,
    renditionId: row.rendition_id,
    spotCode: row.spot_code,
    firstByte: toCount(row.first_byte),
    lastByte: toCount(row.last_byte),
    sizeBytes: toCount(row.size_bytes),
    isWhole: toBoolean(row.is_whole),
    at: toInstant(row.at),
    door: row.door,
  };
}

/** What stations fetched; rows are only ever added. */
export function createReceiptStore(knex: Knex): ReceiptStore {
  const rows = () => knex<Row>(TABLE).orderBy('at').select();
  return {
    async add(receipt) {
      await knex<Row>(TABLE).insert({
        id: receipt.id,
        station_code: receipt.stationCode,
        rendition_id: receipt.renditionId,
        spot_code: receipt.spotCode,
        first_byte: receipt.firstByte,
        last_byte: receipt.lastByte,
        size_bytes: receipt.sizeBytes,
        is_whole: receipt.isWhole,
        at: toText(receipt.at),
        door: receipt.door ?? 'page',
      });
    },
    async ofStation(stationCode) {
      return (await rows().where({ station_code: stationCode })).map(fromRow);
    },
    async ofRendition(stationCode, renditionId) {
      const found = await rows().where({ station_code: stationCode, rendition_id: renditionId });
      return found.map(fromRow);
    },
    async ofSpot(spotCode) {
      return (await rows().where({ spot_code: spotCode })).map(fromRow);
    },
    async all() {
      return (await rows()).map(fromRow);
    },
  };
}
