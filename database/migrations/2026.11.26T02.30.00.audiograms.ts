import type { Knex } from 'knex';

/** Short films of spots for social networks: one row a (recording, options, engine), so that the same work is done once. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_audiograms', (table) => {
    table.text('id').primary();
    table.text('spot_version_id').notNullable().references('id').inTable('ops_spot_versions');
    table.text('spot_code').notNullable();
    table.text('options').notNullable();
    table.text('options_hash').notNullable();
    table.text('toolchain_hash').notNullable();
    table.text('state').notNullable();
    table.integer('progress_percent').notNullable().defaultTo(0);
    table.text('failure');
    table.text('storage_key');
    table.text('sha256');
    table.bigInteger('size_bytes');
    table.double('duration_seconds');
    table.double('source_seconds');
    table.text('requested_by').notNullable();
    table.text('requested_at').notNullable();
    table.unique(['spot_version_id', 'options_hash', 'toolchain_hash']);
    table.index(['state']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: films may be under way.');
}
