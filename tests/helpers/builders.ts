import type {
  Audiogram,
  DeliveryProfile,
  Rendition,
  Spot,
  SpotVersion,
} from '../../src/domain/audio';
import type { Airing, Contract, Slot, FlightTerms } from '../../src/domain/broadcast';
import type { Consent } from '../../src/domain/consent';
import type { Notice } from '../../src/domain/delivery';
import type { Message, Translation } from '../../src/domain/messages';
import type { Gathering } from '../../src/domain/outreach';
import type { Indicator } from '../../src/domain/results';
import type { Account, Post } from '../../src/domain/social';
import type { Station, StationZone, Zone } from '../../src/domain/stations';

/** Each builder makes a thing that is in order; a story names only what matters to it. */

export function buildSpot(what: Partial<Spot> = {}): Spot {
  const code = what.code ?? '0042';
  return {
    documentId: `spot-${code}`,
    code,
    title: 'Partir, c’est aussi savoir',
    messageCode: 'MSG-1',
    language: 'fr',
    voices: 'no-real-person',
    isProtected: false,
    flightStart: '2026-12-01',
    flightEnd: '2026-12-31',
    liveText: 'Avant de partir, informez-vous. Appelez le numéro vert.',
    ...what,
  };
}

export function buildSpotVersion(what: Partial<SpotVersion> = {}): SpotVersion {
  const spotCode = what.spotCode ?? '0042';
  const number = what.number ?? 1;
  return {
    id: `version-${spotCode}-${number}`,
    spotCode,
    number,
    state: 'ready',
    progressPercent: 100,
    voicing: { kind: 'original' },
    confirmedBy: null,
    masterKey: `masters/${spotCode}-${number}`,
    masterSha256: 'a'.repeat(64),
    masterSizeBytes: 480_000,
    measurement: null,
    verdict: null,
    failure: null,
    uploadedBy: 'user:journalist',
    uploadedAt: new Date('2026-11-24T09:00:00Z'),
    ...what,
  };
}

export function buildProfile(what: Partial<DeliveryProfile> = {}): DeliveryProfile {
  return {
    code: 'MP3-STEREO',
    name: 'MP3 stéréo',
    codec: 'mp3',
    bitRateKbps: 128,
    sampleRateHz: 44_100,
    channels: 2,
    targetLufs: -16,
    ceilingDbtp: -1,
    countsDualMono: false,
    trimsSilence: false,
    ...what,
  };
}

export function buildRendition(what: Partial<Rendition> = {}): Rendition {
  const spotCode = what.spotCode ?? '0042';
  const profileCode = what.profileCode ?? 'MP3-STEREO';
  return {
    id: `rendition-${spotCode}-${profileCode}`,
    spotVersionId: `version-${spotCode}-1`,
    spotCode,
    profileCode,
    profileHash: `profile-hash-${profileCode}`,
    toolchainHash: 'toolchain-hash',
    cartDays: null,
    storageKey: `renditions/${spotCode}-${profileCode.toLowerCase()}.mp3`,
    fileName: `${spotCode}_v1_FR_030s.mp3`,
    mediaType: 'audio/mpeg',
    sha256: 'b'.repeat(64),
    sizeBytes: 480_000,
    durationSeconds: 30,
    loudnessLufs: -16,
    truePeakDbtp: -1.4,
    createdAt: new Date('2026-11-24T09:05:00Z'),
    ...what,
  };
}

export function buildConsent(what: Partial<Consent> = {}): Consent {
  return {
    id: 'consent-1',
    subject: { kind: 'spot', code: '0042' },
    reference: 'YEELEN-2026-0007',
    speaker: 'witness',
    voices: 'adult',
    channels: ['radio', 'social', 'web'],
    languages: ['fr', 'bm', 'snk'],
    isAidIndependent: true,
    hasChildAgreed: false,
    hasGuardianAgreed: false,
    recordedBy: 'user:journalist',
    recordedAt: new Date('2026-11-20T10:00:00Z'),
    expiresOn: '2027-12-31',
    approvedBy: null,
    withdrawnAt: null,
    ...what,
  };
}

