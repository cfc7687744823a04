import { z } from 'zod';

import {
  CODECS,
  type DeliveryProfile,
  type LimitSettings,
  type SettableLimit,
  type Spot,
  isProtectedFor,
} from '../../domain/audio';
import type { Contract } from '../../domain/broadcast';
import { VOICES } from '../../domain/consent';
import { REVIEW_STATES } from '../../domain/messages';
import { AGE_BANDS, GATHERING_KINDS, type AgeBand, type Gathering } from '../../domain/outreach';
import {
  FIGURE_KINDS,
  INDICATOR_SOURCES,
  type Indicator,
  type IndicatorValue,
} from '../../domain/results';
import { LANGUAGES, type Language } from '../../domain/shared';
import {
  CARD_TEMPLATES,
  NETWORKS,
  readHashtags,
  WEEKDAYS,
  type Account,
  type Post,
  type PostingTime,
  type HashtagGroup,
} from '../../domain/social';
import { telephoneNumber, type Station, type Zone } from '../../domain/stations';
import type { Campaign, Organisation } from '../../composition/ports';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const textOrNull = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const count = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? null);
const numberOrNull = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const reference = z
  .object({ code: z.string() })
  .nullish()
  .transform((value) => value?.code ?? null);
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

const organisation = z
  .object({
    name: z.string(),
    website: text,
    logo: z.object({ hash: z.string(), ext: text }).nullish(),
  })
  .transform(({ name, website, logo }): Organisation => ({
    name,
    website,
    logoFile: logo === null || logo === undefined ? null : `${logo.hash}${logo.ext}`,
  }));

/** Strapi answers a time with its seconds. */
const postingTime = z
  .object({ weekday: z.enum(WEEKDAYS), time: z.string() })
  .transform(({ weekday, time }): PostingTime => ({ weekday, time: time.slice(0, 5) }));

export const campaignDocument = z
  .object({
    name: z.string(),
    pitch: text,
    startsOn: textOrNull,
    endsOn: textOrNull,
    hotline: text,
    hotlineHours: text,
    smsNumber: text.transform(telephoneNumber),
    cardGround: text,
    cardAccent: text,
    timeZone: z.string(),
    partners: list(organisation),
    donors: list(organisation),
    postingTimes: list(postingTime),
    isExample: flag,
  })
  .transform((document): Campaign => document);

/** One row of a message: one language, draft or published. */
export const messageRow = z.object({
  documentId: z.string(),
  locale: z.enum(LANGUAGES),
  code: z.string(),
  theme: reference,
  factsSource: text,
  helpContact: text,
  title: text,
  body: text,
  callToAction: text,
  reviewState: z
    .enum(REVIEW_STATES)
    .nullish()
    .transform((value) => value ?? 'draft'),
  reviewNote: text,
  translatedFrom: textOrNull,
});
export type MessageRow = z.infer<typeof messageRow>;

export const spotDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    title: z.string(),
    message: reference,
    language: z.enum(LANGUAGES),
    voices: z.enum(VOICES),
    isProtected: z.boolean().nullish(),
    flightStart: z.string(),
    flightEnd: z.string(),
    liveText: text,
  })
  .transform(({ message, ...spot }): Spot => ({
    ...spot,
    isProtected: isProtectedFor(spot.voices, spot.isProtected),
    messageCode: message,
  }));

const threshold = z
  .object({ value: z.number() })
  .nullish()
  .transform((set) => set?.value);

/** What a campaign set of the check's thresholds; the others are absent. */
export const soundCheckDocument = z
  .object({
    minimumSeconds: threshold,
    refusedBelowLufs: threshold,
    quietBelowLufs: threshold,
    clippedAboveDbtp: threshold,
    maximumCrestLu: threshold,
    maximumSilentHeadSeconds: threshold,
    maximumSilentTailSeconds: threshold,
    maximumInnerSilenceSeconds: threshold,
    maximumDcOffsetPercent: threshold,
    minimumVoiceOverNoiseDb: threshold,
  } satisfies Record<SettableLimit, typeof threshold>)
  .transform((set): LimitSettings =>
    Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
  );

