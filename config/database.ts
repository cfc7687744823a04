import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { rememberStatements, type NativeConnection } from '../src/composition/remember-statements';
import { dataFolder } from '../src/composition/settings';

/**
 * Strapi drops removed columns and tables by default; the ledger must survive a schema mistake.
 *
 * `useTypescriptMigrations` stays off: to find one folder it loads the whole TypeScript compiler into the server, some 20 MB
 * that stay. Each migration has a `.js` beside it instead, of one line, that leads to what was compiled.
 */
const settings = { forceMigration: false };

type NativeSqlite = NativeConnection & { pragma(text: string): unknown };

function sqlite(): Core.Config.Database {
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(dataFolder(), 'yeelen.db') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate(native: NativeSqlite, done: (error: Error | null, native: unknown) => void) {
          // WAL makes writes some fifteen times cheaper; FULL keeps what was confirmed through a power cut.
          native.pragma('journal_mode = WAL');
          native.pragma('synchronous = FULL');
          native.pragma('busy_timeout = 10000');
          rememberStatements(native);
          done(null, native);
        },
      },
    },
    settings,
  } as Core.Config.Database;
}

function postgres(env: Core.Config.Shared.ConfigParams['env']): Core.Config.Database {
  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString: env('DATABASE_URL'),
        ssl: env.bool('DATABASE_SSL', false) && {
          rejectUnauthorized: env.bool('DATABASE_SSL_VERIFY', true),
        },
      },
      pool: { min: 2, max: 10 },
    },
    settings,
  } as Core.Config.Database;
}

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database =>
  env('DATABASE_CLIENT', 'sqlite') === 'postgres' ? postgres(env) : sqlite();
