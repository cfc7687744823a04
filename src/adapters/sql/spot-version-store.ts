import type { Knex } from 'knex';

import type {
  Measurement,
  SpotVersion,
  SpotVersionState,
  Verdict,
  VoicingKind,
} from '../../domain/audio';
import type { SpotVersionStore } from '../../composition/ports';
import { isUniqueViolation, toCount, toInstant, toText } from './rows';
import { fromVoicing, toVoicing } from './voicing-columns';

type Row = {
  id: string;
  spot_code: string;
  number: number;
  state: SpotVersionState;
  progress_percent: number;
  master_key: string;
  master_sha256: string;
  master_size_bytes: number | string;
  /** JSON that only this store writes. */
  measurement: string | null;
  verdict: string | null;
  failure: string | null;
  uploaded_by: string;
  uploaded_at: string;
  voicing: VoicingKind;
  actor_reference: string | null;
  confirmed_by: string | null;
  confirmed_at?: string | null;
  erased_by?: string | null;
  erased_at?: string | null;
};

const TABLE = 'ops_spot_versions';

/** Two people who upload at once take the next number after another; more rounds mean that something is wrong. */
const ROUNDS = 20;

function parse<Value>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value);
}

function write(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromRow(row: Row): SpotVersion {
  return {
    id: row.id,
    spotCode: row.spot_code,
    number: row.number,
    voicing: toVoicing(row),
    confirmedBy: row.confirmed_by,
    state: row.state,
    progressPercent: row.progress_percent,
    masterKey: row.master_key,
    masterSha256: row.master_sha256,
    masterSizeBytes: toCount(row.master_size_bytes),
    measurement: parse<Measurement>(row.measurement),
    verdict: parse<Verdict>(row.verdict),
    failure: row.failure,
    uploadedBy: row.uploaded_by,
    uploadedAt: toInstant(row.uploaded_at),
  };
}

function toRow(version: SpotVersion): Row {
  return {
    id: version.id,
    spot_code: version.spotCode,
    number: version.number,
    state: version.state,
    progress_percent: version.progressPercent,
    master_key: version.masterKey,
    master_sha256: version.masterSha256,
    master_size_bytes: version.masterSizeBytes,
    measurement: write(version.measurement),
    verdict: write(version.verdict),
    failure: version.failure,
    uploaded_by: version.uploadedBy,
    uploaded_at: toText(version.uploadedAt),
    ...fromVoicing(version.voicing),
    confirmed_by: version.confirmedBy,
  };
}

/** Recordings of spots, numbered 1, 2, 3 in the order they came. */
export function createSpotVersionStore(knex: Knex): SpotVersionStore {
  const rows = () => knex<Row>(TABLE).select();
  const first = (found: readonly Row[]) => (found[0] === undefined ? null : fromRow(found[0]));
  const highest = async (spotCode: string) =>
    first(await rows().where({ spot_code: spotCode }).orderBy('number', 'desc').limit(1));

  return {
    async add(version) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const last = await highest(version.spotCode);
        const numbered: SpotVersion = { ...version, number: (last?.number ?? 0) + 1 };
        try {
          await knex<Row>(TABLE).insert(toRow(numbered));
          return numbered;
        } catch (error) {
          const isTaken =
            isUniqueViolation(error) && (await rows().where({ id: version.id }))[0] === undefined;
          if (!isTaken) throw error;
        }
      }
      throw new Error(`No number could be taken for a recording of spot ${version.spotCode}.`);
    },
    async byId(id) {
      return first(await rows().where({ id }));
    },
    latest: highest,
    async latestOfAll() {
      const found = await rows()
        .whereRaw(
          `number = (SELECT MAX(other.number) FROM ${TABLE} AS other WHERE other.spot_code = ${TABLE}.spot_code)`,
        )
        .orderBy('spot_code');
      return found.map(fromRow);
    },
    async history(spotCode) {
      return (await rows().where({ spot_code: spotCode }).orderBy('number')).map(fromRow);
    },
    async update(id, change) {
      const changes: Partial<Row> = {
        ...(change.state === undefined ? {} : { state: change.state }),
        ...(change.progressPercent === undefined
          ? {}
          : { progress_percent: Math.round(change.progressPercent) }),
        ...(change.measurement === undefined ? {} : { measurement: write(change.measurement) }),
        ...(change.verdict === undefined ? {} : { verdict: write(change.verdict) }),
        ...(change.failure === undefined ? {} : { failure: change.failure }),
      };
      if (Object.keys(changes).length === 0) return;
      // What was destroyed stays so: a worker that was in the middle of it brings nothing back.
      await knex<Row>(TABLE).where({ id }).whereNot({ state: 'erased' }).update(changes);
    },
    async confirm(id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id, voicing: 're-voiced' })
        .whereNull('confirmed_by')
        // Four eyes, kept by the database too.
        .whereNot('uploaded_by', by)
        .whereNotIn('state', ['refused', 'failed', 'erased'])
        .update({ confirmed_by: by, confirmed_at: toText(at) });
      return changed === 1;
    },
    async erase(id, by, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id })
        .whereNot({ state: 'erased' })
        .update({
          state: 'erased',
          measurement: null,
          verdict: null,
          failure: null,
          master_size_bytes: 0,
          progress_percent: 100,
          erased_by: by,
          erased_at: toText(at),
        });
      return changed === 1;
    },
    async inState(state) {
      return (await rows().where({ state }).orderBy(['spot_code', 'number'])).map(fromRow);
    },
    async ofMaster(sha256) {
      return (await rows().where({ master_sha256: sha256 }).orderBy('uploaded_at')).map(fromRow);
    },
  };
}