export const profileDocument = z
  .object({
    code: z.string(),
    name: z.string(),
    codec: z.enum(CODECS),
    bitRateKbps: numberOrNull,
    sampleRateHz: z.number(),
    channels: z.union([z.literal(1), z.literal(2)]),
    targetLufs: z.number(),
    ceilingDbtp: z.number(),
    countsDualMono: flag,
    trimsSilence: flag,
  })
  .transform((profile): DeliveryProfile => profile);

const stationZone = z.object({
  zone: reference,
  coverageLow: z.number(),
  coverageLikely: z.number(),
  coverageHigh: z.number(),
  listenersLow: z.number(),
  listenersLikely: z.number(),
  listenersHigh: z.number(),
  hearsLow: z.number(),
  hearsLikely: z.number(),
  hearsHigh: z.number(),
  source: text,
  sourceDate: textOrNull,
  sampleSize: count,
  isAssumption: flag,
});

const contact = z
  .object({ name: z.string(), role: text, telephone: z.string() })
  .transform(({ name, role, telephone }) => ({ name, role, telephone }));

export const stationDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    name: z.string(),
    place: z.string(),
    frequencyMhz: numberOrNull,
    timeZone: z.string(),
    speaksFrench: flag,
    speaksBambara: flag,
    speaksSoninke: flag,
    profile: reference,
    contacts: list(contact),
    zones: list(stationZone),
    isExample: flag,
  })
  .transform((document): Station => {
    const languages: Language[] = [];
    if (document.speaksFrench) languages.push('fr');
    if (document.speaksBambara) languages.push('bm');
    if (document.speaksSoninke) languages.push('snk');
    return {
      documentId: document.documentId,
      code: document.code,
      name: document.name,
      place: document.place,
      frequencyMhz: document.frequencyMhz,
      timeZone: document.timeZone,
      languages,
      profileCode: document.profile,
      contacts: document.contacts,
      // A row whose zone was deleted counts nowhere.
      zones: document.zones.flatMap((row) =>
        row.zone === null
          ? []
          : [
              {
                zoneCode: row.zone,
                coverage: {
                  low: row.coverageLow,
                  likely: row.coverageLikely,
                  high: row.coverageHigh,
                },
                weeklyListeners: {
                  low: row.listenersLow,
                  likely: row.listenersLikely,
                  high: row.listenersHigh,
                },
                hearsOneAiring: { low: row.hearsLow, likely: row.hearsLikely, high: row.hearsHigh },
                source: row.source,
                sourceDate: row.sourceDate,
                sampleSize: row.sampleSize,
                isAssumption: row.isAssumption,
              },
            ],
      ),
      isExample: document.isExample,
    };
  });

export const zoneDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    name: z.string(),
    population: z.number(),
    populationSource: text,
    populationDate: textOrNull,
  })
  .transform((zone): Zone => zone);

export const accountDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    name: z.string(),
    network: z.enum(NETWORKS),
    owner: z.string(),
    isPaused: flag,
  })
  .transform((account): Account => account);

