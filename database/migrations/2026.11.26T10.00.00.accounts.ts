import type { Knex } from 'knex';

/** Accounts on networks: sealed secrets, what is known of each, who may post there, what calls cost. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_account_secrets', (table) => {
    table.text('account_code').primary();
    table.text('network').notNullable();
    table.text('key_id').notNullable();
    table.text('sealed').notNullable();
    table.text('saved_by').notNullable();
    table.text('saved_at').notNullable();
  });

  await knex.schema.createTable('ops_account_states', (table) => {
    table.text('account_code').primary();
    table.integer('version').notNullable();
    table.text('state').notNullable();
    table.text('changed_at').notNullable();
  });

  await knex.schema.createTable('ops_account_people', (table) => {
    table.text('account_code').notNullable();
    table.text('person').notNullable();
    table.primary(['account_code', 'person']);
  });

  await knex.schema.createTable('ops_account_spending', (table) => {
    table.increments('id');
    table.text('account_code').notNullable();
    table.text('month').notNullable();
    table.text('at').notNullable();
    table.text('call').notNullable();
    table.integer('times').notNullable();
    table.bigInteger('micro_usd').notNullable();
    table.index(['month', 'account_code']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: what was spent must not be forgotten.');
}
