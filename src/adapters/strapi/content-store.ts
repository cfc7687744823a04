import type { Core } from '@strapi/strapi';
import type { z } from 'zod';

import type { Campaign, ContentStore } from '../../composition/ports';
import type { Message, ReviewState, Translation } from '../../domain/messages';
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '../../domain/shared';
import { asPictureDesk, asReview, asProtectionDesk } from './acting-as';
import { watchContent } from './content-revision';
import { documentsOf, UID, type ContentTypeUid, type DocumentQuery } from './documents';
import * as parse from './parse-documents';
import { readLibraryFile } from './private-library';

const EVERYTHING = 100_000;

const NO_CAMPAIGN: Campaign = {
  name: 'Yeelen',
  pitch: '',
  startsOn: null,
  endsOn: null,
  hotline: '',
  hotlineHours: '',
  smsNumber: null,
  cardGround: '',
  cardAccent: '',
  partners: [],
  donors: [],
  timeZone: 'Africa/Bamako',
  postingTimes: [],
  isExample: false,
};

const STATION_POPULATE = { profile: true, contacts: true, zones: { populate: { zone: true } } };
const POST_POPULATE = {
  message: true,
  accounts: true,
  hashtagGroups: true,
  networkTexts: true,
};

/** Reads what people edit in the desk. Documents stop here: what leaves are the trade's own things. */
export function createContentStore(strapi: Core.Strapi, libraryFolder?: string): ContentStore {
  async function all<Schema extends z.ZodType>(
    uid: ContentTypeUid,
    schema: Schema,
    query: DocumentQuery = {},
  ): Promise<z.output<Schema>[]> {
    const rows = await documentsOf(strapi, uid).findMany({ limit: EVERYTHING, ...query });
    return rows.map((row) => schema.parse(row));
  }

  async function first<Schema extends z.ZodType>(
    uid: ContentTypeUid,
    schema: Schema,
    query: DocumentQuery,
  ): Promise<z.output<Schema> | null> {
    const row = await documentsOf(strapi, uid).findFirst(query);
    return row ? schema.parse(row) : null;
  }

  async function messagesWhere(filters: Readonly<Record<string, unknown>>): Promise<Message[]> {
    const drafts: parse.MessageRow[] = [];
    const published = new Set<string>();
    for (const locale of LANGUAGES) {
      const query = { locale, filters, populate: { theme: true }, sort: 'code' };
      drafts.push(...(await all(UID.message, parse.messageRow, { ...query, status: 'draft' })));
      const out = await all(UID.message, parse.messageRow, { ...query, status: 'published' });
      out.forEach((row) => published.add(`${row.documentId} ${row.locale}`));
    }
    return gatherMessages(drafts, published);
  }

  return {
    revision: watchContent(strapi),
    campaign: async () =>
      (await first(UID.campaign, parse.campaignDocument, {
        populate: {
          partners: { populate: { logo: true } },
          donors: { populate: { logo: true } },
          postingTimes: true,
        },
      })) ?? NO_CAMPAIGN,
    logo: async (fileName) =>
      libraryFolder === undefined ? null : readLibraryFile(libraryFolder, fileName),

    messages: () => messagesWhere({}),
    messageByCode: async (code) => (await messagesWhere({ code }))[0] ?? null,
    messageByDocumentId: async (documentId) => (await messagesWhere({ documentId }))[0] ?? null,
    publishedTranslation: async (code, language) => {
      const row = await first(UID.message, parse.messageRow, {
        locale: language,
        status: 'published',
        filters: { code },
        populate: { theme: true },
      });
      return row ? toTranslation(row, true) : null;
    },
    setReview: async (documentId, language, review) => {
      await asReview(() =>
        documentsOf(strapi, UID.message).update({
          documentId,
          locale: language,
          data: {
            reviewState: review.state,
            reviewNote: review.note,
            translatedFrom: review.translatedFrom,
          },
        }),
      );
    },

    spots: () => all(UID.spot, parse.spotDocument, { populate: { message: true }, sort: 'code' }),
    spotByCode: (code) =>
      first(UID.spot, parse.spotDocument, { filters: { code }, populate: { message: true } }),
    spotByDocumentId: (documentId) =>
      first(UID.spot, parse.spotDocument, { filters: { documentId }, populate: { message: true } }),

    setSpotProtection: async (documentId, isProtected) => {
      await asProtectionDesk(() =>
        documentsOf(strapi, UID.spot).update({ documentId, data: { isProtected } }),
      );
    },

    stations: () =>
      all(UID.station, parse.stationDocument, { populate: STATION_POPULATE, sort: 'code' }),
    stationByCode: (code) =>
      first(UID.station, parse.stationDocument, {
        filters: { code },
        populate: STATION_POPULATE,
      }),
    zones: () => all(UID.zone, parse.zoneDocument, { sort: 'code' }),
    limitSettings: async () =>
      (await first(UID.soundCheck, parse.soundCheckDocument, { populate: '*' })) ?? {},
    profiles: () => all(UID.profile, parse.profileDocument, { sort: 'code' }),

    accounts: () => all(UID.account, parse.accountDocument, { sort: 'code' }),
    hashtagGroups: () => all(UID.hashtagGroup, parse.hashtagGroupDocument, { sort: 'code' }),
    posts: () => all(UID.post, parse.postDocument, { populate: POST_POPULATE, sort: 'code' }),
    postByCode: (code) =>
      first(UID.post, parse.postDocument, { filters: { code }, populate: POST_POPULATE }),
    postByDocumentId: (documentId) =>
      first(UID.post, parse.postDocument, { filters: { documentId }, populate: POST_POPULATE }),

    setPostPicture: async (documentId, pictureKey) => {
      await asPictureDesk(() =>
        documentsOf(strapi, UID.post).update({ documentId, data: { pictureKey, film: null } }),
      );
    },
    setPostFilm: async (documentId, film) => {
      await asPictureDesk(() =>
        documentsOf(strapi, UID.post).update({ documentId, data: { film, pictureKey: null } }),
      );
    },
    setPostDueAt: async (documentId, dueAt) => {
      const data = { dueAt: dueAt.toISOString() };
      await documentsOf(strapi, UID.post).update({ documentId, data });
    },

    contracts: () =>
      all(UID.contract, parse.contractDocument, { populate: { station: true }, sort: 'code' }),
    gatherings: () =>
      all(UID.gathering, parse.gatheringDocument, {
        populate: { zone: true, theme: true },
        sort: 'date',
      }),
    indicators: () =>
      all(UID.indicator, parse.indicatorDocument, { populate: { partOf: true }, sort: 'order' }),
    indicatorValues: async () => {
      const values = await all(UID.indicatorValue, parse.indicatorValueDocument, {
        populate: { indicator: true },
        sort: 'periodStart',
      });
      return values.filter((value) => value !== null);
    },
  };
}

