import type { Knex } from 'knex';

const TABLE = 'ops_renditions';
const BEFORE = ['spot_version_id', 'profile_hash', 'toolchain_hash'];
const AFTER = [...BEFORE, 'cart_days'];

/** The days on air that a WAV says inside are part of what it is: other days make another file. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(TABLE, (table) => {
    table.text('cart_days').notNullable().defaultTo('');
    table.dropUnique(BEFORE);
    table.unique(AFTER);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex(TABLE).whereNot({ cart_days: '' }).delete();
  await knex.schema.alterTable(TABLE, (table) => {
    table.dropUnique(AFTER);
    table.unique(BEFORE);
    table.dropColumn('cart_days');
  });
}
