const SOURCE = 'Hypothèse d’exemple : à remplacer par une étude d’audience';

type Triple = readonly [low: number, likely: number, high: number];

type StationRow = {
  readonly code: string;
  readonly place: string;
  readonly frequencyMhz: number;
  readonly profile: string;
  readonly speaksBambara: boolean;
  readonly speaksSoninke: boolean;
  readonly zones: readonly (readonly [zone: string, coverage: Triple])[];
};

const LISTENERS: Triple = [0.2, 0.3, 0.4];
// A weekly listener is tuned in at one given moment a few times in a hundred.
const HEARS: Triple = [0.02, 0.04, 0.06];

const ROWS: readonly StationRow[] = [
  {
    code: 'KAY',
    place: 'Kayes',
    frequencyMhz: 90.1,
    profile: 'MP3-128',
    speaksBambara: true,
    speaksSoninke: true,
    zones: [['KAYES', [0.3, 0.4, 0.5]]],
  },
  {
    code: 'YEL',
    place: 'Yélimané',
    frequencyMhz: 91.3,
    profile: 'MP3-48',
    speaksBambara: true,
    speaksSoninke: true,
    zones: [
      ['KAYES', [0.1, 0.15, 0.2]],
      ['NIORO', [0.05, 0.1, 0.15]],
    ],
  },
  {
    code: 'NIO',
    place: 'Nioro',
    frequencyMhz: 92.7,
    profile: 'AAC-64',
    speaksBambara: true,
    speaksSoninke: true,
    zones: [['NIORO', [0.4, 0.5, 0.6]]],
  },
  {
    code: 'KIT',
    place: 'Kita',
    frequencyMhz: 94.4,
    profile: 'MP3-192',
    speaksBambara: true,
    speaksSoninke: false,
    zones: [['KITA', [0.5, 0.6, 0.7]]],
  },
  {
    code: 'BAF',
    place: 'Bafoulabé',
    frequencyMhz: 96.8,
    profile: 'OPUS-24',
    speaksBambara: true,
    speaksSoninke: true,
    zones: [
      ['KAYES', [0.05, 0.1, 0.15]],
      ['KITA', [0.05, 0.1, 0.15]],
    ],
  },
  {
    code: 'BKO',
    place: 'Bamako',
    frequencyMhz: 100.2,
    profile: 'WAV-48',
    speaksBambara: true,
    speaksSoninke: true,
    zones: [['BAMAKO', [0.6, 0.7, 0.8]]],
  },
];

/** Six stations to replace. The numbers are assumptions and say so; the telephones cannot be called. */
export function exampleStations(
  documentIdOf: (code: string) => string | undefined,
): readonly Record<string, unknown>[] {
  return ROWS.map((row, index) => ({
    code: row.code,
    name: `Radio d’exemple – ${row.place}`,
    place: row.place,
    frequencyMhz: row.frequencyMhz,
    timeZone: 'Africa/Bamako',
    speaksFrench: true,
    speaksBambara: row.speaksBambara,
    speaksSoninke: row.speaksSoninke,
    profile: documentIdOf(row.profile),
    contacts: [
      {
        name: 'Personne de contact (exemple)',
        role: 'Technique',
        telephone: `+223 00 00 00 0${index + 1}`,
      },
    ],
    zones: row.zones.map(([zone, [coverageLow, coverageLikely, coverageHigh]]) => ({
      zone: documentIdOf(zone),
      coverageLow,
      coverageLikely,
      coverageHigh,
      listenersLow: LISTENERS[0],
      listenersLikely: LISTENERS[1],
      listenersHigh: LISTENERS[2],
      hearsLow: HEARS[0],
      hearsLikely: HEARS[1],
      hearsHigh: HEARS[2],
      source: SOURCE,
      sourceDate: null,
      sampleSize: null,
      isAssumption: true,
    })),
    isExample: true,
  }));
}
