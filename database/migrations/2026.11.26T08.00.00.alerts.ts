import type { Knex } from 'knex';

/** When an urgent message ends and why a spot was pulled; and who is told by e-mail of what nobody answered. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('ops_notices', (table) => {
    table.text('ends_at');
    table.text('recall_reason');
    table.text('note');
  });

  // A spot is urgent once at a time, also when two people press at once.
  await knex.raw(
    `CREATE UNIQUE INDEX ops_notices_one_urgent ON ops_notices (spot_code) WHERE kind = 'urgent' AND ended_at IS NULL`,
  );
  await knex.raw(
    `CREATE INDEX ops_notices_due ON ops_notices (ends_at) WHERE ended_at IS NULL AND ends_at IS NOT NULL`,
  );

  // Who holds a spot that is pulled, and what is planned of it.
  await knex.schema.alterTable('ops_receipts', (table) => table.index(['spot_code']));
  await knex.raw(
    `CREATE INDEX ops_slots_of_spot ON ops_slots (spot_code, window_end) WHERE state = 'planned'`,
  );

  await knex.schema.createTable('ops_nudge_readers', (table) => {
    table.text('person').primary();
    table.text('since').notNullable();
  });

  await knex.schema.createTable('ops_nudge_mails', (table) => {
    table.text('id').primary();
    table.text('person').notNullable();
    table.integer('number').notNullable();
    table.text('state').notNullable();
    table.text('started_at').notNullable();
    table.text('ended_at');
    table.text('words');
    // Two workers that find the same hour due write the same number: one of them loses.
    table.unique(['person', 'number']);
    table.index(['started_at']);
  });
  await knex.raw(
    `CREATE INDEX ops_nudge_mails_sending ON ops_nudge_mails (started_at) WHERE state = 'sending'`,
  );

  await knex.schema.createTable('ops_nudges_told', (table) => {
    table.text('person').notNullable();
    table.text('nudge').notNullable();
    table.text('mail_id').notNullable().references('id').inTable('ops_nudge_mails');
    table.primary(['person', 'nudge']);
    table.index(['mail_id']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: a recall must not be forgotten.');
}
