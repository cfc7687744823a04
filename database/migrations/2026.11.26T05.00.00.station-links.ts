import type { Knex } from 'knex';

/** Links that sign a station in, each once: only the hash of the token is kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_station_links', (table) => {
    table.text('id').primary();
    table.text('token_hash').notNullable().unique();
    table.text('station_code').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable();
    table.text('used_at');
    table.text('revoked_by');
    table.text('revoked_at');
    table.index(['station_code', 'created_at']);
    table.index(['expires_at']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: stations may hold a link that they still need.');
}
