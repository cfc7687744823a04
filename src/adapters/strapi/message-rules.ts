import type { Core } from '@strapi/strapi';

import { stateAfterEdit } from '../../domain/messages';
import { isLanguage, SOURCE_LANGUAGE, type Language } from '../../domain/shared';
import { isReview } from './acting-as';
import { documentsOf, UID } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';
import { messageRow } from './parse-documents';
import { REVIEW_FIELDS } from './roles';

const TEXT_FIELDS = ['title', 'body', 'callToAction'] as const;
type TextField = (typeof TEXT_FIELDS)[number];

/**
 * A text is published as it was approved: a change of its words puts it back to draft, and only the review itself moves
 * the review state.
 */
export async function keepMessageRules(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  if (call.action === 'publish') {
    await refuseUnapproved(strapi, call);
    return;
  }
  const data = call.params.data;
  if (data === undefined || isReview()) return;
  for (const field of REVIEW_FIELDS) Reflect.deleteProperty(data, field);
  if (call.action === 'create' || call.action === 'clone') {
    data['reviewState'] = 'draft';
    await refuseMissingOrTakenCode(strapi, data['code']);
    return;
  }
  if (call.action !== 'update' || call.params.documentId === undefined) return;
  const current = await draftOf(strapi, call.params.documentId, singleLanguage(call));
  if (current === null) data['reviewState'] = 'draft';
  else data['reviewState'] = stateAfterEdit(current, { ...current, ...textsOf(data) });
}

/** The words that a change brings; a field that was emptied is empty, one that it leaves out stays as it was. */
function textsOf(data: Readonly<Record<string, unknown>>): Partial<Record<TextField, string>> {
  return Object.fromEntries(
    TEXT_FIELDS.filter((field) => field in data).map((field) => {
      const words = data[field];
      return [field, typeof words === 'string' ? words : ''];
    }),
  );
}

/** Strapi checks neither on a draft: required and unique hold for it only when it is published. */
async function refuseMissingOrTakenCode(strapi: Core.Strapi, code: unknown): Promise<void> {
  if (code === undefined || code === null || code === '') {
    refuseDocument('Donnez un code au message, par exemple MSG-DESERT-1.');
  }
  const query = { filters: { code }, locale: '*', status: 'draft' } as const;
  if ((await documentsOf(strapi, UID.message).count(query)) > 0) {
    refuseDocument('Ce code est déjà celui d’un autre message : donnez-en un autre.');
  }
}

async function refuseUnapproved(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { documentId, locale } = call.params;
  if (documentId === undefined) return;
  const languages = Array.isArray(locale) ? locale : [locale ?? SOURCE_LANGUAGE];
  for (const language of languages) {
    if (!isLanguage(language)) {
      refuseDocument('Publiez les langues une par une : chacune a sa propre relecture.');
    }
    const draft = await draftOf(strapi, documentId, language);
    if (draft?.reviewState !== 'approved') {
      refuseDocument(
        'Ce texte n’est pas encore approuvé dans cette langue. Soumettez-le à la relecture, puis publiez-le une fois approuvé.',
      );
    }
  }
}

function singleLanguage(call: DocumentCall): Language {
  return isLanguage(call.params.locale) ? call.params.locale : SOURCE_LANGUAGE;
}

async function draftOf(strapi: Core.Strapi, documentId: string, locale: Language) {
  const query = { documentId, locale, status: 'draft', populate: { theme: true } } as const;
  const row = await documentsOf(strapi, UID.message).findOne(query);
  return row ? messageRow.parse(row) : null;
}
