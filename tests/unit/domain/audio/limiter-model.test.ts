import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLimiter, type Moments } from '../../../../src/domain/audio';

/** Moments of a steady sound: peaks at `peak`, 3 dB above its power, for so many seconds. */
function steady(peak: number, seconds: number): Moments {
  const peaks = Array.from({ length: seconds * 1000 }, () => peak);
  return { peaks, powers: peaks.map((value) => (value * value) / 2) };
}

/** A voice at -30 dB with a clap of 5 ms every half second. */
function claps(seconds: number): Moments {
  const peaks = Array.from({ length: seconds * 1000 }, (_, at) => (at % 500 < 5 ? 1 : 0.03));
  return { peaks, powers: peaks.map((value) => (value * value) / 2) };
}

describe('a recording behind the limiter', () => {
  it('gets louder by what it is driven, as long as no peak meets the threshold', () => {
    const [point] = modelLimiter([steady(0.1, 5)], -23, [15]);
    expect(point?.loudnessLu).toBeCloseTo(-8, 6);
  });

  it('stays at the threshold, however hard a steady sound is driven', () => {
    const points = modelLimiter([steady(0.1, 5)], -23, [20, 23, 26, 40]);
    for (const { loudnessLu } of points) expect(loudnessLu).toBeCloseTo(-3, 6);
  });

  it('gets quieter, not louder, where claps push the voice down', () => {
    const [gentle, hard] = modelLimiter([claps(10)], -30, [6, 20]);
    expect((hard?.loudnessLu ?? 0) - (gentle?.loudnessLu ?? 0)).toBeLessThan(12);
  });

  it('holds both channels down by the louder of the two', () => {
    const loud = steady(1, 5);
    const soft = steady(0.25, 5);
    const [both] = modelLimiter([loud, soft], -20, [6]);
    expect(both?.loudnessLu).toBeCloseTo(-20, 6);
    const [softAlone] = modelLimiter([soft], -20, [6]);
    expect(softAlone?.loudnessLu).toBeCloseTo(-14, 6);
  });

  it('says nothing of silence, of less than a meter needs, and of nothing', () => {
    expect(modelLimiter([steady(0, 5)], -20, [6])).toEqual([]);
    expect(modelLimiter([{ peaks: [0.5], powers: [0.1] }], -20, [6])).toEqual([]);
    expect(modelLimiter([], -20, [6])).toEqual([]);
  });

  it('never makes more of a sound than its drive, and never lets it pass the threshold', () => {
    const sounds = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
      minLength: 20,
      maxLength: 60,
    });
    fc.assert(
      fc.property(sounds, fc.double({ min: 0, max: 30, noNaN: true }), (levels, drive) => {
        const peaks = levels.flatMap((level) => Array.from({ length: 50 }, () => level));
        const powers = peaks.map((value) => value * value);
        for (const { loudnessLu } of modelLimiter([{ peaks, powers }], -20, [drive])) {
          expect(loudnessLu).toBeLessThanOrEqual(-20 + drive + 1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });
});