export const postDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    message: reference,
    textFr: text,
    textBm: text,
    textSnk: text,
    networkTexts: list(
      z.object({ network: z.enum(NETWORKS), language: z.enum(LANGUAGES), text: z.string() }),
    ),
    link: text,
    linkOnX: flag,
    // Posts from before this choice have no link either.
    linkHasOrigin: z
      .boolean()
      .nullish()
      .transform((value) => value ?? true),
    utmCampaign: text,
    hashtagGroups: list(z.object({ code: z.string(), hashtags: text })),
    cardTitle: text,
    // Posts written before there were designs have none.
    cardTemplate: z
      .enum(CARD_TEMPLATES)
      .nullish()
      .transform((value) => value ?? 'plain'),
    pictureKey: textOrNull,
    film: z
      .object({ audiogramId: z.string(), spotCode: z.string(), key: z.string() })
      .nullish()
      .transform((value) => value ?? null),
    altText: text,
    depicts: z.enum(VOICES),
    accounts: list(z.object({ code: z.string() })),
    dueAt: textOrNull,
    lateToleranceMinutes: z.number(),
    notAfter: textOrNull,
  })
  .transform((document): Post => {
    const texts: Partial<Record<Language, string>> = {};
    if (document.textFr.trim()) texts.fr = document.textFr;
    if (document.textBm.trim()) texts.bm = document.textBm;
    if (document.textSnk.trim()) texts.snk = document.textSnk;
    return {
      documentId: document.documentId,
      code: document.code,
      texts,
      networkTexts: document.networkTexts.map(({ network, language, text: written }) => ({
        network,
        language,
        text: written,
      })),
      hashtagGroupCodes: document.hashtagGroups.map(({ code }) => code).sort(),
      hashtags: [...document.hashtagGroups]
        .sort((one, other) => one.code.localeCompare(other.code))
        .flatMap(({ hashtags }) => readHashtags(hashtags).hashtags),
      link: document.link.trim(),
      linkHasOrigin: document.linkHasOrigin,
      linkOnX: document.linkOnX,
      utmCampaign: document.utmCampaign,
      cardTitle: document.cardTitle,
      cardTemplate: document.cardTemplate,
      pictureKey: document.pictureKey,
      film: document.film,
      altText: document.altText,
      depicts: document.depicts,
      accountCodes: document.accounts.map(({ code }) => code).sort(),
      dueAt: document.dueAt === null ? null : new Date(document.dueAt),
      lateToleranceMinutes: document.lateToleranceMinutes,
      notAfter: document.notAfter === null ? null : new Date(document.notAfter),
      messageCode: document.message,
    };
  });

export const hashtagGroupDocument = z
  .object({ documentId: z.string(), code: z.string(), hashtags: text })
  .transform((group): HashtagGroup => ({
    ...group,
    hashtags: readHashtags(group.hashtags).hashtags,
  }));

export const contractDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    station: reference,
    periodStart: z.string(),
    periodEnd: z.string(),
    airingsOwed: z.number(),
    priceXof: count,
    isExample: flag,
  })
  .transform(({ station, ...contract }): Contract => ({ ...contract, stationCode: station }));

export const gatheringDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    kind: z.enum(GATHERING_KINDS),
    place: z.string(),
    zone: reference,
    date: z.string(),
    theme: reference,
    attendanceTotal: count,
    attendanceFemale: count,
    attendanceMale: count,
    ageUnder15: count,
    age15to17: count,
    age18to24: count,
    age25to35: count,
    ageOver35: count,
    issuesRaised: text,
    evidence: text,
    isExample: flag,
  })
  .transform((document): Gathering => {
    const bands: readonly (number | null)[] = [
      document.ageUnder15,
      document.age15to17,
      document.age18to24,
      document.age25to35,
      document.ageOver35,
    ];
    const byAgeBand = Object.fromEntries(
      AGE_BANDS.map((band, index) => [band, bands[index] ?? null]),
    ) as Record<AgeBand, number | null>;
    return {
      documentId: document.documentId,
      code: document.code,
      kind: document.kind,
      place: document.place,
      zoneCode: document.zone,
      date: document.date,
      themeCode: document.theme,
      attendance: {
        total: document.attendanceTotal,
        female: document.attendanceFemale,
        male: document.attendanceMale,
        byAgeBand,
      },
      issuesRaised: document.issuesRaised,
      evidence: document.evidence,
      isExample: document.isExample,
    };
  });

export const indicatorDocument = z
  .object({
    documentId: z.string(),
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    kind: z.enum(FIGURE_KINDS),
    source: z.enum(INDICATOR_SOURCES),
    target: z.number(),
    partOf: reference,
    order: z
      .number()
      .nullish()
      .transform((value) => value ?? 0),
  })
  .transform((indicator): Indicator => indicator);

/** Null when its indicator was deleted: a value of nothing counts nowhere. */
export const indicatorValueDocument = z
  .object({
    indicator: reference,
    periodStart: z.string(),
    periodEnd: z.string(),
    value: z.number(),
    evidence: text,
  })
  .transform(({ indicator, ...value }): IndicatorValue | null =>
    indicator === null ? null : { ...value, indicatorCode: indicator },
  );
