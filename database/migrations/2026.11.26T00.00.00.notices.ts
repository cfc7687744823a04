import type { Knex } from 'knex';

/** Urgent messages and recalls, and which stations know of them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_notices', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('spot_code').notNullable();
    table.text('reason').notNullable();
    table.text('station_codes').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('in_force_at');
    table.text('approved_by');
    table.text('ended_at');
    table.text('ended_by');
    table.index(['spot_code']);
  });
  // Every door asks what is in force: its cost must not grow with what ended long ago.
  await knex.raw(
    `CREATE INDEX ops_notices_open ON ops_notices (created_at) WHERE ended_at IS NULL`,
  );
  // A spot is pulled once; a recall that was lifted may come again.
  await knex.raw(
    `CREATE UNIQUE INDEX ops_notices_one_recall ON ops_notices (spot_code) WHERE kind = 'recall' AND ended_at IS NULL`,
  );

  await knex.schema.createTable('ops_acknowledgements', (table) => {
    table.text('notice_id').notNullable().references('id').inTable('ops_notices');
    table.text('station_code').notNullable();
    table.text('by').notNullable();
    table.text('at').notNullable();
    table.primary(['notice_id', 'station_code']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: a recall must not be forgotten.');
}
