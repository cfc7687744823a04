import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createCardPainter } from '../../../src/adapters/sharp';
import { paintBackground } from '../../../src/adapters/sharp/background';
import { shorten, write, writeFitted } from '../../../src/adapters/sharp/words';

const painter = createCardPainter();
const CARD = {
  title: 'Partir, c’est aussi savoir',
  campaignName: 'Partir informé',
  language: 'fr',
  footer: 'Numéro vert 80 00 00 00',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yeelen-pictures-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function paint(what: Partial<typeof CARD> = {}, name = 'card.png'): Promise<Buffer> {
  await painter.paint({ ...CARD, ...what }, join(folder, name));
  return readFile(join(folder, name));
}

/** The share of pixels in a part of the card that differ from the empty background by more than a shade. */
async function inked(
  card: Buffer,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const drawn = await sharp(card).removeAlpha().extract(part).raw().toBuffer();
  const empty = await sharp(await paintBackground(), {
    raw: { width: 1200, height: 630, channels: 4 },
  })
    .removeAlpha()
    .extract(part)
    .raw()
    .toBuffer();
  let different = 0;
  for (let place = 0; place < drawn.length; place += 3) {
    if (Math.abs((drawn[place] ?? 0) - (empty[place] ?? 0)) > 40) different += 1;
  }
  return different / (drawn.length / 3);
}

/** Relative luminance, WCAG 2.2. */
function luminance(red: number, green: number, blue: number): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('a share card', () => {
  it('is a PNG of 1200 x 630 with words on it', async () => {
    const card = await paint();
    expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(await inked(card, { left: 80, top: 150, width: 1000, height: 290 })).toBeGreaterThan(
      0.02,
    );
  });

  it('has the same bytes for the same words, and others for other words', async () => {
    const first = await paint();
    expect((await paint({}, 'again.png')).equals(first)).toBe(true);
    expect((await paint({ title: 'Autre titre' })).equals(first)).toBe(false);
  });

  it.each([
    ['short', 'Oui'],
    ['of one endless word', 'Anticonstitutionnellement'.repeat(12)],
    [
      'as long as the form allows, and longer',
      'Avant de prendre la route, informez-vous. '.repeat(9),
    ],
    ['in Bambara with tones', 'Sànni k’i bólo dá síra kàn, tìɲɛ̀ ɲíni ɛ́ ɔ̀ ŋ'],
  ])('keeps a title %s inside its margins', async (_story, title) => {
    const card = await paint({ title, footer: '' });
    const frame = [
      { left: 0, top: 440, width: 1200, height: 190 },
      { left: 1070, top: 110, width: 130, height: 330 },
      { left: 0, top: 120, width: 76, height: 330 },
    ];
    for (const part of frame) expect(await inked(card, part)).toBe(0);
    expect(await inked(card, { left: 80, top: 140, width: 990, height: 300 })).toBeGreaterThan(0);
  });

  it('shows what people write as they write it, markup too', async () => {
    const harmless = await paint({ title: 'a & b' });
    const markup = await paint({ title: '<span size="1">a</span> & <b>b' });
    const title = { left: 80, top: 150, width: 1000, height: 290 };
    expect(await inked(markup, title)).toBeGreaterThan((await inked(harmless, title)) * 2);
  });

  it('is drawn with an empty name, footer or title, and with control characters', async () => {
    await paint({ title: '', campaignName: ' ', footer: '\n' });
    await paint({ title: 'Titre\u0000 avec\u0007 signes\u001b' });
    expect((await readdir(folder)).length).toBe(1);
  });

  it('keeps white and amber readable wherever words can stand (WCAG AA, 4.5 to 1)', async () => {
    const background = await paintBackground();
    let brightest = 0;
    // Title, head and footer boxes; the sun itself lies outside.
    for (const box of [
      { left: 80, top: 150, right: 1060, bottom: 430 },
      { left: 138, top: 57, right: 1120, bottom: 103 },
      { left: 80, top: 488, right: 720, bottom: 572 },
    ]) {
      for (let y = box.top; y < box.bottom; y += 2) {
        for (let x = box.left; x < box.right; x += 2) {
          const place = (y * 1200 + x) * 4;
          const [red = 0, green = 0, blue = 0] = background.subarray(place, place + 3);
          brightest = Math.max(brightest, luminance(red, green, blue));
        }
      }
    }
    expect((1 + 0.05) / (brightest + 0.05)).toBeGreaterThan(4.5);
    const amber = luminance(0xff, 0xc4, 0x6b);
    expect((amber + 0.05) / (luminance(0x1b, 0x1f, 0x4b) + 0.05)).toBeGreaterThan(4.5);
  });
});

describe('the campaign’s letters', () => {
  const lettering = {
    weight: 'bold',
    sizePx: 60,
    colour: '#ffffff',
    maximumWidthPx: 800,
    mayCutWords: false,
  } as const;

  it.each(['ɛ', 'ɔ', 'ɲ', 'ŋ', 'ɛ́', 'ɔ̀'])(
    '%s has a shape of its own, not an empty box',
    async (letter) => {
      const written = await write(letter, lettering);
      const missing = await write('\u{10FFFD}', lettering);
      expect(written.pixels.equals(missing.pixels)).toBe(false);
      expect(written.width).toBeLessThan(60);
    },
  );

  it('carries its tone mark above itself, without taking more room', async () => {
    const plain = await write('ɛ', lettering);
    const toned = await write('ɛ\u0301', lettering);
    expect(toned.height).toBeGreaterThan(plain.height);
    expect(Math.abs(toned.width - plain.width)).toBeLessThan(6);
  });

  it('keeps its tone mark when a long title is cut', () => {
    expect(shorten('ɔ\u0300'.repeat(5), 3)).toBe(`${'ɔ\u0300'.repeat(3)}…`);
    expect(shorten('Avant de partir, informez-vous', 20)).toBe('Avant de partir…');
    expect(shorten('court', 20)).toBe('court');
  });

  it('is written larger when there are few words', async () => {
    const style = { weight: 'bold', colour: '#ffffff' } as const;
    const box = { width: 900, height: 250 };
    const few = await writeFitted('Yeelen', box, [80, 40], style);
    const many = await writeFitted('Yeelen '.repeat(20), box, [80, 40], style);
    expect(few.height).toBeGreaterThan(55);
    expect(many.height).toBeLessThanOrEqual(250);
  });
});

describe('a photograph', () => {
  const input = () => join(folder, 'in');
  const output = () => join(folder, 'out.jpg');
  const photograph = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a06030' } });

  it('loses its place and its camera’s notes, and stands upright', async () => {
    await photograph(400, 300)
      .withExif({
        IFD0: { Make: 'Telephone', Copyright: 'A name' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 26/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(input());
    expect((await sharp(input()).metadata()).exif).toBeDefined();

    expect(await painter.clean(input(), output())).toEqual({ width: 300, height: 400 });
    const metadata = await sharp(output()).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 300, height: 400 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
    expect((await readFile(output())).includes('Telephone')).toBe(false);
  });

  it('is at most 1600 px on its longest side, and never made larger', async () => {
    await photograph(4000, 1000).png().toFile(input());
    expect(await painter.clean(input(), output())).toEqual({ width: 1600, height: 400 });
    await photograph(40, 30).webp().toFile(input());
    expect(await painter.clean(input(), output())).toEqual({ width: 40, height: 30 });
  });

  it.each([
    ['a text', Buffer.from('This is not a picture.')],
    ['nothing', Buffer.alloc(0)],
    [
      'a drawing that could fetch and run',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['a JPEG that breaks off', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ])('is not %s', async (_story, bytes) => {
    await writeFile(input(), bytes);
    expect(await painter.clean(input(), output())).toBeNull();
    expect(await readdir(folder)).toEqual(['in']);
  });

  it('is refused when it breaks off in the middle', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const whole = await sharp({
      create: { width: 600, height: 600, channels: 3, background: '#888', noise },
    })
      .jpeg()
      .toBuffer();
    await writeFile(input(), whole.subarray(0, whole.length / 2));
    expect(await painter.clean(input(), output())).toBeNull();
  });

  it('is refused when it is a bomb of pixels', async () => {
    await photograph(10_000, 7000).png({ compressionLevel: 9 }).toFile(input());
    expect(await painter.clean(input(), output())).toBeNull();
  });

  it('that is not there is a fault of the machine, not of the picture', async () => {
    await expect(painter.clean(join(folder, 'nowhere'), output())).rejects.toThrow('ENOENT');
  });
});
