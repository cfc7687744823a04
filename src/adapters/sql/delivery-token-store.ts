import type { Knex } from 'knex';

import type { DeliveryTokenStore, ManifestHead } from '../../composition/ports';
import type { DeliveryToken, TokenPurpose } from '../../domain/delivery';
import { rowsOfRaw, toInstant, toInstantOrNull, toText } from './rows';

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

type LivingRow = Row & {
  version: number | null;
  content_hash: string | null;
  time_zone: string | null;
  basis: string | null;
};

const TABLE = 'ops_delivery_tokens';

/** Asked at each request of a program, so it is asked once, and not put together anew each time. */
const LIVING = `
  SELECT link.*, head.version, head.content_hash, head.time_zone, head.basis
  FROM ops_delivery_tokens AS link
  LEFT JOIN ops_manifest_heads AS head ON head.station_code = link.station_code
  WHERE link.token_hash = ? AND link.revoked_at IS NULL`;

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

function headFromRow(row: LivingRow): ManifestHead | null {
  const { version, content_hash: contentHash, time_zone: timeZone, basis } = row;
  if (version === null || contentHash === null || timeZone === null || basis === null) return null;
  return { stationCode: row.station_code, version, contentHash, timeZone, basis };
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
      const [row] = rowsOfRaw(await knex.raw(LIVING, [tokenHash])) as readonly LivingRow[];
      if (row === undefined) return null;
      return { token: fromRow(row), tokenHash: row.token_hash, head: headFromRow(row) };
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
