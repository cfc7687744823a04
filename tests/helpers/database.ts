import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import createKnex, { type Knex } from 'knex';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'database', 'migrations');

export type TestDatabase = {
  readonly knex: Knex;
  /** Absolute path of the SQLite file, for a second connection to the same database. */
  readonly file: string;
  /** Ends the connections and removes the file. */
  close(): Promise<void>;
};

/** Opens a SQLite file as the server does: WAL, every commit on disk, foreign keys kept, one connection. */
export function connect(file: string): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(
        connection: { pragma(statement: string): unknown },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = FULL');
        connection.pragma('foreign_keys = ON');
        connection.pragma('busy_timeout = 5000');
        done(null, connection);
      },
    },
  });
}

async function migrate(knex: Knex): Promise<void> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.ts')).sort();
  for (const name of files) {
    const migration: unknown = await import(pathToFileURL(join(MIGRATIONS, name)).href);
    const up = (migration as { up(knex: Knex): Promise<void> }).up;
    // In a transaction, as the server applies them.
    await knex.transaction((trx) => up(trx));
  }
}

/** The bytes of a database that was just migrated: migrated once a process, then copied. */
let migrated: Promise<Buffer> | null = null;

async function migrateOnce(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-migrated-'));
  try {
    const file = join(folder, 'test.db');
    const knex = connect(file);
    await migrate(knex);
    // Closing the last connection brings everything from the log into the file.
    await knex.destroy();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A migrated database of its own in a scratch folder. */
export async function openTestDatabase(): Promise<TestDatabase> {
  migrated ??= migrateOnce();
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-database-'));
  const file = join(folder, 'test.db');
  await writeFile(file, await migrated);
  const knex = connect(file);
  return {
    knex,
    file,
    async close() {
      await knex.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
