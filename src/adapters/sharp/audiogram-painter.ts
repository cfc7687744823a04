import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';

import { AUDIOGRAM_SIZES, BARS_PER_SECOND, type AudiogramShape } from '../../domain/audio';
import type { AudiogramPainter, StripPlace } from '../../composition/ports';
import { dawn } from './dawn';
import { LANGUAGE_NAMES } from './language-names';
import { writeFitted, type Written } from './words';

/** Raised when the same words would give another picture. */
const REVISION = 1;

const BAR_STEP_PX = 16;
const BAR_WIDTH_PX = 10;
/** Silence shows as a dot. */
const LOWEST_BAR_PX = 8;
const MARGIN = 64;

type Layout = {
  readonly title: { readonly top: number; readonly height: number };
  readonly strip: { readonly top: number; readonly height: number };
  readonly footerBottom: number;
};

const LAYOUTS: Readonly<Record<AudiogramShape, Layout>> = {
  square: {
    title: { top: 180, height: 350 },
    strip: { top: 580, height: 240 },
    footerBottom: 1016,
  },
  vertical: {
    title: { top: 210, height: 420 },
    strip: { top: 700, height: 240 },
    footerBottom: 1216,
  },
};

const TITLE_SIZES = [84, 76, 68, 60, 52, 46, 40] as const;

function placeOf(shape: AudiogramShape): StripPlace {
  const { width } = AUDIOGRAM_SIZES[shape];
  const { strip } = LAYOUTS[shape];
  return {
    left: 0,
    width,
    top: strip.top,
    height: strip.height,
    pixelsPerSecond: BAR_STEP_PX * BARS_PER_SECOND,
  };
}

function overlay(written: Written, left: number, top: number): OverlayOptions {
  return {
    input: written.pixels,
    raw: { channels: 4, width: written.width, height: written.height },
    left: Math.round(left),
    top: Math.round(top),
  };
}

/** Draws the pictures of a film with sharp. The same card gives the same bytes. */
export function createAudiogramPainter(): AudiogramPainter {
  return { revision: REVISION, place: placeOf, paintCard, paintStrip };
}

async function paintCard(
  card: Parameters<AudiogramPainter['paintCard']>[0],
  outputPath: string,
): Promise<void> {
  const size = AUDIOGRAM_SIZES[card.shape];
  const layout = LAYOUTS[card.shape];
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
    overlays.push(overlay(written, left, top));
  };
  const inner = size.width - 2 * MARGIN;

  await add(
    card.campaignName,
    { width: inner - 300, height: 80 },
    [36, 32, 28, 24],
    { weight: 'bold', colour: '#ffc46b' },
    ({ height }) => [124, 86 - height / 2],
  );
  await add(
    LANGUAGE_NAMES[card.language] ?? card.language,
    { width: 240, height: 50 },
    [28, 24],
    { weight: 'medium', colour: '#c9cbee' },
    ({ width, height }) => [size.width - MARGIN - width, 86 - height / 2],
  );
  await add(
    card.title,
    { width: inner, height: layout.title.height },
    TITLE_SIZES,
    { weight: 'bold', colour: '#ffffff' },
    ({ height }) => [MARGIN, layout.title.top + (layout.title.height - height) / 2],
  );
  await add(
    card.note,
    { width: 240, height: 50 },
    [28],
    { weight: 'medium', colour: '#c9cbee' },
    ({ height }) => [MARGIN, layout.strip.top + layout.strip.height + 12 + height / 2],
  );
  await add(
    card.footer,
    { width: Math.round(size.width * 0.65), height: 96 },
    [34, 30, 26, 22],
    { weight: 'medium', colour: '#f3e9dc' },
    ({ height }) => [MARGIN, layout.footerBottom - height],
  );
  overlays.push({ input: Buffer.from(playhead(size, layout.strip)), left: 0, top: 0 });

  await sharp(Buffer.from(dawn(size)))
    .composite(overlays)
    .removeAlpha()
    .png({ compressionLevel: 8 })
    .toFile(outputPath);
}

/** The line that the waveform runs past: what is left of it was heard. */
function playhead(
  size: { readonly width: number; readonly height: number },
  strip: { readonly top: number; readonly height: number },
): string {
  const middle = size.width / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
  <rect x="${middle - 1}" y="${strip.top - 14}" width="2" height="${strip.height + 28}" rx="1" fill="#ffd98a" fill-opacity="0.55"/>
  <circle cx="${middle}" cy="${strip.top - 18}" r="7" fill="#ffd98a"/>
</svg>`;
}

async function paintStrip(
  strip: Parameters<AudiogramPainter['paintStrip']>[0],
  outputPath: string,
): Promise<void> {
  const { width: shown, height } = placeOf(strip.shape);
  const lead = shown / 2;
  const bars = strip.bars.map((level, index) => {
    const tall = Math.round(LOWEST_BAR_PX + level * (height - LOWEST_BAR_PX));
    const x = lead + index * BAR_STEP_PX + (BAR_STEP_PX - BAR_WIDTH_PX) / 2;
    return `<rect x="${x}" y="${(height - tall) / 2}" width="${BAR_WIDTH_PX}" height="${tall}" rx="${Math.min(5, tall / 2)}"/>`;
  });
  // One more bar's room: the last frame may stand a little beyond the last bar.
  const width = shown + (strip.bars.length + 1) * BAR_STEP_PX;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="#ffc46b">${bars.join('')}</g></svg>`;
  await sharp(Buffer.from(svg)).png({ compressionLevel: 8 }).toFile(outputPath);
}
