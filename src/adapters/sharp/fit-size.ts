import { measure, type Box, type Lettering } from './words';

/**
 * Words are measured at this share of their size: a sixteenth of the pixels, and letters are not fitted to the pixel
 * grid (Pango places them by fractions), so that the measure holds.
 */
const MEASURED_AT = 4;

/** Rounding of a small measure, in pixels of the small picture. */
const SLACK = 1;

/** How much larger than its box a text comes at a size, as a share of the height or the width; at most 1 when it fits. */
async function fullnessAt(
  text: string,
  box: Box,
  sizePx: number,
  weight: Lettering['weight'],
): Promise<number> {
  const width = Math.floor(box.width / MEASURED_AT) - SLACK;
  const height = Math.floor(box.height / MEASURED_AT) - SLACK;
  const lettering = { weight, sizePx: sizePx / MEASURED_AT, maximumWidthPx: width };
  const small = await measure(text, lettering);
  return Math.max(small.width / width, small.height / height);
}

/**
 * The largest size in pixels, to within two, at which a text fits a box in whole words; null when it does not fit at the
 * smallest. Each look says how far off it was, and the next is taken where the area would be right: mostly three looks.
 */
export async function fitSize(
  text: string,
  box: Box,
  [largest, smallest]: readonly [largest: number, smallest: number],
  weight: Lettering['weight'],
): Promise<number | null> {
  let fullness = await fullnessAt(text, box, largest, weight);
  if (fullness <= 1) return largest;
  let fitting: number | null = null;
  let tooLarge = largest;
  let size = largest;
  while (tooLarge - (fitting ?? smallest - 1) > 2 || fitting === null) {
    if (tooLarge <= smallest) return null;
    const lowest = fitting === null ? smallest : fitting + 1;
    const guess = Math.floor(size / Math.sqrt(fullness));
    // Where the guess is no progress, the middle is.
    size = guess >= lowest && guess < tooLarge ? guess : Math.floor((lowest + tooLarge - 1) / 2);
    fullness = await fullnessAt(text, box, size, weight);
    if (fullness <= 1) fitting = size;
    else tooLarge = size;
  }
  return fitting;
}
