import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { isDeclaredDown, VOICES, type ConsentSubject, type Voices } from '../../domain/consent';
import { declaredDownSentence } from '../../wording/consent';
import { refuseDocument } from './document-call';

/** Refuses a form that declares away somebody whose consent was recorded: it would open every door that a withdrawal closed. */
export async function refuseDeclaredDown(
  strapi: Core.Strapi,
  subject: ConsentSubject,
  before: Voices,
  wanted: unknown,
): Promise<void> {
  const after = VOICES.find((known) => known === wanted);
  if (after === undefined || after === before) return;
  if (isDeclaredDown(before, after, await countConsents(strapi, subject))) {
    refuseDocument(declaredDownSentence(subject));
  }
}

/** How many were ever recorded. On the transaction of the call where there is one: SQLite has a single connection. */
export async function countConsents(
  strapi: Core.Strapi,
  { kind, code }: ConsentSubject,
): Promise<number> {
  const rows: unknown = await strapi.db.transaction(
    async ({ trx }: { readonly trx: Knex.Transaction }) =>
      trx('ops_consents').where({ subject_kind: kind, subject_code: code }).select('id'),
  );
  return Array.isArray(rows) ? rows.length : 0;
}
