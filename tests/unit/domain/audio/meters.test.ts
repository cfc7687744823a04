import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  Decimator,
  integratedLoudness,
  loudnessRange,
  TruePeak,
  WeightedFrames,
} from '../../../../src/domain/audio';

const RATE = 48_000;

const sine = (count: number, hz: number, peak: number, degrees = 0) =>
  Float64Array.from(
    { length: count },
    (_, at) => peak * Math.sin((2 * Math.PI * hz * at) / RATE + (degrees * Math.PI) / 180),
  );

function truePeakOf(samples: Float64Array, piece = samples.length): number | null {
  const meter = new TruePeak();
  for (let at = 0; at < samples.length; at += piece) {
    const part = samples.slice(at, at + piece);
    meter.take(part, part.length);
  }
  return meter.end();
}

describe('the true peak', () => {
  // EBU Tech 3341, cases 15 to 18: sines whose samples miss their crest; +0.2 and -0.4 dB are allowed.
  it.each([
    ['a quarter of the rate, at 0°', RATE / 4, 0],
    ['a quarter of the rate, at 45°', RATE / 4, 45],
    ['a sixth of the rate, at 60°', RATE / 6, 60],
    ['an eighth of the rate, at 67.5°', RATE / 8, 67.5],
  ])('of %s is that of the wave, not of its samples', (_, hz, degrees) => {
    // Faded at both ends: a wave that begins or ends at once has a crest of its own there.
    const wave = sine(4_800, hz, 0.5, degrees).map(
      (sample, at) => sample * Math.min(1, at / 1_200, (4_799 - at) / 1_200),
    );
    const peak = truePeakOf(wave) ?? 0;
    expect(peak).toBeGreaterThan(-6.02 - 0.4);
    expect(peak).toBeLessThan(-6.02 + 0.2);
  });

  it('is never below the highest sample, and the same in whatever pieces the sound comes', () => {
    const sound = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 400 }), (values, piece) => {
        const samples = Float64Array.from(values);
        const whole = truePeakOf(samples);
        const highest = Math.max(...values.map(Math.abs));
        if (highest === 0) return whole === null;
        expect(whole ?? -Infinity).toBeGreaterThanOrEqual(20 * Math.log10(highest) - 1e-9);
        expect(truePeakOf(samples, piece)).toBeCloseTo(whole ?? -Infinity, 9);
        return true;
      }),
    );
  });

  it('of silence is none', () => {
    expect(truePeakOf(new Float64Array(1_000))).toBeNull();
  });
});

type Part = { readonly seconds: number; readonly dbfs: number };

/** Powers of 50 ms of a stereo sine of 1 kHz: both channels count. */
function stereoSine(parts: readonly Part[]): readonly number[] {
  const frames = new WeightedFrames(RATE);
  const frame = RATE / 20;
  for (const { seconds, dbfs } of parts) {
    const samples = sine(frame, 1000, 10 ** (dbfs / 20));
    for (let at = 0; at < seconds * 20; at += 1) {
      frames.take(samples, 0, frame);
      frames.endFrame(frame);
    }
  }
  return frames.powers.map((power) => 2 * power);
}

describe('the loudness of a whole recording', () => {
  // EBU Tech 3341, cases 1 to 5.
  it.each([
    ['20 s at -23', [{ seconds: 20, dbfs: -23 }], -23],
    ['20 s at -33', [{ seconds: 20, dbfs: -33 }], -33],
    [
      'a loud middle',
      [
        { seconds: 10, dbfs: -36 },
        { seconds: 60, dbfs: -23 },
        { seconds: 10, dbfs: -36 },
      ],
      -23,
    ],
    [
      'silence at both ends',
      [
        { seconds: 10, dbfs: -72 },
        { seconds: 10, dbfs: -36 },
        { seconds: 60, dbfs: -23 },
        { seconds: 10, dbfs: -36 },
        { seconds: 10, dbfs: -72 },
      ],
      -23,
    ],
    [
      'three levels',
      [
        { seconds: 20, dbfs: -26 },
        { seconds: 20.1, dbfs: -20 },
        { seconds: 20, dbfs: -26 },
      ],
      -23,
    ],
  ])('reads as EBU Tech 3341 asks: %s', (_, parts, lufs) => {
    expect(Math.abs((integratedLoudness(stereoSine(parts)) ?? 0) - lufs)).toBeLessThanOrEqual(0.1);
  });
});

describe('the loudness range', () => {
  // EBU Tech 3342, cases 1 to 4; 1 LU is allowed.
  it.each([
    [
      [
        { seconds: 20, dbfs: -20 },
        { seconds: 20, dbfs: -30 },
      ],
      10,
    ],
    [
      [
        { seconds: 20, dbfs: -20 },
        { seconds: 20, dbfs: -15 },
      ],
      5,
    ],
    [
      [
        { seconds: 20, dbfs: -40 },
        { seconds: 20, dbfs: -20 },
      ],
      20,
    ],
    [[-50, -35, -20, -35, -50].map((dbfs) => ({ seconds: 20, dbfs })), 15],
  ])('reads as EBU Tech 3342 asks', (parts, range) => {
    expect(Math.abs((loudnessRange(stereoSine(parts)) ?? 0) - range)).toBeLessThanOrEqual(1);
  });

  it('is none of a sound that is too short for it', () => {
    expect(loudnessRange(stereoSine([{ seconds: 2, dbfs: -20 }]))).toBeNull();
  });
});

describe('the small copy', () => {
  const levelAfter = (hz: number) => {
    const copy = new Float64Array(800);
    new Decimator(6).take(sine(4_800, hz, 1), 4_800, copy);
    const settled = copy.subarray(100);
    const power = settled.reduce((sum, sample) => sum + sample * sample, 0) / settled.length;
    return 10 * Math.log10(2 * power);
  };

  it.each([[200], [1000], [2500]])('keeps %d Hz', (hz) => {
    expect(Math.abs(levelAfter(hz))).toBeLessThan(0.25);
  });

  it.each([[5_500], [7_000], [12_000]])(
    'shuts %d Hz out, which it would take for a lower tone',
    (hz) => {
      expect(levelAfter(hz)).toBeLessThan(-45);
    },
  );
});
