import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loudnessCurve, WeightedFrames } from '../../../../src/domain/audio';

const RATE = 8000;
const FRAME = RATE / 20;

type Part = { readonly seconds: number; readonly dbfs: number; readonly hz?: number };

/** What the meter reads for sines, one after another, in one channel. */
function meter(parts: readonly Part[], rateHz = RATE) {
  const frames = new WeightedFrames(rateHz);
  const frame = rateHz / 20;
  let count = 0;
  for (const { seconds, dbfs, hz = 1000 } of parts) {
    const peak = 10 ** (dbfs / 20);
    for (let index = 0; index < seconds * rateHz; index += 1) {
      frames.take(Float64Array.of(peak * Math.sin((2 * Math.PI * hz * count) / rateHz)), 0, 1);
      count += 1;
      if (count % frame === 0) frames.endFrame(frame);
    }
  }
  return loudnessCurve(frames.powers);
}

/** A sine in both channels counts twice the power of one: what EBU's stereo signals read, less this, is expected here. */
const ONE_CHANNEL = 10 * Math.log10(2);

describe('the loudness of the small copy', () => {
  // EBU Tech 3341, cases 1 to 5.
  it.each<[string, number, readonly Part[]]>([
    ['-23 dBFS for 20 s', -23, [{ seconds: 20, dbfs: -23 }]],
    ['-33 dBFS for 20 s', -33, [{ seconds: 20, dbfs: -33 }]],
    [
      'a loud part between quieter ones',
      -23,
      [
        { seconds: 10, dbfs: -36 },
        { seconds: 60, dbfs: -23 },
        { seconds: 10, dbfs: -36 },
      ],
    ],
    [
      'parts below the gate',
      -23,
      [
        { seconds: 10, dbfs: -72 },
        { seconds: 10, dbfs: -36 },
        { seconds: 60, dbfs: -23 },
        { seconds: 10, dbfs: -36 },
        { seconds: 10, dbfs: -72 },
      ],
    ],
    [
      'a middle that is louder',
      -23,
      [
        { seconds: 20, dbfs: -26 },
        { seconds: 20.1, dbfs: -20 },
        { seconds: 20, dbfs: -26 },
      ],
    ],
  ])('reads %s as EBU asks, within 0.1 LU', (_, expected, parts) => {
    expect(meter(parts).integrated_lufs ?? 0).toBeGreaterThan(expected - ONE_CHANNEL - 0.15);
    expect(meter(parts).integrated_lufs ?? 0).toBeLessThan(expected - ONE_CHANNEL + 0.15);
  });

  it.each([
    [100, 0.2],
    [500, 0.2],
    [1000, 0.1],
    [2000, 0.5],
    [3000, 0.5],
  ])('weighs %i Hz as at 48 kHz, within %f LU', (hz, tolerance) => {
    const small = meter([{ seconds: 5, dbfs: -20, hz }]).integrated_lufs ?? 0;
    const full = meter([{ seconds: 5, dbfs: -20, hz }], 48_000).integrated_lufs ?? 0;
    expect(Math.abs(small - full)).toBeLessThanOrEqual(tolerance + 0.01);
  });

  it('tells the short-term loudness ten times a second, of the three seconds around', () => {
    const { short_term_lufs, step_seconds, window_seconds } = meter([
      { seconds: 5, dbfs: -33 },
      { seconds: 5, dbfs: -23 },
    ]);
    expect({ step_seconds, window_seconds, values: short_term_lufs.length }).toEqual({
      step_seconds: 0.1,
      window_seconds: 3,
      values: 101,
    });
    const at = (seconds: number) => short_term_lufs[Math.round(seconds * 10)];
    expect([at(0), at(1.4), at(8.6), at(10)]).toEqual([null, null, null, null]);
    expect(at(2.5)).toBeCloseTo(-36, 0);
    expect(at(7.5)).toBeCloseTo(-26, 0);
    // Half of the window at each level: 10 log10((0.1 + 1) / 2) below the louder.
    expect(at(5)).toBeCloseTo(-28.6, 0);
  });

  it('leaves silence, and a sound shorter than its window, without a value', () => {
    expect(meter([{ seconds: 6, dbfs: -200 }])).toMatchObject({ integrated_lufs: null });
    expect(
      meter([{ seconds: 6, dbfs: -200 }]).short_term_lufs.every((value) => value === null),
    ).toBe(true);
    const short = meter([{ seconds: 2.5, dbfs: -20 }]);
    expect(short.short_term_lufs.every((value) => value === null)).toBe(true);
    expect(short.integrated_lufs).toBeCloseTo(-23, 0);
    expect(loudnessCurve([])).toMatchObject({ integrated_lufs: null, short_term_lufs: [null] });
  });

  it('moves by as much as the level does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-4, max: 0.05, noNaN: true }), {
          minLength: 60,
          maxLength: 200,
        }),
        fc.integer({ min: 1, max: 10 }),
        (powers, gainDb) => {
          const louder = loudnessCurve(powers.map((power) => power * 10 ** (gainDb / 10)));
          loudnessCurve(powers).short_term_lufs.forEach((value, index) => {
            const moved = louder.short_term_lufs[index] ?? null;
            expect(moved === null).toBe(value === null);
            if (value !== null && moved !== null)
              expect(Math.abs(moved - value - gainDb)).toBeLessThanOrEqual(0.11);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is quick to fall silent', () => {
    const frames = new WeightedFrames(RATE);
    frames.take(Float64Array.of(1), 0, 1);
    for (let frame = 0; frame < 400; frame += 1) {
      frames.take(new Float64Array(FRAME), 0, FRAME);
      frames.endFrame(FRAME);
    }
    expect(frames.powers.at(-1)).toBe(0);
  });
});
