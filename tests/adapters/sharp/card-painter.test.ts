import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createCardPainter } from '../../../src/adapters/sharp';
import { designOf } from '../../../src/adapters/sharp/designs';
import { paintGround } from '../../../src/adapters/sharp/ground';
import { shorten, write, writeFitted } from '../../../src/adapters/sharp/words';
import type { PictureCard } from '../../../src/composition/ports';
import {
  CARD_SIZES,
  CARD_TEMPLATES,
  contrastOf,
  LEAST_CONTRAST,
  readablePalette,
  type CardShape,
} from '../../../src/domain/social';

const painter = createCardPainter();
const PALETTE = readablePalette({ ground: '', accent: '' });
const SHAPES = Object.keys(CARD_SIZES) as CardShape[];
const CARD: PictureCard = {
  template: 'plain',
  shape: 'link',
  palette: PALETTE,
  logos: [],
  mayShorten: false,
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

async function paint(what: Partial<PictureCard> = {}, name = 'card.png'): Promise<Buffer> {
  expect(await painter.paint({ ...CARD, ...what }, join(folder, name))).toBe('painted');
  return readFile(join(folder, name));
}

/** The share of pixels in a part of the card that differ from the empty background by more than a shade. */
async function inked(
  card: Buffer,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const drawn = await sharp(card).removeAlpha().extract(part).raw().toBuffer();
  const empty = await sharp(await paintGround('plain', designOf('plain', 'link'), PALETTE, []), {
    raw: { width: 1200, height: 630, channels: 3 },
  })
    .extract(part)
    .raw()
    .toBuffer();
  let different = 0;
  for (let place = 0; place < drawn.length; place += 3) {
    if (Math.abs((drawn[place] ?? 0) - (empty[place] ?? 0)) > 40) different += 1;
  }
  return different / (drawn.length / 3);
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
    const card = await paint({ title, footer: '', mayShorten: true });
    const frame = [
      { left: 0, top: 450, width: 1200, height: 180 },
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

  it.each(SHAPES.flatMap((shape) => CARD_TEMPLATES.map((template) => ({ template, shape }))))(
    'is drawn as $template in the shape $shape, and again in the same bytes',
    async ({ template, shape }) => {
      const card = await paint({ template, shape });
      expect(await sharp(card).metadata()).toMatchObject({ format: 'png', ...CARD_SIZES[shape] });
      expect((await paint({ template, shape }, 'again.png')).equals(card)).toBe(true);
    },
  );

  it('is not drawn when its title could only be read with a magnifying glass', async () => {
    const title = 'Avant de prendre la route, informez-vous. '.repeat(9);
    const outputPath = join(folder, 'card.png');
    expect(await painter.paint({ ...CARD, title }, outputPath)).toBe('title-too-long');
    expect(await readdir(folder)).toEqual([]);
  });

  it('bears the logos on white, and leaves out what is no picture', async () => {
    const logo = await sharp({
      create: { width: 200, height: 100, channels: 3, background: '#00aa00' },
    })
      .png()
      .toBuffer();
    const { logos: place } = designOf('plain', 'link');
    const plain = await paint({ footer: '' });
    const part = { left: place.left, top: place.top, width: place.width, height: place.height };
    const green = async (card: Buffer) => {
      const { data } = await sharp(card).extract(part).raw().toBuffer({ resolveWithObject: true });
      let count = 0;
      for (let at = 0; at < data.length; at += 3) {
        if ((data[at] ?? 255) < 20 && (data[at + 1] ?? 0) > 150) count += 1;
      }
      return count;
    };
    expect(await green(plain)).toBe(0);
    const logos = [Buffer.from('not a picture'), logo];
    expect(await green(await paint({ footer: '', logos }))).toBeGreaterThan(1000);
    expect((await paint({ footer: '', logos: [Buffer.from('no')] })).equals(plain)).toBe(true);
  });

  it.each([
    ['the house’s own colours', '', ''],
    ['dark green and yellow', '#0b6b4f', '#e0b000'],
    ['cream and orange', '#fff3d6', '#f2a93b'],
    ['the middle grey that suits nobody', '#777777', '#808080'],
  ])('keeps words readable wherever they can stand: %s', async (_name, ground, accent) => {
    const palette = readablePalette({ ground, accent });
    for (const template of CARD_TEMPLATES) {
      const design = designOf(template, 'link');
      const { title, headMiddle, headSizePx } = design;
      const pixels = await paintGround(template, design, palette, []);
      const least = (box: { left: number; top: number; right: number; bottom: number }) => {
        let lowest = 21;
        for (let y = box.top; y < box.bottom; y += 6) {
          for (let x = box.left; x < box.right; x += 6) {
            const at = (y * 1200 + x) * 3;
            const colour = `#${pixels.subarray(at, at + 3).toString('hex')}`;
            lowest = Math.min(lowest, contrastOf(palette.ink, colour));
          }
        }
        return lowest;
      };
      // The quotation's bar and the house's sign stand beside the words, not under them.
      expect(
        least({
          left: title.left,
          top: title.top,
          right: title.left + title.width,
          bottom: title.top + title.height,
        }),
      ).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      const half = Math.round(headSizePx / 2);
      expect(
        least({ left: 145, top: headMiddle - half, right: 1120, bottom: headMiddle + half }),
      ).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
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
