/** The designs of a picture card: a plain title, words that somebody said, and a call with the help line. */
export const CARD_TEMPLATES = ['plain', 'quote', 'call'] as const;
export type CardTemplate = (typeof CARD_TEMPLATES)[number];

/**
 * The shapes a card is drawn in, in pixels. `link` is what Facebook and every link preview show whole (1.91 to 1), `wide`
 * what X shows whole (16 to 9), `square` serves Telegram and WhatsApp, `vertical` a status.
 */
export const CARD_SIZES = {
  link: { width: 1200, height: 630 },
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  vertical: { width: 1080, height: 1920 },
} as const;
export type CardShape = keyof typeof CARD_SIZES;

const SHAPE_OF_NETWORK: Readonly<Record<string, CardShape>> = {
  x: 'wide',
  facebook: 'link',
  telegram: 'square',
};

/** The shape that a network shows without cutting it. */
export function cardShapeOf(network: string): CardShape {
  return SHAPE_OF_NETWORK[network] ?? 'link';
}
