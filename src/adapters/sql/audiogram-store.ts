import type { Knex } from 'knex';

import type { AudiogramStore } from '../../composition/ports';
import type { Audiogram, AudiogramOptions, AudiogramState } from '../../domain/audio';
import { toCount, toInstant, toText } from './rows';

type Row = {
  id: string;
  spot_version_id: string;
  spot_code: string;
  /** JSON that only this store writes. */
  options: string;
  options_hash: string;
  toolchain_hash: string;
  state: AudiogramState;
  progress_percent: number;
  failure: string | null;
  storage_key: string | null;
  sha256: string | null;
  size_bytes: number | string | null;
  duration_seconds: number | null;
  source_seconds: number | null;
  requested_by: string;
  requested_at: string;
};

const TABLE = 'ops_audiograms';

function fromRow(row: Row): Audiogram {
  return {
    id: row.id,
    spotVersionId: row.spot_version_id,
    spotCode: row.spot_code,
    options: JSON.parse(row.options) as AudiogramOptions,
    optionsHash: row.options_hash,
    toolchainHash: row.toolchain_hash,
    state: row.state,
    progressPercent: row.progress_percent,
    failure: row.failure,
    storageKey: row.storage_key,
    sha256: row.sha256,
    sizeBytes: row.size_bytes === null ? null : toCount(row.size_bytes),
    durationSeconds: row.duration_seconds,
    sourceSeconds: row.source_seconds,
    requestedBy: row.requested_by,
    requestedAt: toInstant(row.requested_at),
  };
}

/** Films of spots: one a (recording, options, engine). */
export function createAudiogramStore(knex: Knex): AudiogramStore {
  const rows = () => knex<Row>(TABLE).select();
  return {
    async add(film) {
      const identity = {
        spot_version_id: film.spotVersionId,
        options_hash: film.optionsHash,
        toolchain_hash: film.toolchainHash,
      };
      await knex<Row>(TABLE)
        .insert({
          id: film.id,
          ...identity,
          spot_code: film.spotCode,
          options: JSON.stringify(film.options),
          state: film.state,
          progress_percent: film.progressPercent,
          failure: film.failure,
          storage_key: film.storageKey,
          sha256: film.sha256,
          size_bytes: film.sizeBytes,
          duration_seconds: film.durationSeconds,
          source_seconds: film.sourceSeconds,
          requested_by: film.requestedBy,
          requested_at: toText(film.requestedAt),
        })
        .onConflict(['spot_version_id', 'options_hash', 'toolchain_hash'])
        .ignore();
      await knex<Row>(TABLE)
        .where({ ...identity, state: 'failed' })
        .update({ state: 'waiting', progress_percent: 0, failure: null });
      const [row] = await rows().where(identity);
      return row === undefined ? film : fromRow(row);
    },
    async byId(id) {
      const [row] = await rows().where({ id });
      return row === undefined ? null : fromRow(row);
    },
    async ofVersion(spotVersionId) {
      const found = await rows()
        .where({ spot_version_id: spotVersionId })
        .orderBy('requested_at', 'desc');
      return found.map(fromRow);
    },
    async unfinished() {
      const found = await rows().whereIn('state', ['waiting', 'making']).orderBy('requested_at');
      return found.map(fromRow);
    },
    async update(id, change) {
      const columns: Partial<Row> = {
        ...(change.state === undefined ? {} : { state: change.state }),
        ...(change.progressPercent === undefined
          ? {}
          : { progress_percent: Math.round(change.progressPercent) }),
        ...(change.failure === undefined ? {} : { failure: change.failure }),
        ...(change.storageKey === undefined ? {} : { storage_key: change.storageKey }),
        ...(change.sha256 === undefined ? {} : { sha256: change.sha256 }),
        ...(change.sizeBytes === undefined ? {} : { size_bytes: change.sizeBytes }),
        ...(change.durationSeconds === undefined
          ? {}
          : { duration_seconds: change.durationSeconds }),
        ...(change.sourceSeconds === undefined ? {} : { source_seconds: change.sourceSeconds }),
      };
      if (Object.keys(columns).length > 0) await knex<Row>(TABLE).where({ id }).update(columns);
    },
    async remove(id) {
      await knex<Row>(TABLE).where({ id }).delete();
    },
  };
}
