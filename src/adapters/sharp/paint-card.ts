import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';

import type { CardPainter } from '../../composition/ports';
import { CARD_HEIGHT, CARD_WIDTH, paintBackground } from './background';
import { writeFitted } from './words';
import type { Written } from './words';

type Card = Parameters<CardPainter['paint']>[0];

const MARGIN = 80;

/** A language in its own name. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  fr: 'Français',
  bm: 'Bamanankan',
  snk: 'Sooninkanxanne',
};

/** The head of the card stands on this line. */
const HEAD_MIDDLE = 80;

const TITLE_SIZES = [80, 72, 66, 60, 54, 48, 42] as const;
const TITLE_BOX = { width: 980, height: 272 };
const TITLE_MIDDLE = 292;

const LINE = { raw: { channels: 4 as const } };

function place(written: Written, left: number, top: number): OverlayOptions {
  return {
    input: written.pixels,
    raw: { ...LINE.raw, width: written.width, height: written.height },
    left: Math.round(left),
    top: Math.round(top),
  };
}

/** Draws a share card, 1200 x 630 PNG. The same card gives the same bytes: the approval signs them. */
export async function paintCard(card: Card, outputPath: string): Promise<void> {
  const overlays: OverlayOptions[] = [];
  const add = async (
    text: string,
    box: { readonly width: number; readonly height: number },
    sizesPx: readonly [number, ...number[]],
    style: { readonly weight: 'bold' | 'medium'; readonly colour: string },
    at: (written: Written) => readonly [left: number, top: number],
  ): Promise<void> => {
    // Pango draws nothing for blanks, and sharp takes that for a failure.
    if (text.trim() === '') return;
    const written = await writeFitted(text.normalize('NFC').trim(), box, sizesPx, style);
    const [left, top] = at(written);
    overlays.push(place(written, left, top));
  };

  await add(
    card.campaignName,
    { width: 640, height: 46 },
    [34, 30, 26],
    { weight: 'bold', colour: '#ffc46b' },
    ({ height }) => [138, HEAD_MIDDLE - height / 2],
  );
  await add(
    LANGUAGE_NAMES[card.language] ?? card.language,
    { width: 260, height: 46 },
    [28],
    { weight: 'medium', colour: '#c9cbee' },
    ({ width, height }) => [CARD_WIDTH - MARGIN - width, HEAD_MIDDLE - height / 2],
  );
  await add(
    card.title,
    TITLE_BOX,
    TITLE_SIZES,
    { weight: 'bold', colour: '#ffffff' },
    ({ height }) => [MARGIN, TITLE_MIDDLE - height / 2],
  );
  await add(
    card.footer,
    { width: 640, height: 84 },
    [32, 28, 24],
    { weight: 'medium', colour: '#f3e9dc' },
    ({ height }) => [MARGIN, CARD_HEIGHT - 58 - height],
  );

  await sharp(await paintBackground(), {
    raw: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 4 },
  })
    .composite(overlays)
    .removeAlpha()
    .png({ compressionLevel: 8 })
    .toFile(outputPath);
}
