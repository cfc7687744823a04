import type { Knex } from 'knex';

import type { DeliveryTokenStore } from '../../composition/ports';
import type { DeliveryToken, TokenPurpose } from '../../domain/delivery';
import { toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  token_hash: string;
  station_code: string;
  purpose: TokenPurpose;
  label: string;
  created_by: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
};

const TABLE = 'ops_delivery_tokens';

function fromRow(row: Row): DeliveryToken {
  return {
    id: row.id,
    stationCode: row.station_code,
    purpose: row.purpose,
    label: row.label,
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
    lastUsedAt: toInstantOrNull(row.last_used_at),
    revokedAt: toInstantOrNull(row.revoked_at),
    revokedBy: row.revoked_by,
  };
}

/** Links of programs, by the hash of their secret. A revoked one stays, for the history. */
export function createDeliveryTokenStore(knex: Knex): DeliveryTokenStore {
  return {
    async add(token, tokenHash) {
      await knex<Row>(TABLE).insert({
        id: token.id,
        token_hash: tokenHash,
        station_code: token.stationCode,
        purpose: token.purpose,
        label: token.label,
        created_by: token.createdBy,
        created_at: toText(token.createdAt),
        last_used_at: null,
        revoked_at: null,
        revoked_by: null,
      });
    },
    async living(tokenHash) {
      const row = await knex<Row>(TABLE)
        .where({ token_hash: tokenHash })
        .whereNull('revoked_at')
        .first();
      return row === undefined ? null : { token: fromRow(row), tokenHash: row.token_hash };
    },
    async ofStation(stationCode) {
      const rows = await knex<Row>(TABLE)
        .where({ station_code: stationCode })
        .orderBy([{ column: 'created_at', order: 'desc' }, 'id'])
        .select();
      return rows.map(fromRow);
    },
    async revoke(stationCode, id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id, station_code: stationCode })
        .whereNull('revoked_at')
        .update({ revoked_by: by, revoked_at: toText(at) });
      return changed === 1;
    },
    async noteUse(id, at) {
      await knex<Row>(TABLE)
        .where({ id })
        .update({ last_used_at: toText(at) });
    },
  };
}
