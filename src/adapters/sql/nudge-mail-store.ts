import type { Knex } from 'knex';

import type { NudgeMail, NudgeMailStore } from '../../composition/ports';
import { inParts, isUniqueViolation, toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  person: string;
  number: number;
  state: NudgeMail['state'];
  started_at: string;
  ended_at: string | null;
  words: string | null;
};

const READERS = 'ops_nudge_readers';
const MAILS = 'ops_nudge_mails';
const TOLD = 'ops_nudges_told';

function fromRow(row: Row): NudgeMail {
  return {
    id: row.id,
    person: row.person,
    number: row.number,
    state: row.state,
    startedAt: toInstant(row.started_at),
    endedAt: toInstantOrNull(row.ended_at),
    words: row.words ?? '',
  };
}

/** Digests are claimed before they are sent; what is claimed is never sent again by itself. */
export function createNudgeMailStore(knex: Knex): NudgeMailStore {
  return {
    async subscribe(person, at) {
      await knex(READERS)
        .insert({ person, since: toText(at) })
        .onConflict('person')
        .ignore();
    },
    async unsubscribe(person) {
      await knex(READERS).where({ person }).delete();
    },
    async isSubscribed(person) {
      return (await knex(READERS).where({ person }).first()) !== undefined;
    },
    async duePeople(before) {
      const busy = knex(MAILS).where('started_at', '>', toText(before)).select('person');
      const rows = await knex<{ person: string }>(READERS)
        .whereNotIn('person', busy)
        .orderBy('person')
        .select('person');
      return rows.map(({ person }) => person);
    },
    async last(person) {
      const row = await knex<Row>(MAILS).where({ person }).orderBy('number', 'desc').first();
      return row === undefined ? null : fromRow(row);
    },
    async told(person) {
      const rows = await knex<{ person: string; nudge: string }>(TOLD).where({ person }).select();
      return new Set(rows.map(({ nudge }) => nudge));
    },
    async claim({ id, person, number, at, nudges }) {
      try {
        await knex.transaction(async (trx) => {
          await trx<Row>(MAILS).insert({
            id,
            person,
            number,
            state: 'sending',
            started_at: toText(at),
            ended_at: null,
            words: null,
          });
          for (const part of inParts(nudges, 100)) {
            await trx(TOLD).insert(part.map((nudge) => ({ person, nudge, mail_id: id })));
          }
        });
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    finish(id, outcome, words, at) {
      return knex.transaction(async (trx) => {
        const changed = await trx<Row>(MAILS)
          .where({ id, state: 'sending' })
          .update({ state: outcome, words, ended_at: toText(at) });
        if (changed === 1 && outcome === 'refused') await trx(TOLD).where({ mail_id: id }).delete();
        return changed === 1;
      });
    },
    async loseStale(before, at) {
      return knex<Row>(MAILS)
        .where({ state: 'sending' })
        .where('started_at', '<=', toText(before))
        .update({ state: 'unknown', ended_at: toText(at) });
    },
    release(id) {
      return knex.transaction(async (trx) => {
        const changed = await trx<Row>(MAILS)
          .where({ id, state: 'unknown' })
          .update({ state: 'released' });
        if (changed === 1) await trx(TOLD).where({ mail_id: id }).delete();
        return changed === 1;
      });
    },
    async byId(id) {
      const row = await knex<Row>(MAILS).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async recent(limit) {
      const rows = await knex<Row>(MAILS).orderBy('started_at', 'desc').limit(limit).select();
      return rows.map(fromRow);
    },
    async sweep(before) {
      await knex.transaction(async (trx) => {
        const old = trx<Row>(MAILS).where('started_at', '<', toText(before)).select('id');
        await trx(TOLD).whereIn('mail_id', old.clone()).delete();
        await trx(MAILS).where('started_at', '<', toText(before)).delete();
      });
    },
  };
}
