import { CARD_SIZES, type CardShape, type CardTemplate } from '../../domain/social';

/** Where words stand: left and top corner, and how much room they have, in pixels. */
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** One design in one shape, as data. */
export type Design = {
  readonly size: { readonly width: number; readonly height: number };
  readonly margin: number;
  /** The middle of the line with the campaign's name and the language. */
  readonly headMiddle: number;
  readonly headSizePx: number;
  readonly title: Place;
  /** Largest and smallest size of the title; smaller cannot be read on a telephone. */
  readonly titleSizesPx: readonly [largest: number, smallest: number];
  readonly titleWeight: 'bold' | 'medium';
  readonly footer: Place;
  readonly footerSizesPx: readonly [largest: number, smallest: number];
  /** The plate with the logos ends at its right and at its bottom. */
  readonly logos: Place;
};

type Frame = {
  readonly margin: number;
  /** The part that no telephone covers with its own buttons. */
  readonly top: number;
  readonly bottom: number;
  readonly headSizePx: number;
  readonly titleSizesPx: readonly [number, number];
  readonly footerHeight: number;
};

const FRAMES: Readonly<Record<CardShape, Frame>> = {
  link: frame(80, 50, 574, 34, [80, 42], 96),
  wide: frame(80, 52, 619, 34, [84, 42], 96),
  square: frame(76, 64, 1010, 42, [104, 50], 130),
  // A status is covered by the sender's name above and by the answer box below.
  vertical: frame(84, 250, 1600, 52, [120, 56], 190),
};

function frame(
  margin: number,
  top: number,
  bottom: number,
  headSizePx: number,
  titleSizesPx: readonly [number, number],
  footerHeight: number,
): Frame {
  return { margin, top, bottom, headSizePx, titleSizesPx, footerHeight };
}

/** How far the title of a quotation stands from its bar. */
export const QUOTE_INDENT = 56;
/** Height of the quotation mark above the title. */
export const QUOTE_MARK = 84;
/** Room between the words of a call and the edge of its band. */
export const BAND_PADDING = 28;

/** The measures of a design in a shape. */
export function designOf(template: CardTemplate, shape: CardShape): Design {
  const size = CARD_SIZES[shape];
  const { margin, top, bottom, headSizePx, titleSizesPx, footerHeight } = FRAMES[shape];
  const inner = size.width - 2 * margin;
  const headHeight = Math.round(headSizePx * 1.7);
  const titleTop = top + headHeight + 24;
  // A call has a taller foot: its telephone number is what matters.
  const footHeight = template === 'call' ? Math.round(footerHeight * 1.5) : footerHeight;
  const footTop = bottom - footHeight;
  const indent = template === 'quote' ? QUOTE_INDENT : 0;
  const mark = template === 'quote' ? QUOTE_MARK : 0;
  const gap = template === 'call' ? 24 + BAND_PADDING : 32;
  const footerWidth = Math.round(inner * 0.58);
  return {
    size,
    margin,
    headMiddle: top + headHeight / 2,
    headSizePx,
    title: {
      left: margin + indent,
      top: titleTop + mark,
      width: Math.min(inner - indent, template === 'plain' ? Math.round(inner * 0.95) : inner),
      height: footTop - gap - titleTop - mark,
    },
    titleSizesPx,
    titleWeight: template === 'quote' ? 'medium' : 'bold',
    footer: { left: margin, top: footTop, width: footerWidth, height: footHeight },
    footerSizesPx:
      template === 'call'
        ? [Math.round(headSizePx * 1.9), Math.round(headSizePx * 0.8)]
        : [Math.round(headSizePx * 1.25), Math.round(headSizePx * 0.7)],
    logos: {
      left: margin + footerWidth + 24,
      top: footTop + (template === 'call' ? Math.round(footHeight * 0.16) : 0),
      width: inner - footerWidth - 24,
      height: template === 'call' ? Math.round(footHeight * 0.68) : footHeight,
    },
  };
}
