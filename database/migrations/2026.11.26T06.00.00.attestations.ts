import type { Knex } from 'knex';

/** What stations attested, word for word: a signed paper can be compared with it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ops_attestations', (table) => {
    table.text('number').primary();
    table.text('station_code').notNullable();
    table.integer('sequence').notNullable();
    table.text('contract_document_id').notNullable();
    table.text('content').notNullable();
    table.text('content_hash').notNullable();
    table.text('issued_at').notNullable();
    table.text('issued_by').notNullable();
    table.unique(['station_code', 'sequence']);
    // Drawn up twice from the same facts, it is one paper.
    table.unique(['contract_document_id', 'content_hash']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Restore a backup instead: signed papers refer to these rows.');
}