export function buildStationZone(what: Partial<StationZone> = {}): StationZone {
  return {
    zoneCode: 'KAYES-VILLE',
    coverage: { low: 0.5, likely: 0.7, high: 0.8 },
    weeklyListeners: { low: 0.2, likely: 0.3, high: 0.4 },
    hearsOneAiring: { low: 0.05, likely: 0.1, high: 0.15 },
    source: 'hypothèse de l’exemple',
    sourceDate: null,
    sampleSize: null,
    isAssumption: true,
    ...what,
  };
}

export function buildStation(what: Partial<Station> = {}): Station {
  const code = what.code ?? 'KAY';
  return {
    documentId: `station-${code}`,
    code,
    name: `Radio ${code}`,
    place: 'Kayes',
    frequencyMhz: 98.4,
    timeZone: 'Africa/Bamako',
    languages: ['fr', 'bm', 'snk'],
    profileCode: 'MP3-STEREO',
    contacts: [],
    zones: [],
    isExample: false,
    ...what,
  };
}

export function buildZone(what: Partial<Zone> = {}): Zone {
  const code = what.code ?? 'KAYES-VILLE';
  return {
    documentId: `zone-${code}`,
    code,
    name: 'Kayes ville',
    population: 120_000,
    populationSource: 'hypothèse de l’exemple',
    populationDate: null,
    ...what,
  };
}

export function buildSlot(what: Partial<Slot> = {}): Slot {
  return {
    id: 'slot-1',
    stationCode: 'KAY',
    spotCode: '0042',
    language: 'fr',
    windowStart: new Date('2026-12-01T07:00:00Z'),
    windowEnd: new Date('2026-12-01T07:30:00Z'),
    airDate: '2026-12-01',
    state: 'planned',
    ...what,
  };
}

export function buildFlightTerms(what: Partial<FlightTerms> = {}): FlightTerms {
  return {
    name: 'Décembre',
    spotCodes: ['0042'],
    stationCodes: ['KAY'],
    from: '2026-12-01',
    to: '2026-12-07',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ from: '06:00', to: '10:00' }],
    timesADay: 1,
    windowMinutes: 30,
    languageShares: {},
    separationMinutes: 0,
    capADay: 10,
    priority: 3,
    ...what,
  };
}

export function buildAiring(what: Partial<Airing> = {}): Airing {
  const id = what.id ?? 'airing-1';
  return {
    id,
    idempotencyKey: `key-${id}`,
    stationCode: 'KAY',
    slotId: 'slot-1',
    spotCode: '0042',
    language: 'fr',
    durationSeconds: 30,
    outcome: 'aired',
    airedAt: new Date('2026-12-01T07:00:00Z'),
    missedReason: null,
    evidence: 'page',
    saidBy: 'station:KAY',
    recordedAt: new Date('2026-12-01T09:00:00Z'),
    supersedes: null,
    ...what,
  };
}

export function buildContract(what: Partial<Contract> = {}): Contract {
  const code = what.code ?? 'CTR-KAY-1';
  return {
    documentId: `contract-${code}`,
    code,
    stationCode: 'KAY',
    periodStart: '2026-12-01',
    periodEnd: '2026-12-31',
    airingsOwed: 60,
    priceXof: 250_000,
    isExample: false,
    ...what,
  };
}

export function buildTranslation(what: Partial<Translation> = {}): Translation {
  return {
    language: 'fr',
    title: 'Partir, c’est aussi savoir',
    body: 'Avant de décider, renseignez-vous sur les voies légales et sur les risques de la route.',
    callToAction: 'Appelez le numéro vert.',
    reviewState: 'draft',
    translatedFrom: null,
    isPublished: false,
    ...what,
  };
}

