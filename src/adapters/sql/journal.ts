import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

import type { Journal } from '../../composition/ports';
import { toText } from './rows';

/** Who did what to which thing, one row an event. */
export function createJournal(knex: Knex): Journal {
  return {
    async write({ at, by, action, subject, details = {} }) {
      await knex('ops_journal').insert({
        id: randomUUID(),
        at: toText(at),
        by,
        action,
        subject,
        details: JSON.stringify(details),
      });
    },
  };
}
