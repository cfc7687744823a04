import type { Knex } from 'knex';

/**
 * Whose voice a recording carries, who confirmed a re-voiced one, what was destroyed, and for whom a consent speaks.
 * What was there before is taken for the person's own voice: the careful reading.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('ops_spot_versions', (table) => {
    table.text('voicing').notNullable().defaultTo('original');
    table.text('actor_reference');
    table.text('confirmed_by');
    table.text('confirmed_at');
    table.text('erased_by');
    table.text('erased_at');
    table.index(['master_sha256']);
    table.index(['state']);
  });
  await knex.schema.alterTable('ops_uploads', (table) => {
    table.text('voicing').notNullable().defaultTo('original');
    table.text('actor_reference');
  });
  await knex.schema.alterTable('ops_consents', (table) => {
    table.text('speaker').notNullable().defaultTo('witness');
  });
}

export async function down(): Promise<void> {
  throw new Error(
    'Restore a backup instead: without these columns a protected voice would go out.',
  );
}