function toTranslation(row: parse.MessageRow, isPublished: boolean): Translation {
  return {
    language: row.locale,
    title: row.title,
    body: row.body,
    callToAction: row.callToAction,
    reviewState: row.reviewState satisfies ReviewState,
    translatedFrom: row.translatedFrom,
    isPublished,
  };
}

/** Puts the language rows of each message together; what languages share is read from the French row. */
function gatherMessages(
  rows: readonly parse.MessageRow[],
  published: ReadonlySet<string>,
): Message[] {
  const byDocument = new Map<string, parse.MessageRow[]>();
  for (const row of rows) {
    byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  }
  return [...byDocument.values()]
    .flatMap((languages) => {
      const shared = languages.find((row) => row.locale === SOURCE_LANGUAGE) ?? languages[0];
      if (shared === undefined) return [];
      const translations: Partial<Record<Language, Translation>> = {};
      for (const row of languages) {
        const isPublished = published.has(`${row.documentId} ${row.locale}`);
        translations[row.locale] = toTranslation(row, isPublished);
      }
      return [
        {
          documentId: shared.documentId,
          code: shared.code,
          themeCode: shared.theme,
          factsSource: shared.factsSource,
          helpContact: shared.helpContact,
          translations,
        },
      ];
    })
    .sort((one, other) => one.code.localeCompare(other.code));
}
