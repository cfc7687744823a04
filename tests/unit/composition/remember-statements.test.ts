import type Database from 'better-sqlite3';
import knex, { type Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { rememberStatements } from '../../../src/composition/remember-statements';

let compiled: string[];
let base: Knex;

beforeEach(async () => {
  compiled = [];
  base = knex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(native: Database.Database, done: (error: null, native: unknown) => void) {
        const prepare = native.prepare.bind(native);
        native.prepare = (sql: string) => {
          compiled.push(sql);
          return prepare(sql);
        };
        rememberStatements(native);
        done(null, native);
      },
    },
  });
  await base.schema.createTable('spots', (table) => {
    table.increments('id');
    table.string('code');
  });
  await base('spots').insert([{ code: '0042' }, { code: '0043' }]);
  compiled = [];
});

afterEach(() => base.destroy());

const codes = async (least: number) => {
  const rows = (await base('spots').where('id', '>=', least)) as Record<string, unknown>[];
  return rows;
};

describe('a connection that remembers its statements', () => {
  it('compiles a question once, whatever is asked with it', async () => {
    expect(await codes(1)).toHaveLength(2);
    expect(await codes(2)).toEqual([{ id: 2, code: '0043' }]);
    expect(await codes(3)).toEqual([]);
    expect(compiled).toHaveLength(1);
  });

  it('goes on remembering through transactions', async () => {
    await codes(1);
    for (let time = 0; time < 2; time += 1) {
      await base.transaction((change) => change('spots').insert({ code: '0046' }));
    }
    await codes(1);
    expect(new Set(compiled).size).toBe(compiled.length);
  });

  it('sees what another statement wrote, and nothing of what was taken back', async () => {
    await codes(1);
    await base('spots').insert({ code: '0044' });
    await expect(
      base.transaction(async (change) => {
        await change('spots').insert({ code: '0045' });
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    expect((await codes(1)).map(({ code }) => code)).toEqual(['0042', '0043', '0044']);
  });

  it('knows the columns of a table that was changed meanwhile', async () => {
    await codes(1);
    await base.schema.alterTable('spots', (table) => {
      table.string('title').defaultTo('Avant de partir');
    });
    expect(await codes(2)).toEqual([{ id: 2, code: '0043', title: 'Avant de partir' }]);
    await base.schema.alterTable('spots', (table) => table.dropColumn('code'));
    expect(await codes(2)).toEqual([{ id: 2, title: 'Avant de partir' }]);
  });

  it('keeps a bounded number: what was not used for long is compiled again', async () => {
    await codes(1);
    const other = (index: number) => base('spots').select({ [`as_${index}`]: 'code' });
    for (let index = 0; index < 399; index += 1) await other(index);
    await codes(1);
    expect(compiled).toHaveLength(400);
    for (let index = 0; index < 400; index += 1) await other(1000 + index);
    await codes(1);
    expect(compiled).toHaveLength(801);
  });

  it('answers a wrong question with its error, again and again', async () => {
    for (let time = 0; time < 2; time += 1) {
      await expect(base('stations').select()).rejects.toThrow('no such table: stations');
    }
  });
});
