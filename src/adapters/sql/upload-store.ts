import type { Knex } from 'knex';

import type { UploadStore } from '../../composition/ports';
import type { Upload, VoicingKind } from '../../domain/audio';
import { toCount, toInstant, toInstantOrNull, toText } from './rows';
import { fromVoicing, toVoicing } from './voicing-columns';

type Row = {
  id: string;
  owner: string;
  spot_code: string;
  size_bytes: number | string;
  received_bytes: number | string;
  created_at: string;
  touched_at: string;
  submitted_at: string | null;
  voicing: VoicingKind;
  actor_reference: string | null;
};

const TABLE = 'ops_uploads';

function fromRow(row: Row): Upload {
  return {
    id: row.id,
    owner: row.owner,
    spotCode: row.spot_code,
    voicing: toVoicing(row),
    sizeBytes: toCount(row.size_bytes),
    receivedBytes: toCount(row.received_bytes),
    createdAt: toInstant(row.created_at),
    touchedAt: toInstant(row.touched_at),
    submittedAt: toInstantOrNull(row.submitted_at),
  };
}

/** Uploads under way. The place where one goes on is changed by compare-and-set. */
export function createUploadStore(knex: Knex): UploadStore {
  const rows = () => knex<Row>(TABLE).select();

  return {
    async add(upload) {
      await knex<Row>(TABLE).insert({
        id: upload.id,
        owner: upload.owner,
        spot_code: upload.spotCode,
        ...fromVoicing(upload.voicing),
        size_bytes: upload.sizeBytes,
        received_bytes: upload.receivedBytes,
        created_at: toText(upload.createdAt),
        touched_at: toText(upload.touchedAt),
        submitted_at: upload.submittedAt === null ? null : toText(upload.submittedAt),
      });
    },
    async byId(id) {
      const [row] = await rows().where({ id });
      return row === undefined ? null : fromRow(row);
    },
    async all() {
      return (await rows().orderBy('created_at')).map(fromRow);
    },
    async advance(id, from, to, at) {
      const changed = await knex<Row>(TABLE)
        .where({ id, received_bytes: from })
        .whereNull('submitted_at')
        .update({ received_bytes: to, touched_at: toText(at) });
      return changed === 1;
    },
    async markSubmitted(id, at) {
      await knex<Row>(TABLE)
        .where({ id })
        .whereNull('submitted_at')
        .update({ submitted_at: toText(at) });
    },
    async complete() {
      const found = await rows()
        .whereNull('submitted_at')
        .whereRaw('received_bytes = size_bytes')
        .orderBy('touched_at');
      return found.map(fromRow);
    },
    async untouchedSince(before) {
      return (await rows().where('touched_at', '<', toText(before))).map(fromRow);
    },
    async remove(id) {
      await knex<Row>(TABLE).where({ id }).delete();
    },
  };
}
