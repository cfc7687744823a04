import type { Knex } from 'knex';

/** What each station is to hold, frozen and numbered, and the links by which programs fetch it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_manifests', (table) => {
    table.text('station_code').notNullable();
    table.integer('version').notNullable();
    table.text('content_hash').notNullable();
    table.text('frozen_at').notNullable();
    table.text('body').notNullable();
    table.primary(['station_code', 'version']);
  });

  // What was looked at when a station's list was last found current: as long as it reads the same, so does the list.
  await knex.schema.createTable('ops_manifest_heads', (table) => {
    table.text('station_code').primary();
    table.integer('version').notNullable();
    table.text('content_hash').notNullable();
    table.text('time_zone').notNullable();
    table.text('basis').notNullable();
  });

  // Every name under which a station was ever given a spot: a recall names them all.
  await knex.schema.createTable('ops_manifest_files', (table) => {
    table.text('station_code').notNullable();
    table.text('file_name').notNullable();
    table.text('spot_code').notNullable();
    table.integer('first_version').notNullable();
    table.primary(['station_code', 'file_name']);
    table.index(['station_code', 'spot_code']);
  });

  // The recording that the last list named for a slot: what the station was asked to air.
  await knex.schema.createTable('ops_manifest_slots', (table) => {
    table.text('slot_id').primary();
    table.text('station_code').notNullable();
    table.text('rendition_id').notNullable();
    table.integer('version_number').notNullable();
    table.integer('manifest_version').notNullable();
    table.index(['station_code']);
  });

  await knex.schema.createTable('ops_delivery_tokens', (table) => {
    table.text('id').primary();
    table.text('token_hash').notNullable().unique();
    table.text('station_code').notNullable();
    table.text('purpose').notNullable();
    table.text('label').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('last_used_at');
    table.text('revoked_at');
    table.text('revoked_by');
    table.index(['station_code', 'purpose']);
  });

  // An archive says the CRC-32 of a file before its bytes: it is worked out once.
  await knex.schema.createTable('ops_rendition_checksums', (table) => {
    table.text('rendition_id').primary().references('id').inTable('ops_renditions');
    table.bigInteger('crc32').notNullable();
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: stations hold what these lists name.');
}
