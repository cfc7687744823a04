import type { Knex } from 'knex';

/** Recordings that come in pieces: whose they are, and how much of them is on the disk. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_uploads', (table) => {
    table.text('id').primary();
    table.text('owner').notNullable();
    table.text('spot_code').notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.bigInteger('received_bytes').notNullable();
    table.text('created_at').notNullable();
    table.text('touched_at').notNullable();
    table.text('submitted_at');
    table.index(['submitted_at', 'touched_at']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: recordings may be under way.');
}
