import { createHash } from 'node:crypto';

import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';

import type { CardPalette, CardTemplate } from '../../domain/social';
import { backdrop } from './backdrop';
import type { Design } from './designs';
import { keepFew } from './keep-few';

/** A logo larger than this many pixels is not decoded. */
const MAXIMUM_LOGO_PIXELS = 40_000_000;

/** More logos than this would each be too small to be known. */
const MOST_LOGOS = 6;

const PLATE_PADDING = 14;
const LOGO_GAP = 18;

/** Four shapes of a template or two: 2 to 6 MB each. */
const keepGround = keepFew<Buffer>(6);

/** The card without its words, as raw RGB pixels, with the logos on their plate; painted once. */
export function paintGround(
  template: CardTemplate,
  design: Design,
  palette: CardPalette,
  logos: readonly Buffer[],
): Promise<Buffer> {
  const hash = createHash('sha256').update(
    JSON.stringify([template, design.size, palette, logos.length]),
  );
  for (const logo of logos) hash.update(createHash('sha256').update(logo).digest());
  return keepGround(hash.digest('hex'), async () =>
    sharp(Buffer.from(backdrop(template, design, palette)))
      .composite(await plateOf(design, logos))
      .removeAlpha()
      .raw()
      .toBuffer(),
  );
}

type Fitted = { readonly data: Buffer; readonly width: number; readonly height: number };

/** A logo made as large as its place, or null when it cannot be read: a card without a logo is better than no card. */
async function fitLogo(logo: Buffer, width: number, height: number): Promise<Fitted | null> {
  try {
    const { data, info } = await sharp(logo, { limitInputPixels: MAXIMUM_LOGO_PIXELS })
      .autoOrient()
      .trim({ threshold: 4 })
      .resize({ width, height, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}

/** Logos are drawn for white paper: they stand side by side on a white plate at the lower right. */
async function plateOf(
  { logos: place }: Design,
  logos: readonly Buffer[],
): Promise<OverlayOptions[]> {
  const shown = logos.slice(0, MOST_LOGOS);
  if (shown.length === 0) return [];
  const height = place.height - 2 * PLATE_PADDING;
  const room = place.width - 2 * PLATE_PADDING - (shown.length - 1) * LOGO_GAP;
  const each = Math.floor(room / shown.length);
  const fitted = (await Promise.all(shown.map((logo) => fitLogo(logo, each, height)))).filter(
    (logo) => logo !== null,
  );
  if (fitted.length === 0) return [];

  const inner = fitted.reduce((sum, logo) => sum + logo.width, (fitted.length - 1) * LOGO_GAP);
  const plateWidth = inner + 2 * PLATE_PADDING;
  const plateLeft = place.left + place.width - plateWidth;
  const plate = `<svg xmlns="http://www.w3.org/2000/svg" width="${plateWidth}" height="${place.height}"><rect width="100%" height="100%" rx="12" fill="#ffffff"/></svg>`;
  const overlays: OverlayOptions[] = [
    { input: Buffer.from(plate), left: plateLeft, top: place.top },
  ];
  let left = plateLeft + PLATE_PADDING;
  for (const logo of fitted) {
    const top = place.top + Math.round((place.height - logo.height) / 2);
    overlays.push({ input: logo.data, left, top });
    left += logo.width + LOGO_GAP;
  }
  return overlays;
}
