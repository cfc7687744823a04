import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  clock,
  curvePath,
  HEIGHT,
  loudnessY,
  seekByKey,
  timeX,
  waveformPath,
  WIDTH,
} from '../../../src/admin/parts/sound/draw';

/** Every number of a path, in pairs. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('drawing a sound', () => {
  it('keeps any waveform within its frame', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -128, max: 127 }), { maxLength: 400 }), (columns) => {
        for (const [x, y] of pointsOf(waveformPath(columns))) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDTH);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(HEIGHT);
        }
      }),
      { numRuns: 50 },
    );
    expect(waveformPath([])).toBe('');
  });

  it('draws the curve in one piece between silences', () => {
    expect(curvePath([null, -25, -25, null, -25])).toBe('M250,50L500,50M1000,50');
    expect(curvePath([])).toBe('');
  });

  it('puts louder higher, and what is beyond at the edge', () => {
    expect(loudnessY(-5)).toBe(0);
    expect(loudnessY(-45)).toBe(HEIGHT);
    expect(loudnessY(-70)).toBe(HEIGHT);
    expect(loudnessY(-16)).toBeLessThan(loudnessY(-23));
  });

  it('finds the place of an instant', () => {
    expect(timeX(15, 30)).toBe(WIDTH / 2);
    expect(timeX(99, 30)).toBe(WIDTH);
    expect(timeX(3, 0)).toBe(0);
  });
});

describe('moving in a sound by keys', () => {
  it.each<[string, number | null]>([
    ['ArrowRight', 12],
    ['ArrowLeft', 8],
    ['PageUp', 20],
    ['PageDown', 0],
    ['Home', 0],
    ['End', 30],
    ['a', null],
  ])('%s', (key, to) => expect(seekByKey(key, 10, 30)).toBe(to));

  it('never leaves it', () => {
    expect(seekByKey('ArrowLeft', 1, 30)).toBe(0);
    expect(seekByKey('PageUp', 25, 30)).toBe(30);
  });
});

it.each([
  [0, '0:00'],
  [75.9, '1:15'],
  [600, '10:00'],
])('%d seconds on the player’s clock', (seconds, words) => expect(clock(seconds)).toBe(words));
