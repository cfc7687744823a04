import type { Knex } from 'knex';

/** What networks say of published posts: a look at each age, and the figures it brought, by the network's own names. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_insight_looks', (table) => {
    table.text('delivery_id').notNullable();
    table.integer('age_hours').notNullable();
    table.text('looked_at').notNullable();
    table.primary(['delivery_id', 'age_hours']);
  });
  await knex.schema.createTable('ops_insights', (table) => {
    table.text('delivery_id').notNullable();
    table.integer('age_hours').notNullable();
    table.text('metric').notNullable();
    table.text('kind').notNullable();
    table.double('value').notNullable();
    table.text('taken_at').notNullable();
    table.primary(['delivery_id', 'age_hours', 'metric']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: networks forget these figures.');
}
