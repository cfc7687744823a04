import type { Knex } from 'knex';

import type { HandPostStore } from '../../composition/ports';
import type { HandPost } from '../../domain/social';
import { isUniqueViolation, toInstant, toText } from './rows';

const TABLE = 'ops_hand_posts';

type Row = {
  id: string;
  post_code: string;
  place: string;
  at: string;
  by: string;
  undoes: string | null;
};

function fromRow(row: Row): HandPost {
  return {
    id: row.id,
    postCode: row.post_code,
    place: row.place,
    at: toInstant(row.at),
    by: row.by,
    undoes: row.undoes,
  };
}

/** What people put on channels by hand; rows are only ever added. */
export function createHandPostStore(knex: Knex): HandPostStore {
  return {
    async add(entry) {
      const { postCode, at, ...rest } = entry;
      try {
        await knex<Row>(TABLE).insert({ ...rest, post_code: postCode, at: toText(at) });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async ofPost(postCode) {
      const rows = await knex<Row>(TABLE).where({ post_code: postCode }).orderBy(['at', 'id']);
      return rows.map(fromRow);
    },
  };
}
