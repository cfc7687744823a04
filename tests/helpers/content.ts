import { createHash } from 'node:crypto';

import type { Campaign, ContentStore } from '../../src/composition/ports';
import type { DeliveryProfile, LimitSettings, Spot } from '../../src/domain/audio';
import type { Contract } from '../../src/domain/broadcast';
import type { Message } from '../../src/domain/messages';
import type { Gathering } from '../../src/domain/outreach';
import type { Indicator, IndicatorValue } from '../../src/domain/results';
import type { Account, HashtagGroup, Post } from '../../src/domain/social';
import type { Station, Zone } from '../../src/domain/stations';

/** Documents as plain lists that a story may change while it runs. */
export type TestContent = {
  campaign: Campaign;
  /** Files of logos by their names. */
  logos: Readonly<Record<string, Buffer>>;
  messages: Message[];
  spots: Spot[];
  stations: Station[];
  zones: Zone[];
  profiles: DeliveryProfile[];
  limitSettings: LimitSettings;
  accounts: Account[];
  hashtagGroups: HashtagGroup[];
  posts: Post[];
  contracts: Contract[];
  gatherings: Gathering[];
  indicators: Indicator[];
  indicatorValues: IndicatorValue[];
};

export function buildCampaign(what: Partial<Campaign> = {}): Campaign {
  return {
    name: 'Partir informé',
    pitch: 'Un choix libre et informé.',
    startsOn: '2026-11-01',
    endsOn: '2027-10-31',
    hotline: '80 00 00 00',
    hotlineHours: 'du lundi au vendredi, de 8 h à 17 h',
    smsNumber: null,
    cardGround: '',
    cardAccent: '',
    partners: [],
    donors: [],
    timeZone: 'Africa/Bamako',
    postingTimes: [],
    isExample: false,
    ...what,
  };
}

export function buildContent(what: Partial<TestContent> = {}): TestContent {
  return {
    campaign: buildCampaign(),
    logos: {},
    messages: [],
    spots: [],
    stations: [],
    zones: [],
    profiles: [],
    limitSettings: {},
    accounts: [],
    hashtagGroups: [],
    posts: [],
    contracts: [],
    gatherings: [],
    indicators: [],
    indicatorValues: [],
    ...what,
  };
}

function replace<Item extends { readonly documentId: string }>(
  items: Item[],
  documentId: string,
  change: (item: Item) => Item,
): void {
  const place = items.findIndex((item) => item.documentId === documentId);
  const item = items[place];
  if (item === undefined) throw new Error(`There is no document ${documentId}.`);
  items[place] = change(item);
}

/** The content store over such lists. */
export function createTestContentStore(content: TestContent): ContentStore {
  const messageByCode = async (code: string) =>
    content.messages.find((message) => message.code === code) ?? null;
  return {
    revision: async () => createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    campaign: async () => content.campaign,
    logo: async (fileName) => content.logos[fileName] ?? null,
    messages: async () => [...content.messages],
    messageByCode,
    messageByDocumentId: async (documentId) =>
      content.messages.find((message) => message.documentId === documentId) ?? null,
    async publishedTranslation(code, language) {
      const translation = (await messageByCode(code))?.translations[language];
      return translation?.isPublished === true ? translation : null;
    },
    async setReview(documentId, language, { state, translatedFrom }) {
      replace(content.messages, documentId, (message) => {
        const translation = message.translations[language];
        if (translation === undefined)
          throw new Error(`${message.code} has no text in ${language}.`);
        const reviewed = { ...translation, reviewState: state, translatedFrom };
        return { ...message, translations: { ...message.translations, [language]: reviewed } };
      });
    },
    spots: async () => [...content.spots],
    spotByCode: async (code) => content.spots.find((spot) => spot.code === code) ?? null,
    spotByDocumentId: async (documentId) =>
      content.spots.find((spot) => spot.documentId === documentId) ?? null,
    async setSpotProtection(documentId, isProtected) {
      replace(content.spots, documentId, (spot) => ({ ...spot, isProtected }));
    },
    stations: async () => [...content.stations],
    stationByCode: async (code) =>
      content.stations.find((station) => station.code === code) ?? null,
    zones: async () => [...content.zones],
    profiles: async () => [...content.profiles],
    limitSettings: async () => content.limitSettings,
    accounts: async () => [...content.accounts],
    hashtagGroups: async () => [...content.hashtagGroups],
    posts: async () => [...content.posts],
    postByDocumentId: async (documentId) =>
      content.posts.find((post) => post.documentId === documentId) ?? null,
    postByCode: async (code) => content.posts.find((post) => post.code === code) ?? null,
    async setPostPicture(documentId, pictureKey) {
      replace(content.posts, documentId, (post) => ({ ...post, pictureKey, film: null }));
    },
    async setPostFilm(documentId, film) {
      replace(content.posts, documentId, (post) => ({ ...post, film, pictureKey: null }));
    },
    async setPostDueAt(documentId, dueAt) {
      replace(content.posts, documentId, (post) => ({ ...post, dueAt }));
    },
    contracts: async () => [...content.contracts],
    gatherings: async () => [...content.gatherings],
    indicators: async () => [...content.indicators],
    indicatorValues: async () => [...content.indicatorValues],
  };
}
