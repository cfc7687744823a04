import type { Knex } from 'knex';

import type { ChecksumStore } from '../../composition/ports';
import { inParts, toCount } from './rows';

type Row = { rendition_id: string; crc32: number | string };

const TABLE = 'ops_rendition_checksums';

/** Checksums of files for the stations. A file's bytes never change, so neither does its row. */
export function createChecksumStore(knex: Knex): ChecksumStore {
  return {
    async crc32Of(renditionIds) {
      const found = new Map<string, number>();
      for (const part of inParts(renditionIds)) {
        const rows = await knex<Row>(TABLE).whereIn('rendition_id', part).select();
        for (const row of rows) found.set(row.rendition_id, toCount(row.crc32));
      }
      return found;
    },
    async keepCrc32(renditionId, crc32) {
      await knex<Row>(TABLE)
        .insert({ rendition_id: renditionId, crc32 })
        .onConflict('rendition_id')
        .ignore();
    },
  };
}
