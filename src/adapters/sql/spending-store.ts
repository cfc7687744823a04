import type { Knex } from 'knex';
import { z } from 'zod';

import type { SpendingStore } from '../../composition/ports';
import { monthOf } from '../../domain/social';
import { toCount, toText } from './rows';

const rowShape = z.object({
  account_code: z.string(),
  micro_usd: z.union([z.number(), z.string()]),
});

const TABLE = 'ops_account_spending';

/** One row for each call that a network takes money for. */
export function createSpendingStore(knex: Knex): SpendingStore {
  return {
    async add({ accountCode, call, times, microUsd, at }) {
      await knex(TABLE).insert({
        account_code: accountCode,
        month: monthOf(at),
        at: toText(at),
        call,
        times,
        micro_usd: microUsd,
      });
    },
    async ofMonth(month) {
      const rows: unknown[] = await knex(TABLE)
        .where({ month })
        .groupBy('account_code')
        .select('account_code')
        .sum({ micro_usd: 'micro_usd' });
      return new Map(
        rows.map((found) => {
          const row = rowShape.parse(found);
          return [row.account_code, toCount(row.micro_usd)];
        }),
      );
    },
  };
}
