import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  cardShapeOf,
  contrastOf,
  isColour,
  LEAST_CONTRAST,
  readablePalette,
} from '../../../../src/domain/social';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colours of a card', () => {
  it('have the contrast that WCAG gives for the pairs everybody knows', () => {
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#ff0000', '#ffffff')).toBeCloseTo(4.0, 2);
  });

  it('are readable in every pair that meets, whatever the campaign chose', () => {
    fc.assert(
      fc.property(colour, colour, (ground, accent) => {
        const palette = readablePalette({ ground, accent });
        for (const [words, under] of [
          [palette.ink, palette.ground],
          [palette.ink, palette.deep],
          [palette.ink, palette.glow],
          [palette.quiet, palette.ground],
          [palette.quiet, palette.deep],
          [palette.accent, palette.ground],
          [palette.accent, palette.deep],
          [palette.onAccent, palette.accent],
        ] as const) {
          expect(contrastOf(words, under)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
      }),
    );
  });

  it('stay as chosen where they can be read', () => {
    const palette = readablePalette({ ground: '#0B6B4F', accent: '#ffffff' });
    expect(palette).toMatchObject({ ground: '#0b6b4f', ink: '#ffffff', accent: '#ffffff' });
  });

  it('are the house’s own where the campaign wrote no colour', () => {
    const house = readablePalette({ ground: '', accent: '' });
    expect(readablePalette({ ground: 'vert', accent: '#12' })).toEqual(house);
    expect(['#1b1f4b', '#FFC46B'].every(isColour)).toBe(true);
    expect(['1b1f4b', '#12', '#gggggg', 'red', ''].some(isColour)).toBe(false);
  });
});

describe('the shape of a card', () => {
  it.each([
    ['x', 'wide'],
    ['facebook', 'link'],
    ['telegram', 'square'],
    ['simulator', 'link'],
  ])('for %s is %s', (network, shape) => {
    expect(cardShapeOf(network)).toBe(shape);
  });
});
