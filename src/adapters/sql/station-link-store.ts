import type { Knex } from 'knex';

import type { SignInLink } from '../../domain/stations';
import type { StationLinkStore } from '../../composition/ports';
import { toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  token_hash: string;
  station_code: string;
  created_by: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  revoked_by: string | null;
  revoked_at: string | null;
};

function fromRow(row: Row): SignInLink {
  return {
    id: row.id,
    stationCode: row.station_code,
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
    expiresAt: toInstant(row.expires_at),
    usedAt: toInstantOrNull(row.used_at),
    revokedAt: toInstantOrNull(row.revoked_at),
  };
}

/** Links that sign a station in: each is used once, by the first who presses its button. */
export function createStationLinkStore(knex: Knex): StationLinkStore {
  const links = () => knex<Row>('ops_station_links');
  const open = () => links().whereNull('used_at').whereNull('revoked_at');
  return {
    async add(link) {
      await links().insert({
        id: link.id,
        token_hash: link.tokenHash,
        station_code: link.stationCode,
        created_by: link.createdBy,
        created_at: toText(link.createdAt),
        expires_at: toText(link.expiresAt),
        used_at: null,
        revoked_by: null,
        revoked_at: null,
      });
    },
    async byToken(tokenHash) {
      const row = await links().where({ token_hash: tokenHash }).first();
      return row === undefined ? null : fromRow(row);
    },
    async ofStation(stationCode) {
      const rows = await links().where({ station_code: stationCode }).orderBy('created_at', 'desc');
      return rows.map(fromRow);
    },
    async use(id, at) {
      const changed = await open()
        .where({ id })
        .where('expires_at', '>=', toText(at))
        .update({ used_at: toText(at) });
      return changed === 1;
    },
    async revoke(id, stationCode, by, at) {
      const changed = await open()
        .where({ id, station_code: stationCode })
        .update({ revoked_by: by, revoked_at: toText(at) });
      return changed === 1;
    },
    async revokeAllOf(stationCode, by, at) {
      await open()
        .where({ station_code: stationCode })
        .update({ revoked_by: by, revoked_at: toText(at) });
    },
    async sweep(before) {
      await links().where('expires_at', '<', toText(before)).delete();
    },
  };
}
