import type { Knex } from 'knex';

/** Posts that somebody put on a channel by hand: who, when, where. A mistake is taken back by another row. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_hand_posts', (table) => {
    table.text('id').primary();
    table.text('post_code').notNullable().index();
    table.text('place').notNullable();
    table.text('at').notNullable();
    table.text('by').notNullable();
    // Taken back once: two people who press at the same time leave one row.
    table.text('undoes').unique();
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: these rows say who has to delete what.');
}
