import type { Core } from '@strapi/strapi';

import { UID, type ContentTypeUid } from './documents';

/** What a station's list is made from. */
const WATCHED: readonly ContentTypeUid[] = [UID.campaign, UID.profile, UID.spot, UID.station];

/**
 * Reads how many documents there are of each kind and when one was last edited, in one query whose text is made once: every
 * edit through the document service sets that instant.
 */
export function watchContent(strapi: Core.Strapi): () => Promise<string> {
  let sql: string | null = null;
  return async () => {
    sql ??= `SELECT ${WATCHED.map((uid, place) => columnsOf(strapi, uid, place)).join(', ')}`;
    const answer: unknown = await strapi.db.connection.raw(sql);
    const isWrapped = typeof answer === 'object' && answer !== null && 'rows' in answer;
    return JSON.stringify(isWrapped ? answer.rows : answer);
  };
}

/** The names of tables are Strapi's own; nothing of a request is in them. */
function columnsOf(strapi: Core.Strapi, uid: ContentTypeUid, place: number): string {
  const { tableName } = strapi.db.metadata.get(uid);
  return [
    `(SELECT COUNT(*) FROM "${tableName}") AS count_${place}`,
    `(SELECT MAX(updated_at) FROM "${tableName}") AS newest_${place}`,
  ].join(', ');
}
