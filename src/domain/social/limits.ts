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

/** The rules of every network, as data: the desk counts live with the same rules as the server. */
export const NETWORK_LIMITS: Readonly<Record<Network, ChannelLimits>> = {
  simulator: { maximumWeight: 280, weigh: weighSimulated },
};
