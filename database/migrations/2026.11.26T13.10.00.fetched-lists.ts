import type { Knex } from 'knex';

/** Which list a station has taken: what stands in it is counted on there, whatever is planned afterwards. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_manifest_fetches', (table) => {
    table.text('station_code').notNullable();
    table.integer('version').notNullable();
    table.text('first_at').notNullable();
    table.primary(['station_code', 'version']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('ops_manifest_fetches');
}
