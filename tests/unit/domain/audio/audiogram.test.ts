import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { barsOf, excerptOf, type Envelope } from '../../../../src/domain/audio';

/** Speech of a level, with pauses: `[10, 0.5]` speaks for ten seconds and breathes for half a second. */
function speech(...parts: readonly (readonly [spoken: number, silent: number])[]): Envelope {
  const levels = parts.flatMap(([spoken, silent]) => [
    ...new Array<number>(spoken * 20).fill(0.2),
    ...new Array<number>(Math.round(silent * 20)).fill(0.001),
  ]);
  return { framesPerSecond: 20, levels };
}

describe('a film of a spot', () => {
  it('holds all of a spot that is short enough, to the last frame', () => {
    expect(excerptOf(speech([60, 0]), 60)).toEqual({ seconds: 60, isCut: false, fadeSeconds: 0 });
  });

  it('ends at the last pause before the longest length', () => {
    const long = speech([50, 0.5], [6, 0.4], [30, 0]);
    expect(excerptOf(long, 60)).toEqual({ seconds: 56.9, isCut: true, fadeSeconds: 0.4 });
  });

  it('does not take the gap inside a word for a pause', () => {
    const long = speech([50, 0.5], [6, 0.2], [30, 0]);
    expect(excerptOf(long, 60).seconds).toBe(50.5);
  });

  it('fades the voice away where nobody takes a breath, or only long before', () => {
    expect(excerptOf(speech([80, 0]), 60)).toEqual({ seconds: 60, isCut: true, fadeSeconds: 1.5 });
    expect(excerptOf(speech([20, 1], [80, 0]), 60).seconds).toBe(60);
  });

  it('never lasts longer than allowed, nor less than what a pause is sought in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2000 }),
        fc.integer({ min: 10, max: 90 }),
        (levels, maximum) => {
          const { seconds, isCut } = excerptOf({ framesPerSecond: 20, levels }, maximum);
          expect(seconds).toBeLessThanOrEqual(maximum);
          expect(isCut).toBe(levels.length / 20 > maximum);
          if (isCut) expect(seconds).toBeGreaterThanOrEqual(Math.max(0.25, maximum - 15));
        },
      ),
    );
  });

  it('draws ten bars a second, between nothing and all of the height', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 1200 }),
        (levels) => {
          const seconds = levels.length / 20;
          const bars = barsOf({ framesPerSecond: 20, levels }, seconds);
          expect(bars).toHaveLength(Math.round(seconds * 10));
          expect(bars.every((bar) => bar >= 0 && bar <= 1)).toBe(true);
        },
      ),
    );
  });

  it('shows a quiet voice as tall as a loud one, and silence as nothing', () => {
    const loud = speech([2, 1]);
    const quiet = { ...loud, levels: loud.levels.map((level) => level / 10) };
    expect(barsOf(quiet, 3)).toEqual(barsOf(loud, 3));
    expect(barsOf({ framesPerSecond: 20, levels: new Array<number>(40).fill(0) }, 2)).toEqual(
      new Array<number>(20).fill(0),
    );
  });
});
