import type { Knex } from 'knex';

/** What a station's paper and its text messages go by: the code of a day, the numbers of its lines, messages that came. */
export async function up(knex: Knex): Promise<void> {
  // Every code ever given and the first day it may stand for again: it is claimed in one statement.
  await knex.schema.createTable('ops_day_codes', (table) => {
    table.text('code').primary();
    table.integer('payload').notNullable().unique();
    table.text('free_from').notNullable();
    table.index(['free_from', 'payload']);
  });

  await knex.schema.createTable('ops_station_days', (table) => {
    table.text('station_code').notNullable();
    table.text('day').notNullable();
    table.text('code').notNullable();
    table.text('given_at').notNullable();
    table.primary(['station_code', 'day']);
    table.index(['code', 'day']);
  });

  // A line keeps its number and a number its line, also when the slot is cancelled: the paper is printed.
  await knex.schema.createTable('ops_station_day_lines', (table) => {
    table.text('station_code').notNullable();
    table.text('day').notNullable();
    table.integer('line').notNullable();
    table.text('slot_id').notNullable();
    table.text('given_at').notNullable();
    table.primary(['station_code', 'day', 'line']);
    table.unique(['station_code', 'day', 'slot_id']);
  });

  // No telephone number and no word of what was written: a digest of who, what became of it, and our reply.
  await knex.schema.createTable('ops_sms_messages', (table) => {
    table.text('id').primary();
    table.text('received_at').notNullable();
    table.text('sender_digest');
    table.text('station_code');
    table.text('outcome').notNullable();
    table.text('reply');
    table.text('reply_state').notNullable();
    table.text('reply_at');
    table.integer('reply_attempts').notNullable().defaultTo(0);
    table.index(['received_at']);
  });
  await knex.raw(
    `CREATE INDEX ops_sms_messages_due ON ops_sms_messages (reply_at) WHERE reply_state = 'due'`,
  );
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: day sheets with these codes are printed.');
}
