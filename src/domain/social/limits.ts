import type { MediaKind, Network } from './post';

/** How long a text may be on a network, in that network's own weight. */
export type ChannelLimits = {
  readonly maximumWeight: number;
  readonly weigh: (text: string) => number;
};

/** A web address counts the same however long it is: networks shorten it. X counts 23. */
export const LINK_WEIGHT = 23;

const LINK = /https?:\/\/[^\s]+/gu;

/**
 * The weight of a text on the simulator: 23 for each web address, 1 for each code point of the composed text (NFC).
 * é, ɛ, ɔ, ɲ and ŋ weigh 1. A tone-marked ɛ́ or ɔ̀ has no composed form and weighs 2, as it does on X.
 * An emoji weighs as many code points as it was joined from (X counts 2 for any).
 */
export function weighSimulated(text: string): number {
  const composed = text.normalize('NFC');
  const links = composed.match(LINK) ?? [];
  return [...composed.replace(LINK, '')].length + links.length * LINK_WEIGHT;
}

/** X counts 1 for the letters of these ranges of code points, 2 for any other (twitter-text, configuration 3). */
const LIGHT_ON_X: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function weighLetterOnX(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  return LIGHT_ON_X.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
}

/**
 * The weight of a text on X, near enough until its own library is loaded: an address without `https://` and an emoji
 * joined from several are counted otherwise there. What is approved is counted by the library (`limitsWith`).
 */
function weighOnX(text: string): number {
  const composed = text.normalize('NFC');
  const links = composed.match(LINK) ?? [];
  return [...composed.replace(LINK, '')].reduce(
    (weight, letter) => weight + weighLetterOnX(letter),
    links.length * LINK_WEIGHT,
  );
}

/** Facebook and Telegram count UTF-16 units. */
const countUnits = (text: string): number => text.normalize('NFC').length;

/** The length rules of every network: the desk counts live with the same rules as the server. */
export const NETWORK_LIMITS: Readonly<Record<Network, ChannelLimits>> = {
  simulator: { maximumWeight: 280, weigh: weighSimulated },
  x: { maximumWeight: 280, weigh: weighOnX },
  facebook: { maximumWeight: 63_206, weigh: countUnits },
  // A caption under a picture or a film: every post has one of them.
  telegram: { maximumWeight: 1024, weigh: countUnits },
};

/** The same rules with X's own count of a text. */
export function limitsWith(
  countOnX: (text: string) => number,
): ReadonlyMap<Network, ChannelLimits> {
  const { simulator, x, facebook, telegram } = NETWORK_LIMITS;
  return new Map<Network, ChannelLimits>([
    ['simulator', simulator],
    ['x', { ...x, weigh: countOnX }],
    ['facebook', facebook],
    ['telegram', telegram],
  ]);
}

/** What a network takes beside the text. */
export type MediaRules = {
  readonly maximumBytes: Readonly<Record<MediaKind, number>>;
  /** Longest film in seconds; null where only its size counts. */
  readonly maximumFilmSeconds: number | null;
  /** Longest description of a picture, in characters; null where the network names no limit. */
  readonly maximumAltText: number | null;
};

const MEGABYTE = 1024 * 1024;

const bytes = (picture: number, film: number) =>
  ({ card: picture * MEGABYTE, photo: picture * MEGABYTE, film: film * MEGABYTE }) as const;

/**
 * From the networks' documentation, November 2026. X: images 5 MB, films 512 MB and 140 s, descriptions 1000 characters.
 * Facebook: photographs 10 MB, films sent in one piece 1 GB and 20 minutes. Telegram bots: photographs 10 MB, films
 * 50 MB; a description is not taken apart from the text. The simulator is as narrow as the narrowest.
 */
export const MEDIA_RULES: Readonly<Record<Network, MediaRules>> = {
  simulator: { maximumBytes: bytes(5, 50), maximumFilmSeconds: 140, maximumAltText: 1000 },
  x: { maximumBytes: bytes(5, 512), maximumFilmSeconds: 140, maximumAltText: 1000 },
  facebook: { maximumBytes: bytes(10, 1024), maximumFilmSeconds: 1200, maximumAltText: null },
  telegram: { maximumBytes: bytes(10, 50), maximumFilmSeconds: null, maximumAltText: null },
};
