import type { Network } from './post';

/** What X takes for a call, in United States dollars (price list of pay-per-use, November 2026). */
export const X_PRICES_USD = {
  create: 0.015,
  createWithLink: 0.2,
  remove: 0.01,
  ownedRead: 0.001,
} as const;

/** Whether a text holds what a network makes a link of: a web address, with or without `https://`. */
export function hasLink(text: string): boolean {
  return /https?:\/\/\S|(?:^|[\s(])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=$|[\s/?#).,;:!])/iu.test(text);
}

/** What one part costs to publish, in dollars; 0 on networks that ask nothing. */
export function costUsdOf(part: { readonly network: Network; readonly text: string }): number {
  if (part.network !== 'x') return 0;
  return hasLink(part.text) ? X_PRICES_USD.createWithLink : X_PRICES_USD.create;
}

/** What a post costs before it is approved, in dollars; rounded to a tenth of a cent. */
export function costUsdOfAll(
  parts: readonly { readonly network: Network; readonly text: string }[],
): number {
  return Math.round(parts.reduce((sum, part) => sum + costUsdOf(part), 0) * 1000) / 1000;
}
