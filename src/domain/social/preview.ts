import type { ChannelLimits } from './limits';
import type { Network } from './post';

/** A text against what a network takes of it. */
export type Fit = {
  readonly weight: number;
  readonly maximum: number;
  /** What the network would take, and what is too much; together they are the text. */
  readonly taken: string;
  readonly surplus: string;
};

/** Cuts a text where a network's measure is full. Marks stay with their letters. */
export function fitOf(text: string, { weigh, maximumWeight }: ChannelLimits): Fit {
  const weight = weigh(text);
  const whole = { weight, maximum: maximumWeight, taken: text, surplus: '' };
  if (weight <= maximumWeight) return whole;
  const letters = text.match(/\P{M}\p{M}*/gu) ?? [];
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (weigh(letters.slice(0, middle).join('')) <= maximumWeight) fits = middle;
    else tooMany = middle;
  }
  const taken = letters.slice(0, fits).join('');
  return { ...whole, taken, surplus: text.slice(taken.length) };
}

/** Facebook folds what is longer behind « Voir plus »: seen in its web and Android apps, 2026; it promises no number. */
const FACEBOOK_FOLD = { characters: 477, lines: 5 } as const;

/** What a reader sees before they touch « Voir plus », and the rest; the rest is empty where nothing is folded. */
export function foldOf(
  network: Network,
  text: string,
): { readonly seen: string; readonly folded: string } {
  if (network !== 'facebook') return { seen: text, folded: '' };
  const { characters, lines } = FACEBOOK_FOLD;
  const ofLines = text.split('\n').slice(0, lines).join('\n');
  if (ofLines.length === text.length && text.length <= characters) {
    return { seen: text, folded: '' };
  }
  const cut = ofLines.slice(0, characters);
  const lastBlank = cut.length < ofLines.length ? cut.lastIndexOf(' ') : cut.length;
  const seen = lastBlank > 0 ? cut.slice(0, lastBlank) : cut;
  return { seen, folded: text.slice(seen.length) };
}
