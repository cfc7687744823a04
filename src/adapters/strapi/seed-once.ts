import type { Core } from '@strapi/strapi';

/** Runs `seed` the first time only. What people then change or delete stays as they left it. */
export async function seedOnce(
  strapi: Core.Strapi,
  key: string,
  now: Date,
  seed: () => Promise<void>,
): Promise<void> {
  const database = strapi.db.connection;
  const seeded: unknown = await database('ops_seeded').where({ key }).first();
  if (seeded !== undefined) return;
  await seed();
  await database('ops_seeded').insert({ key, at: now.toISOString() });
}
