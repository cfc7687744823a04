import type { Knex } from 'knex';
import { z } from 'zod';

import type { AccountStateStore } from '../../composition/ports';
import { freshState, PAUSE_REASONS } from '../../domain/social';
import type { AccountState } from '../../domain/social';
import { toText } from './rows';

const STATES = 'ops_account_states';
const PEOPLE = 'ops_account_people';

/** Somebody else may have written between a look and a write: so often it is tried again. */
const MOST_TRIES = 20;

const instant = z.string().transform((text) => new Date(text));

const stateShape = z.object({
  accountCode: z.string(),
  pause: z
    .object({
      reason: z.enum(PAUSE_REASONS),
      since: instant,
      until: instant.nullable(),
      words: z.string(),
    })
    .nullable(),
  limitsInARow: z.number(),
  checkedAt: instant.nullable(),
  report: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('connected'), accountName: z.string() }),
      z.object({ kind: z.enum(['broken', 'unreachable']), words: z.string() }),
    ])
    .nullable(),
  capMicroUsd: z.number().nullable(),
});

const rowShape = z.object({ account_code: z.string(), version: z.number(), state: z.string() });

function stateOf(row: z.infer<typeof rowShape>): AccountState {
  return stateShape.parse(JSON.parse(row.state));
}

/** What is known of accounts, one row each; every write is a compare-and-set on its version. */
export function createAccountStateStore(knex: Knex): AccountStateStore {
  async function rowOf(accountCode: string) {
    const found: unknown = await knex(STATES).where({ account_code: accountCode }).first();
    return found === undefined ? null : rowShape.parse(found);
  }

  async function write(
    accountCode: string,
    before: number | null,
    state: AccountState,
    at: Date,
  ): Promise<boolean> {
    const row = { state: JSON.stringify(state), changed_at: toText(at) };
    if (before !== null) {
      const changed = await knex(STATES)
        .where({ account_code: accountCode, version: before })
        .update({ ...row, version: before + 1 });
      return changed === 1;
    }
    const added: unknown[] = await knex(STATES)
      .insert({ account_code: accountCode, version: 1, ...row })
      .onConflict('account_code')
      .ignore()
      .returning('account_code');
    return added.length === 1;
  }

  return {
    async of(accountCode) {
      const row = await rowOf(accountCode);
      return row === null ? freshState(accountCode) : stateOf(row);
    },

    async all() {
      const rows: unknown[] = await knex(STATES);
      return new Map(
        rows.map((found) => {
          const row = rowShape.parse(found);
          return [row.account_code, stateOf(row)];
        }),
      );
    },

    async change(accountCode, change, at) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const row = await rowOf(accountCode);
        const before = row === null ? freshState(accountCode) : stateOf(row);
        const after = change(before);
        if (after === before) return before;
        if (await write(accountCode, row?.version ?? null, after, at)) return after;
      }
      throw new Error(`The state of account ${accountCode} changes too fast to be written.`);
    },

    async people() {
      const rows = await knex<{ account_code: string; person: string }>(PEOPLE)
        .orderBy(['account_code', 'person'])
        .select();
      const people = new Map<string, string[]>();
      for (const row of rows) {
        people.set(row.account_code, [...(people.get(row.account_code) ?? []), row.person]);
      }
      return people;
    },

    async setPeople(accountCode, people) {
      await knex.transaction(async (trx) => {
        await trx(PEOPLE).where({ account_code: accountCode }).delete();
        const rows = people.map((person) => ({ account_code: accountCode, person }));
        if (rows.length > 0) await trx(PEOPLE).insert(rows);
      });
    },
  };
}
