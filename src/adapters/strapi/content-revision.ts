import type { Core } from '@strapi/strapi';

import { UID, type ContentTypeUid } from './documents';

/** What a station's list is made from. */
const WATCHED: readonly ContentTypeUid[] = [UID.campaign, UID.profile, UID.spot, UID.station];

/**
 * How many documents there are of each kind and when one was last edited, in one query: every edit through the document
 * service sets that instant.
 */
export async function contentRevision(strapi: Core.Strapi): Promise<string> {
  const knex = strapi.db.connection;
  const columns = WATCHED.flatMap((uid, place) => {
    const { tableName } = strapi.db.metadata.get(uid);
    return [
      knex(tableName).count('*').as(`count_${place}`),
      knex(tableName).max('updated_at').as(`newest_${place}`),
    ];
  });
  const rows: unknown = await knex.select(columns);
  return JSON.stringify(rows);
}
