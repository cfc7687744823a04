/**
 * What a picture card costs beside the least that sharp can do for a picture of that size: decode a background PNG, lay
 * one text on it, encode PNG at sharp's own settings. Both read and write the same size, both in this run and in turn, so
 * that a busy moment of the machine meets both. Each card has a title of its own: nothing is answered from a file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';

import { createCardPainter } from '../../src/adapters/sharp';
import { backdrop } from '../../src/adapters/sharp/backdrop';
import { designOf } from '../../src/adapters/sharp/designs';
import type { PictureCard } from '../../src/composition/ports';
import { readablePalette } from '../../src/domain/social';
import { median } from './statistics';

const ROUNDS = 30;
const WARM_UP = 3;

const FONT = require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');

/** As long as titles are. */
const title = (round: number) =>
  `Partir informé, étape ${round} : ce que chaque famille doit savoir`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median of 30 cards of 1200 x 630 over the median of 30 bare composites, taken in turn. */
export async function benchCards(): Promise<{ readonly cardToSharp: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-cards-'));
  try {
    const palette = readablePalette({ ground: '', accent: '' });
    const ground = backdrop('plain', designOf('plain', 'link'), palette);
    const background = await sharp(Buffer.from(ground)).png().toBuffer();
    const painter = createCardPainter();
    const card = (round: number): PictureCard => ({
      template: 'plain',
      shape: 'link',
      palette,
      title: title(round),
      campaignName: 'Partir informé',
      language: 'fr',
      footer: '80 00 00 00\ndu lundi au vendredi, de 8 h à 17 h',
      logos: [],
      mayShorten: false,
    });
    const bare = (round: number) =>
      sharp(background)
        .composite([
          {
            input: {
              text: {
                text: `<span foreground="#ffffff">${title(round)}</span>`,
                font: 'Noto Sans Bold 80',
                fontfile: FONT,
                width: 980,
                dpi: 72,
                rgba: true,
              },
            },
            left: 80,
            top: 150,
          },
        ])
        .png()
        .toFile(join(folder, 'bare.png'));

    const cards: number[] = [];
    const composites: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const composite = await timed(() => bare(round));
      const drawn = await timed(() => painter.paint(card(round), join(folder, 'card.png')));
      if (round < 0) continue;
      composites.push(composite);
      cards.push(drawn);
    }
    return { cardToSharp: median(cards) / median(composites) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
