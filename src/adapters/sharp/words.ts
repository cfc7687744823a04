import sharp from 'sharp';

/** The campaign's letters: Noto Sans has ɛ ɔ ɲ ŋ and places tone marks on them. Read from the package, not from the system. */
const FONT_FILES = {
  bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  medium: require.resolve('@expo-google-fonts/noto-sans/500Medium/NotoSans_500Medium.ttf'),
} as const;

const FONT_NAMES = { bold: 'Noto Sans Bold', medium: 'Noto Sans Medium' } as const;

export type Lettering = {
  readonly weight: keyof typeof FONT_FILES;
  readonly sizePx: number;
  /** Six-digit hexadecimal, with its `#`. */
  readonly colour: string;
  readonly maximumWidthPx: number;
  /** Whether a word too long for a line may be cut. */
  readonly mayCutWords: boolean;
};

/** Written words as raw RGBA pixels. */
export type Written = {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
};

/** Pango reads markup: what people wrote must not be read as such. Control characters but the line break make it fail. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** How large words come, without drawing them in colour. Words too long for a line stand out of it: they are not cut. */
export async function measure(
  text: string,
  lettering: Pick<Lettering, 'weight' | 'sizePx' | 'maximumWidthPx'>,
): Promise<Box> {
  const { info } = await sharp({
    text: {
      text: escapeMarkup(text),
      font: `${FONT_NAMES[lettering.weight]} ${lettering.sizePx}`,
      fontfile: FONT_FILES[lettering.weight],
      width: lettering.maximumWidthPx,
      wrap: 'word',
      dpi: 72,
      spacing: Math.round(lettering.sizePx * 0.04),
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height };
}

/** Writes one or more lines, as tall as they come. At 72 dpi a point is a pixel. */
export async function write(text: string, lettering: Lettering): Promise<Written> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${lettering.colour}">${escapeMarkup(text)}</span>`,
      font: `${FONT_NAMES[lettering.weight]} ${lettering.sizePx}`,
      fontfile: FONT_FILES[lettering.weight],
      width: lettering.maximumWidthPx,
      wrap: lettering.mayCutWords ? 'word-char' : 'word',
      dpi: 72,
      rgba: true,
      spacing: Math.round(lettering.sizePx * 0.04),
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

export type Box = { readonly width: number; readonly height: number };

const fits = (written: Written, box: Box) =>
  written.width <= box.width && written.height <= box.height;

const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The first letters of a text with an ellipsis, ended at a word where one is near. Tone marks stay with their letter. */
export function shorten(text: string, letterCount: number): string {
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  if (all.length <= letterCount) return text;
  const kept = all.slice(0, letterCount).join('').trimEnd();
  const lastBlank = kept.lastIndexOf(' ');
  const atWord = lastBlank > kept.length * 0.7 ? kept.slice(0, lastBlank) : kept;
  return `${atWord.replace(/[\s,;:.«(–—-]+$/u, '')}…`;
}

/**
 * Writes as large as fits the box: the first of the sizes at which whole words fit; at the smallest the words are
 * cut off with an ellipsis.
 *
 * @param sizesPx from the largest to the smallest.
 */
export async function writeFitted(
  text: string,
  box: Box,
  sizesPx: readonly [number, ...number[]],
  style: Pick<Lettering, 'weight' | 'colour'>,
): Promise<Written> {
  const common = { ...style, maximumWidthPx: box.width };
  for (const sizePx of sizesPx) {
    const written = await write(text, { ...common, sizePx, mayCutWords: false });
    if (fits(written, box)) return written;
  }
  const smallest = { ...common, sizePx: sizesPx.at(-1) ?? sizesPx[0], mayCutWords: true };
  const whole = await write(text, smallest);
  if (fits(whole, box)) return whole;
  // Halving: the longest beginning that fits.
  let [fitting, tooLong] = [1, [...letters.segment(text)].length];
  let best = await write('…', smallest);
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    const written = await write(shorten(text, middle), smallest);
    if (fits(written, box)) [fitting, best] = [middle, written];
    else tooLong = middle;
  }
  return best;
}
