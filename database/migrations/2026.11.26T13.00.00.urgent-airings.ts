import type { Knex } from 'knex';

/** Which urgent message an airing obeyed: there is no slot for it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('ops_airings', (table) => {
    table.text('notice_id');
    table.index(['notice_id']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: the ledger names what it obeyed.');
}
