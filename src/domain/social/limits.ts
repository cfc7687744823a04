import type { Network } from './post';

/** How long a text may be on a network, in that network's own weight. */
export type ChannelLimits = {
  readonly maximumWeight: number;
  weigh(text: string): number;
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

/** The weight of a text on X, near enough until its own library counts at the door. */
function weighOnX(text: string): number {
  const composed = text.normalize('NFC');
  const links = composed.match(LINK) ?? [];
  return [...composed.replace(LINK, '')].reduce(
    (weight, letter) => weight + weighLetterOnX(letter),
    links.length * LINK_WEIGHT,
  );
}

const countCharacters = (text: string): number => text.normalize('NFC').length;

/** The rules of every network, as data: the desk counts live with the same rules as the server. */
export const NETWORK_LIMITS: Readonly<Record<Network, ChannelLimits>> = {
  simulator: { maximumWeight: 280, weigh: weighSimulated },
  x: { maximumWeight: 280, weigh: weighOnX },
  facebook: { maximumWeight: 63_206, weigh: countCharacters },
  // A caption under a picture; a message without one takes 4096.
  telegram: { maximumWeight: 1024, weigh: countCharacters },
};