export function buildMessage(what: Partial<Message> = {}): Message {
  const code = what.code ?? 'MSG-1';
  return {
    documentId: `message-${code}`,
    code,
    themeCode: null,
    factsSource: 'Enquête de la campagne, 2026',
    helpContact: 'Numéro vert 80 00 00 00',
    translations: { fr: buildTranslation() },
    ...what,
  };
}

export function buildAccount(what: Partial<Account> = {}): Account {
  return {
    documentId: `account-${what.code ?? 'MUR'}`,
    code: 'MUR',
    name: 'Mur de la campagne',
    network: 'simulator',
    owner: 'la campagne',
    isPaused: false,
    ...what,
  };
}

export function buildPost(what: Partial<Post> = {}): Post {
  const code = what.code ?? 'POST-1';
  return {
    documentId: `post-${code}`,
    code,
    texts: { fr: 'Avant de partir, informez-vous.' },
    networkTexts: [],
    hashtags: [],
    hashtagGroupCodes: [],
    link: '',
    linkHasOrigin: true,
    linkOnX: false,
    utmCampaign: '',
    cardTitle: 'Partir, c’est aussi savoir',
    cardTemplate: 'plain',
    altText: 'Le titre du message sur un fond jaune',
    depicts: 'no-real-person',
    pictureKey: null,
    film: null,
    accountCodes: ['MUR'],
    dueAt: new Date('2026-12-01T12:00:00Z'),
    lateToleranceMinutes: 60,
    notAfter: null,
    messageCode: 'MSG-1',
    ...what,
  };
}

/** A film of spot 0042 that is wanted and not made yet. */
export function buildAudiogram(what: Partial<Audiogram> = {}): Audiogram {
  return {
    id: 'film-1',
    spotVersionId: 'version-1',
    spotCode: '0042',
    options: {
      shape: 'square',
      title: 'Un spot',
      campaignName: 'Partir informé',
      language: 'fr',
      footer: '',
      maximumSeconds: 60,
      soundSha256: 'a'.repeat(64),
    },
    optionsHash: 'options',
    toolchainHash: 'toolchain',
    state: 'waiting',
    progressPercent: 0,
    failure: null,
    storageKey: null,
    sha256: null,
    sizeBytes: null,
    durationSeconds: null,
    sourceSeconds: null,
    requestedBy: 'user:journalist',
    requestedAt: new Date('2026-12-01T09:00:00Z'),
    ...what,
  };
}

export function buildGathering(what: Partial<Gathering> = {}): Gathering {
  const code = what.code ?? 'GAT-1';
  return {
    documentId: `gathering-${code}`,
    code,
    kind: 'assembly',
    place: 'Kayes N’Di',
    zoneCode: 'KAYES-VILLE',
    date: '2026-12-05',
    themeCode: null,
    attendance: {
      total: 120,
      female: 70,
      male: 50,
      byAgeBand: {
        'under-15': null,
        '15-17': null,
        '18-24': null,
        '25-35': null,
        'over-35': null,
      },
    },
    issuesRaised: 'Le coût des visas.',
    evidence: 'Liste de présence no 12',
    isExample: false,
    ...what,
  };
}

export function buildIndicator(what: Partial<Indicator> = {}): Indicator {
  const code = what.code ?? 'IND-1';
  return {
    documentId: `indicator-${code}`,
    code,
    name: 'Assemblées tenues',
    unit: 'assemblées',
    kind: 'headcount',
    source: 'gatherings-assembly',
    target: 100,
    partOf: null,
    order: 1,
    ...what,
  };
}

/** A recall in force of the spot that the other builders make. */
export function buildNotice(what: Partial<Notice> = {}): Notice {
  const at = new Date('2026-12-01T09:00:00Z');
  return {
    id: 'notice-1',
    kind: 'recall',
    spotCode: '0042',
    reason: 'L’information n’est plus à jour.',
    stationCodes: ['KAY'],
    createdBy: 'user:1',
    createdAt: at,
    inForceAt: at,
    approvedBy: null,
    endedAt: null,
    endedBy: null,
    endsAt: null,
    recallReason: 'outdated',
    note: '',
    ...what,
  };
}
