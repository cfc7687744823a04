import type { Knex } from 'knex';

/** Flights, and where each slot came from: planned by a flight, moved by a person, or made good for a missed one. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_flights', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('from_day').notNullable();
    table.text('to_day').notNullable();
    table.integer('priority').notNullable();
    table.text('terms').notNullable();
    table.text('state').notNullable();
    table.integer('revision').notNullable();
    table.text('changed_by').notNullable();
    table.text('changed_at').notNullable();
    table.text('created_at').notNullable();
    table.index(['to_day']);
  });

  await knex.schema.createTable('ops_slot_origins', (table) => {
    table.text('slot_id').primary();
    table.text('flight_id');
    table.text('kind').notNullable();
    table.text('from_slot_id');
    // When the plan itself let the slot go. A slot that a person cancelled has none: it is not planned anew.
    table.text('ended_at');
    table.index(['flight_id']);
    table.index(['from_slot_id']);
  });
  // A missed slot is made good once, also when two people ask at the same moment.
  await knex.raw(
    `CREATE UNIQUE INDEX ops_slot_origins_one_make_good ON ops_slot_origins (from_slot_id) WHERE kind = 'make-good' AND ended_at IS NULL`,
  );

  // Slots of a flight wait here, in small writes, until one statement makes all of them real.
  await knex.schema.createTable('ops_flight_staging', (table) => {
    table.text('slot_id').primary();
    table.text('claim').notNullable();
    table.text('station_code').notNullable();
    table.text('spot_code').notNullable();
    table.text('language').notNullable();
    table.text('window_start').notNullable();
    table.text('window_end').notNullable();
    table.text('air_date').notNullable();
    table.text('staged_at').notNullable();
    table.index(['claim']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: the plan of the broadcasts would be lost.');
}
