import type { Knex } from 'knex';

/**
 * The operational tables: what workers and doors write, beside the documents that people edit.
 * Instants are ISO 8601 text in UTC, days `YYYY-MM-DD`: they sort as text and read the same on SQLite and PostgreSQL.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_jobs', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('subject').notNullable();
    table.text('state').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('run_at').notNullable();
    table.text('claim');
    table.text('lease_until');
    table.text('failure');
    table.text('created_at').notNullable();
    table.text('finished_at');
    table.index(['state', 'run_at']);
  });
  await knex.raw(
    `CREATE UNIQUE INDEX ops_jobs_one_living ON ops_jobs (kind, subject) WHERE state IN ('queued', 'running')`,
  );

  await knex.schema.createTable('ops_spot_versions', (table) => {
    table.text('id').primary();
    table.text('spot_code').notNullable();
    table.integer('number').notNullable();
    table.text('state').notNullable();
    table.integer('progress_percent').notNullable().defaultTo(0);
    table.text('master_key').notNullable();
    table.text('master_sha256').notNullable();
    table.bigInteger('master_size_bytes').notNullable();
    table.text('measurement');
    table.text('verdict');
    table.text('failure');
    table.text('uploaded_by').notNullable();
    table.text('uploaded_at').notNullable();
    table.unique(['spot_code', 'number']);
  });

  await knex.schema.createTable('ops_renditions', (table) => {
    table.text('id').primary();
    table.text('spot_version_id').notNullable().references('id').inTable('ops_spot_versions');
    table.text('spot_code').notNullable();
    table.text('profile_code').notNullable();
    table.text('profile_hash').notNullable();
    table.text('toolchain_hash').notNullable();
    table.text('storage_key').notNullable();
    table.text('file_name').notNullable();
    table.text('media_type').notNullable();
    table.text('sha256').notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.double('duration_seconds').notNullable();
    table.double('loudness_lufs');
    table.double('true_peak_dbtp');
    table.text('created_at').notNullable();
    table.unique(['spot_version_id', 'profile_hash', 'toolchain_hash']);
  });

  await knex.schema.createTable('ops_consents', (table) => {
    table.text('id').primary();
    table.text('subject_kind').notNullable();
    table.text('subject_code').notNullable();
    table.text('reference').notNullable();
    table.text('voices').notNullable();
    table.text('channels').notNullable();
    table.text('languages').notNullable();
    table.boolean('is_aid_independent').notNullable();
    table.boolean('has_child_agreed').notNullable();
    table.boolean('has_guardian_agreed').notNullable();
    table.text('recorded_by').notNullable();
    table.text('recorded_at').notNullable();
    table.text('expires_on').notNullable();
    table.text('approved_by');
    table.text('withdrawn_by');
    table.text('withdrawn_at');
    table.index(['subject_kind', 'subject_code']);
  });

  await knex.schema.createTable('ops_slots', (table) => {
    table.text('id').primary();
    table.text('station_code').notNullable();
    table.text('spot_code').notNullable();
    table.text('language').notNullable();
    table.text('window_start').notNullable();
    table.text('window_end').notNullable();
    table.text('air_date').notNullable();
    table.text('state').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('cancelled_by');
    table.text('cancelled_at');
    table.index(['station_code', 'air_date']);
    table.index(['air_date']);
  });
  await knex.raw(
    `CREATE UNIQUE INDEX ops_slots_one_living ON ops_slots (station_code, window_start, spot_code) WHERE state = 'planned'`,
  );

  await knex.schema.createTable('ops_receipts', (table) => {
    table.text('id').primary();
    table.text('station_code').notNullable();
    table.text('rendition_id').notNullable();
    table.text('spot_code').notNullable();
    table.bigInteger('first_byte').notNullable();
    table.bigInteger('last_byte').notNullable();
    table.bigInteger('size_bytes').notNullable();
    table.boolean('is_whole').notNullable();
    table.text('at').notNullable();
    table.index(['station_code', 'rendition_id']);
  });

  await knex.schema.createTable('ops_airings', (table) => {
    table.text('id').primary();
    table.text('idempotency_key').notNullable().unique();
    table.text('station_code').notNullable();
    table.text('slot_id');
    table.text('spot_code').notNullable();
    table.text('language').notNullable();
    table.double('duration_seconds');
    table.text('outcome').notNullable();
    table.text('aired_at');
    table.text('missed_reason');
    table.text('evidence').notNullable();
    table.text('said_by').notNullable();
    table.text('recorded_at').notNullable();
    // One entry is superseded once: two corrections of the same entry cannot both stand.
    table.text('supersedes').unique();
    table.index(['slot_id']);
    table.index(['station_code', 'recorded_at']);
  });
  // A slot has one first entry; whoever comes second corrects it.
  await knex.raw(
    `CREATE UNIQUE INDEX ops_airings_one_first ON ops_airings (slot_id) WHERE supersedes IS NULL AND slot_id IS NOT NULL`,
  );

  await knex.schema.createTable('ops_station_codes', (table) => {
    table.text('station_code').primary();
    table.text('code_hash').notNullable();
    table.text('set_by').notNullable();
    table.text('set_at').notNullable();
  });

  await knex.schema.createTable('ops_station_sessions', (table) => {
    table.text('token_hash').primary();
    table.text('station_code').notNullable();
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable();
    table.index(['station_code']);
  });

  await knex.schema.createTable('ops_sign_in_failures', (table) => {
    table.increments('id');
    table.text('station_code').notNullable();
    table.text('address_hash').notNullable();
    table.text('at').notNullable();
    table.index(['station_code', 'address_hash', 'at']);
  });

  await knex.schema.createTable('ops_approvals', (table) => {
    table.text('post_code').primary();
    table.text('hash').notNullable();
    table.text('approved_by').notNullable();
    table.text('approved_at').notNullable();
  });

  await knex.schema.createTable('ops_deliveries', (table) => {
    table.text('id').primary();
    table.text('idempotency_key').notNullable().unique();
    table.text('post_code').notNullable();
    table.text('account_code').notNullable();
    table.text('content').notNullable();
    table.text('approval_hash').notNullable();
    table.text('approved_by').notNullable();
    table.text('state').notNullable();
    table.integer('version').notNullable().defaultTo(0);
    table.text('claim');
    table.text('lease_until');
    table.text('send_started_at');
    table.text('not_before').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('remote_id');
    table.text('remote_url');
    table.text('sent_at');
    table.text('last_words');
    table.text('created_at').notNullable();
    table.index(['post_code']);
  });
  // The heartbeat asks only for the living rows: its cost must not grow with what was sent long ago.
  await knex.raw(
    `CREATE INDEX ops_deliveries_living ON ops_deliveries (state, not_before) WHERE state IN ('queued', 'sending', 'unknown')`,
  );

  // A post on a network belongs to one delivery: two that look alike are never settled by the same one.
  await knex.raw(
    `CREATE UNIQUE INDEX ops_deliveries_remote ON ops_deliveries (account_code, remote_id) WHERE remote_id IS NOT NULL`,
  );

  await knex.schema.createTable('ops_delivery_attempts', (table) => {
    table.increments('id');
    table.text('delivery_id').notNullable().references('id').inTable('ops_deliveries');
    table.text('at').notNullable();
    table.text('event').notNullable();
    table.text('words').notNullable();
    table.index(['delivery_id']);
  });

  await knex.schema.createTable('ops_journal', (table) => {
    table.text('id').primary();
    table.text('at').notNullable();
    table.text('by').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.text('details').notNullable();
    table.index(['subject']);
    table.index(['at']);
  });

  // A spot's code is said on air and written in logs: it is never given twice, not even after its spot was deleted.
  await knex.schema.createTable('ops_spot_codes', (table) => {
    table.text('code').primary();
    table.text('at').notNullable();
  });

  /** Example data that was seeded once: deleted examples do not come back. */
  await knex.schema.createTable('ops_seeded', (table) => {
    table.text('key').primary();
    table.text('at').notNullable();
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: the operational tables hold the airing ledger.');
}
