import type { Knex } from 'knex';

/** By which door a station fetched: its page, a program's feed, a bundle. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('ops_receipts', (table) => {
    table.text('door').notNullable().defaultTo('page');
    table.index(['station_code', 'at']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: receipts are only ever added to.');
}
