import type { Knex } from 'knex';

import type { StationAccessStore } from '../../composition/ports';
import { toInstant, toText } from './rows';

type CodeRow = { station_code: string; code_hash: string; set_by: string; set_at: string };
type SessionRow = {
  token_hash: string;
  station_code: string;
  created_at: string;
  expires_at: string;
};
type FailureRow = { id: number; station_code: string; address_hash: string; at: string };

/** Codes, sessions and failed attempts of stations; codes, tokens and addresses only as hashes. */
export function createStationAccessStore(knex: Knex): StationAccessStore {
  const codes = () => knex<CodeRow>('ops_station_codes');
  const sessions = () => knex<SessionRow>('ops_station_sessions');
  const failures = () => knex<FailureRow>('ops_sign_in_failures');
  return {
    async setCodeHash(stationCode, codeHash, by, at) {
      const row = {
        station_code: stationCode,
        code_hash: codeHash,
        set_by: by,
        set_at: toText(at),
      };
      await codes().insert(row).onConflict('station_code').merge();
    },
    async codeHash(stationCode) {
      const row = await codes().where({ station_code: stationCode }).first();
      return row?.code_hash ?? null;
    },
    async addSession({ tokenHash, stationCode, createdAt, expiresAt }) {
      await sessions().insert({
        token_hash: tokenHash,
        station_code: stationCode,
        created_at: toText(createdAt),
        expires_at: toText(expiresAt),
      });
    },
    async livingSession(tokenHash, now) {
      const row = await sessions()
        .where({ token_hash: tokenHash })
        .where('expires_at', '>', toText(now))
        .first();
      return row === undefined
        ? null
        : {
            stationCode: row.station_code,
            createdAt: toInstant(row.created_at),
            expiresAt: toInstant(row.expires_at),
          };
    },
    async extendSession(tokenHash, expiresAt) {
      await sessions()
        .where({ token_hash: tokenHash })
        .update({ expires_at: toText(expiresAt) });
    },
    async endSession(tokenHash) {
      await sessions().where({ token_hash: tokenHash }).delete();
    },
    async endSessionsOf(stationCode) {
      await sessions().where({ station_code: stationCode }).delete();
    },
    async failuresSince(stationCode, addressHash, since) {
      const rows = await failures()
        .where({ station_code: stationCode, address_hash: addressHash })
        .where('at', '>', toText(since))
        .orderBy('id')
        .select('at');
      return rows.map(({ at }) => toInstant(at));
    },
    async addFailure(stationCode, addressHash, at) {
      await failures().insert({
        station_code: stationCode,
        address_hash: addressHash,
        at: toText(at),
      });
    },
    async clearFailures(stationCode, addressHash) {
      await failures().where({ station_code: stationCode, address_hash: addressHash }).delete();
    },
    async sweep(before) {
      await sessions().where('expires_at', '<', toText(before)).delete();
      await failures().where('at', '<', toText(before)).delete();
    },
  };
}
