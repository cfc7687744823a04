import type { CardPalette, CardTemplate } from '../../domain/social';
import { BAND_PADDING, QUOTE_MARK, type Design } from './designs';

/**
 * What stands behind the words of a card, as SVG. Yeelen means light: a sun rises at the lower right of a plain card.
 * The light behind words is the palette's glow at most, on which ink can be read. No text here: SVG text does not see
 * our fonts.
 */
export function backdrop(template: CardTemplate, design: Design, palette: CardPalette): string {
  const { width, height } = design.size;
  return `
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${palette.deep}"/>
      <stop offset="1" stop-color="${palette.ground}"/>
    </linearGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#ground)"/>
  ${DRAWINGS[template](design, palette)}
  ${mark(design, palette)}
</svg>`;
}

type Draw = (design: Design, palette: CardPalette) => string;

const DRAWINGS: Readonly<Record<CardTemplate, Draw>> = {
  plain: risingSun,
  quote: quotation,
  call: band,
};

function risingSun({ size: { width, height } }: Design, palette: CardPalette): string {
  const unit = Math.min(width, height * 1.6) / 1200;
  const [x, y] = [Math.round(width * 0.84), height + 10];
  const ring = (radius: number, strength: number) =>
    `<circle cx="${x}" cy="${y}" r="${Math.round(radius * unit)}" stroke-opacity="${strength}"/>`;
  return `
  <defs>
    <radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${Math.round(560 * unit)}">
      <stop offset="0" stop-color="${palette.glow}"/>
      <stop offset="1" stop-color="${palette.glow}" stop-opacity="0"/>
    </radialGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#glow)"/>
  <g fill="none" stroke="${palette.glow}" stroke-width="3">
    ${ring(190, 0.9)}${ring(256, 0.6)}${ring(332, 0.35)}
  </g>
  <circle cx="${x}" cy="${y}" r="${Math.round(132 * unit)}" fill="${palette.accent}"/>`;
}

function quotation({ title, margin }: Design, palette: CardPalette): string {
  const top = title.top - QUOTE_MARK;
  const comma = (left: number) =>
    `<path transform="translate(${left} ${top + 6}) scale(0.62)" d="M0 84 V48 C0 16 20 0 52 0 V20 C36 20 28 30 28 44 H52 V84 Z"/>`;
  return `
  <g fill="${palette.accent}">
    ${comma(title.left)}${comma(title.left + 48)}
    <rect x="${margin}" y="${top}" width="10" height="${title.height + QUOTE_MARK}" rx="5"/>
  </g>`;
}

function band({ size, footer }: Design, palette: CardPalette): string {
  const top = footer.top - BAND_PADDING;
  return `<rect x="0" y="${top}" width="${size.width}" height="${size.height - top}" fill="${palette.accent}"/>`;
}

/** The house's small sign before the campaign's name. */
function mark({ margin, headMiddle, headSizePx }: Design, palette: CardPalette): string {
  const scale = headSizePx / 34;
  return `
  <g transform="translate(${margin + 5 * scale} ${headMiddle - 10 * scale}) scale(${scale})" fill="${palette.accent}">
    <path d="M0 13 A15 15 0 0 1 30 13 Z"/>
    <rect x="-5" y="17" width="40" height="3" rx="1.5"/>
  </g>`;
}
