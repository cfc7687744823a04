/** Least contrast of words on their ground: WCAG 2.2, level AA, for text of any size (success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of a card, each six-digit hexadecimal with its `#`; every pair that meets is readable. */
export type CardPalette = {
  readonly ground: string;
  /** The other end of the ground's gradient: further from the ink than the ground itself. */
  readonly deep: string;
  /** Of the title. */
  readonly ink: string;
  /** Of the small words. */
  readonly quiet: string;
  /** Of the campaign's name and of the call's band. */
  readonly accent: string;
  /** Of words on the band. */
  readonly onAccent: string;
  /** The light behind the words at its strongest: ink on it is still readable. */
  readonly glow: string;
};

const DEFAULT_GROUND = '#1b1f4b';
const DEFAULT_ACCENT = '#ffc46b';
const WHITE = '#ffffff';
const BLACK = '#000000';

const HEX = /^#[0-9a-f]{6}$/iu;

/** Whether a text is a colour as the campaign writes it: `#` and six hexadecimal digits. */
export function isColour(text: string): boolean {
  return HEX.test(text);
}

function parts(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

function luminance(colour: string): number {
  const [red, green, blue] = parts(colour).map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21: WCAG 2.2. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A colour on the way from one to another; 0 is the first, 1 the second. */
function mix(from: string, to: string, share: number): string {
  const [a, b] = [parts(from), parts(to)];
  const mixed = a.map((each, place) => Math.round(each + ((b[place] ?? each) - each) * share));
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

const STEPS = 50;

/** The first colour on the way to another that is readable on every ground; the other itself where none is. */
function readableOn(grounds: readonly string[], colour: string, towards: string): string {
  for (let step = 0; step < STEPS; step += 1) {
    const candidate = mix(colour, towards, step / STEPS);
    if (grounds.every((ground) => contrastOf(candidate, ground) >= LEAST_CONTRAST))
      return candidate;
  }
  return towards;
}

/** Black or white, whichever is read better on a colour: one of them always has a contrast above 4.5. */
function inkOn(ground: string): string {
  return contrastOf(WHITE, ground) >= contrastOf(BLACK, ground) ? WHITE : BLACK;
}

/**
 * The palette of a campaign's two colours, corrected where words could not be read: the accent is moved towards the ink
 * until it can. What is no colour is replaced by the house's own.
 */
export function readablePalette(colours: {
  readonly ground: string;
  readonly accent: string;
}): CardPalette {
  const ground = (isColour(colours.ground) ? colours.ground : DEFAULT_GROUND).toLowerCase();
  const wanted = (isColour(colours.accent) ? colours.accent : DEFAULT_ACCENT).toLowerCase();
  const ink = inkOn(ground);
  const away = ink === WHITE ? BLACK : WHITE;
  const deep = mix(ground, away, 0.35);
  const accent = readableOn([ground, deep], wanted, ink);
  // From the strongest light down to none: the ground itself is readable.
  let glow = ground;
  for (let step = STEPS; step >= 0; step -= 1) {
    glow = mix(ground, wanted, step / STEPS);
    if (contrastOf(ink, glow) >= LEAST_CONTRAST) break;
  }
  return {
    ground,
    deep,
    ink,
    quiet: readableOn([ground, deep], mix(ground, ink, 0.72), ink),
    accent,
    onAccent: inkOn(accent),
    glow,
  };
}
