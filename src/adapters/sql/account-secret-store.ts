import type { Knex } from 'knex';
import { z } from 'zod';

import type { AccountSecretStore, SecretBox } from '../../composition/ports';
import { NETWORKS } from '../../domain/social';
import { toInstant, toText } from './rows';

const TABLE = 'ops_account_secrets';

const rowShape = z.object({
  account_code: z.string(),
  network: z.enum(NETWORKS),
  key_id: z.string(),
  sealed: z.string(),
  saved_by: z.string(),
  saved_at: z.string(),
});

/** A sealed text opens for its own account and network only. */
const contextOf = (accountCode: string, network: string) => `account ${accountCode} ${network}`;

/** Secrets of accounts in rows, sealed: the table is of no use without the installation's key. */
export function createAccountSecretStore(knex: Knex, box: SecretBox): AccountSecretStore {
  return {
    canKeep: () => box.hasKey(),

    async save({ accountCode, network }, secrets, by, at) {
      const { keyId, sealed } = box.seal(JSON.stringify(secrets), contextOf(accountCode, network));
      const row = { network, key_id: keyId, sealed, saved_by: by, saved_at: toText(at) };
      await knex(TABLE)
        .insert({ account_code: accountCode, ...row })
        .onConflict('account_code')
        .merge(row);
    },

    async read(accountCode, network) {
      const found: unknown = await knex(TABLE)
        .where({ account_code: accountCode, network })
        .first();
      if (found === undefined) return null;
      const row = rowShape.parse(found);
      const context = contextOf(accountCode, network);
      const text = box.open(row.sealed, row.key_id, context);
      if (text === null) return null;
      if (!box.isCurrent(row.key_id) && box.hasKey()) {
        const { keyId, sealed } = box.seal(text, context);
        await knex(TABLE)
          .where({ account_code: accountCode, sealed: row.sealed })
          .update({ key_id: keyId, sealed });
      }
      return z.record(z.string(), z.string()).parse(JSON.parse(text));
    },

    async saved() {
      const rows: unknown[] = await knex(TABLE).orderBy('account_code');
      return rows.map((found) => {
        const row = rowShape.parse(found);
        return {
          accountCode: row.account_code,
          network: row.network,
          savedBy: row.saved_by,
          savedAt: toInstant(row.saved_at),
        };
      });
    },

    async erase(accountCode) {
      return (await knex(TABLE).where({ account_code: accountCode }).delete()) > 0;
    },
  };
}
