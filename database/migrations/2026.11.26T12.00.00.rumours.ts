import type { Knex } from 'knex';

/** What people say and ask, without anybody who said it: there is no column for a person but who of the desk wrote it down. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_rumours', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('text').notNullable();
    table.text('language').notNullable();
    table.text('risk').notNullable();
    table.text('noted_at').notNullable();
    table.text('noted_by').notNullable();
    table.text('verified_at');
    table.text('verified_by');
    table.text('answer');
    table.text('answer_source');
    table.text('message_code');
    table.text('spot_code');
    table.text('answered_at');
    table.text('answered_by');
    table.integer('revision').notNullable();
  });
  await knex.schema.createTable('ops_rumour_hearings', (table) => {
    table.text('rumour_id').notNullable();
    table.integer('place').notNullable();
    table.text('day').notNullable();
    table.text('heard_on').notNullable();
    table.text('zone_code');
    table.primary(['rumour_id', 'place']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: answers stand in these rows.');
}
