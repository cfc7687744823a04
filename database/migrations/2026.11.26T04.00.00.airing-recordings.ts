import type { Knex } from 'knex';

/** Recordings of what went out on air, one for an airing: where the file is, what it is, and when it was erased. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_airing_recordings', (table) => {
    table.text('id').primary();
    table.text('station_code').notNullable();
    table.text('spot_code').notNullable();
    table.text('language').notNullable();
    table.text('slot_id');
    // Null until the ledger has the entry: a row without one is what a power cut left behind.
    table.text('airing_id').unique();
    table.text('storage_key').notNullable();
    table.text('media_type').notNullable();
    table.text('sha256').notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.double('duration_seconds').notNullable();
    table.text('uploaded_by').notNullable();
    table.text('uploaded_at').notNullable();
    table.text('erased_at');
    table.text('erased_because');
    table.index(['spot_code']);
  });
  await knex.raw(
    `CREATE UNIQUE INDEX ops_airing_recordings_one ON ops_airing_recordings (slot_id) WHERE airing_id IS NOT NULL AND erased_at IS NULL AND slot_id IS NOT NULL`,
  );
  // The heartbeat asks for what is there or half there: its cost must not grow with what was erased long ago.
  await knex.raw(
    `CREATE INDEX ops_airing_recordings_living ON ops_airing_recordings (uploaded_at) WHERE erased_at IS NULL`,
  );
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: the files would belong to nobody.');
}
