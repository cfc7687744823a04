import sharp from 'sharp';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/**
 * Yeelen means light: night gives way to a sun that rises at the lower right. The left, where the words stand, stays
 * night, so that white on it keeps a contrast of at least 7 to 1 (WCAG AAA). No text here: SVG text does not see our fonts.
 */
const DAWN = `
<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">
  <defs>
    <linearGradient id="night" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#12153a"/>
      <stop offset="0.6" stop-color="#1b1f4b"/>
      <stop offset="1" stop-color="#2b2459"/>
    </linearGradient>
    <radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="1010" cy="640" r="520">
      <stop offset="0" stop-color="#f59e42" stop-opacity="0.95"/>
      <stop offset="0.32" stop-color="#d9663f" stop-opacity="0.62"/>
      <stop offset="0.62" stop-color="#7c3a66" stop-opacity="0.30"/>
      <stop offset="1" stop-color="#2b2459" stop-opacity="0"/>
    </radialGradient>
    <linearGradient id="sun" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#ffd98a"/>
      <stop offset="1" stop-color="#f59e42"/>
    </linearGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#night)"/>
  <rect width="100%" height="100%" fill="url(#glow)"/>
  <g fill="none" stroke="#ffd98a">
    <circle cx="1010" cy="640" r="196" stroke-width="3" stroke-opacity="0.50"/>
    <circle cx="1010" cy="640" r="262" stroke-width="2.5" stroke-opacity="0.26"/>
    <circle cx="1010" cy="640" r="338" stroke-width="2" stroke-opacity="0.13"/>
    <circle cx="1010" cy="640" r="424" stroke-width="1.5" stroke-opacity="0.07"/>
  </g>
  <circle cx="1010" cy="640" r="132" fill="url(#sun)"/>
  <g transform="translate(85 70)">
    <path d="M0 13 A15 15 0 0 1 30 13 Z" fill="#ffc46b"/>
    <rect x="-5" y="17" width="40" height="3" rx="1.5" fill="#ffc46b"/>
  </g>
</svg>`;

let painted: Promise<Buffer> | null = null;

/** The card without its words, as raw RGBA pixels; painted once. */
export function paintBackground(): Promise<Buffer> {
  painted ??= sharp(Buffer.from(DAWN))
    .resize(CARD_WIDTH, CARD_HEIGHT)
    .ensureAlpha()
    .raw()
    .toBuffer();
  return painted;
}
