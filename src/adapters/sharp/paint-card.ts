import sharp from 'sharp';

import type { CardPainter } from '../../composition/ports';
import { designOf, type Design, type Place } from './designs';
import { fitSize } from './fit-size';
import { paintGround } from './ground';
import { keepFew } from './keep-few';
import { LANGUAGE_NAMES } from './language-names';
import { layOn, type Picture } from './lay-on';
import { withCopy } from './scratch-pixels';
import { write, writeFitted } from './words';
import type { Lettering, Written } from './words';

type Card = Parameters<CardPainter['paint']>[0];

/** Raised when the same card would give another picture. */
const REVISION = 2;

/** Head and foot are the same on every card of a campaign. */
const keepWords = keepFew<Written>(24);

/** Composed letters; blanks at the ends would move the words. */
const tidy = (text: string) => text.normalize('NFC').trim();

type Style = Pick<Lettering, 'weight' | 'colour'>;

/** From the largest to the smallest size in even steps. */
function stepsBetween([largest, smallest]: readonly [number, number]): readonly [
  number,
  ...number[],
] {
  const step = (largest - smallest) / 3;
  return [largest, Math.round(largest - step), Math.round(largest - 2 * step), smallest];
}

/** Words that are the same on many cards; null for blanks, of which Pango draws nothing. */
async function shared(
  text: string,
  box: { readonly width: number; readonly height: number },
  sizesPx: readonly [number, number],
  style: Style,
): Promise<Written | null> {
  const words = tidy(text);
  if (words === '') return null;
  const key = JSON.stringify([words, box, sizesPx, style]);
  return keepWords(key, () => writeFitted(words, box, stepsBetween(sizesPx), style));
}

/** The title as large as it fits, in whole words; null when it does not even at the smallest size. */
async function writeTitle(
  text: string,
  box: Place,
  sizesPx: readonly [largest: number, smallest: number],
  style: Style,
): Promise<Written | null> {
  const sizePx = await fitSize(text, box, sizesPx, style.weight);
  if (sizePx === null) return null;
  const lettering = { ...style, sizePx, maximumWidthPx: box.width, mayCutWords: false };
  return write(text, lettering);
}

/** The campaign's name on the left and the language on the right. */
async function drawHead(picture: Picture, card: Card, design: Design): Promise<void> {
  const { size, margin, headMiddle, headSizePx } = design;
  const height = Math.round(headSizePx * 1.5);
  const language = await shared(
    LANGUAGE_NAMES[card.language] ?? card.language,
    { width: Math.round(size.width * 0.3), height },
    [Math.round(headSizePx * 0.82), Math.round(headSizePx * 0.7)],
    { weight: 'medium', colour: card.palette.quiet },
  );
  const right = size.width - margin - (language?.width ?? 0);
  if (language !== null) layOn(picture, language, right, headMiddle - language.height / 2);
  const left = margin + Math.round(headSizePx * 1.75);
  const name = await shared(
    card.campaignName,
    { width: right - left - 24, height },
    [headSizePx, Math.round(headSizePx * 0.72)],
    { weight: 'bold', colour: card.palette.accent },
  );
  if (name !== null) layOn(picture, name, left, headMiddle - name.height / 2);
}

/** The first line of the foot, a telephone number as a rule, larger than the rest; both together end at the bottom. */
async function drawFoot(picture: Picture, card: Card, design: Design): Promise<void> {
  const { footer, footerSizesPx } = design;
  const isCall = card.template === 'call';
  const colour = isCall ? card.palette.onAccent : card.palette.ink;
  const [first = '', ...rest] = tidy(card.footer).split('\n');
  const [largest, smallest] = footerSizesPx;
  const number = await shared(
    first,
    { width: footer.width, height: Math.round(footer.height * 0.62) },
    [largest, smallest],
    { weight: 'bold', colour },
  );
  const hours = await shared(
    rest.join('\n'),
    { width: footer.width, height: footer.height - (number?.height ?? 0) },
    [Math.round(design.headSizePx * 0.88), Math.round(design.headSizePx * 0.64)],
    { weight: 'medium', colour },
  );
  const gap = number === null || hours === null ? 0 : Math.round(smallest * 0.6);
  const height = (number?.height ?? 0) + gap + (hours?.height ?? 0);
  let top = footer.top + (isCall ? (footer.height - height) / 2 : footer.height - height);
  if (number !== null) {
    layOn(picture, number, footer.left, top);
    top += number.height + gap;
  }
  if (hours !== null) layOn(picture, hours, footer.left, top);
}

async function draw(card: Card, outputPath: string): Promise<'painted' | 'title-too-long'> {
  const design = designOf(card.template, card.shape);
  const { size, title } = design;
  const style: Style = { weight: design.titleWeight, colour: card.palette.ink };
  const words = tidy(card.title);
  const fitted = words === '' ? null : await writeTitle(words, title, design.titleSizesPx, style);
  if (fitted === null && words !== '' && !card.mayShorten) return 'title-too-long';
  const written =
    fitted ??
    (words === '' ? null : await writeFitted(words, title, [design.titleSizesPx[1]], style));

  const ground = await paintGround(card.template, design, card.palette, card.logos);
  await withCopy(ground, async (pixels) => {
    const picture: Picture = { ...size, pixels };
    if (written !== null) {
      layOn(picture, written, title.left, title.top + (title.height - written.height) / 2);
    }
    await drawHead(picture, card, design);
    await drawFoot(picture, card, design);
    await sharp(pixels, { raw: { ...size, channels: 3 } })
      // 6 is nearly as small as 8 and takes a third of the time.
      .png({ compressionLevel: 6 })
      .toFile(outputPath);
  });
  return 'painted';
}

/** Draws a picture card as PNG. The same card gives the same bytes: the approval signs them. */
export const cardPainting: Pick<CardPainter, 'revision' | 'paint'> = {
  revision: REVISION,
  paint: draw,
};
