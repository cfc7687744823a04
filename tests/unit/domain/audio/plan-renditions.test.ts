import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODECS,
  DUAL_MONO_LU,
  encodableSampleRate,
  encoderEffect,
  expectedSeconds,
  planRenditions,
  type DeliveryProfile,
} from '../../../../src/domain/audio';
import { SIX_PROFILES } from '../../../fixtures/audio/profiles';

const WHOLE = { decodedSeconds: 30, silentHeadSeconds: 0, silentTailSeconds: 0 };

function planOf(code: string, levels: { loudnessLufs: number; truePeakDbtp: number | null }) {
  const plan = planRenditions({ ...WHOLE, ...levels }, SIX_PROFILES).find(
    ({ profile }) => profile.code === code,
  );
  if (plan === undefined) throw new Error(code);
  return plan;
}

const aProfile: fc.Arbitrary<DeliveryProfile> = fc.record({
  code: fc.constant('P'),
  name: fc.constant('P'),
  codec: fc.constantFrom(...CODECS),
  bitRateKbps: fc.constantFrom(24, 48, 64, 128, 192, 320),
  sampleRateHz: fc.constantFrom(8_000, 22_050, 24_000, 44_100, 48_000, 96_000),
  channels: fc.constantFrom(1 as const, 2 as const),
  targetLufs: fc.double({ min: -30, max: -12, noNaN: true }),
  ceilingDbtp: fc.double({ min: -6, max: 0, noNaN: true }),
  countsDualMono: fc.boolean(),
  trimsSilence: fc.boolean(),
});
const aLevel = fc.double({ min: -60, max: -5, noNaN: true });
const aPeak = fc.option(fc.double({ min: -50, max: 3, noNaN: true }));

describe('the plan of a rendition', () => {
  it('raises a recording of -22 LUFS by 6.45 dB for MP3 at -16, of which the encoder takes 0.45', () => {
    expect(planOf('MP3-128-MONO', { loudnessLufs: -22, truePeakDbtp: -8 }).gainDb).toBeCloseTo(
      6.45,
    );
  });

  it('lowers a loud recording for a desk that works at -23, without a limiter', () => {
    const plan = planOf('WAV-48', { loudnessLufs: -14, truePeakDbtp: -1 });
    expect(plan.gainDb).toBeCloseTo(-9);
    expect(plan.needsLimiter).toBe(false);
    expect(plan.expectedPeakDbtp).toBeCloseTo(-10);
  });

  it('gives two equal channels 3 LU less gain: together they sound that much louder', () => {
    expect(planOf('MP3-192-STEREO', { loudnessLufs: -22, truePeakDbtp: -8 }).gainDb).toBeCloseTo(
      6 + 0.2 - 3.01,
    );
  });

  it('asks for the limiter when peaks would come too near to the ceiling', () => {
    const plan = planOf('OPUS-24', { loudnessLufs: -28, truePeakDbtp: -12 });
    expect(plan.needsLimiter).toBe(true);
    expect(plan.limiterDbfs).toBeCloseTo(-3.5);
    expect(plan.expectedPeakDbtp).toBeCloseTo(-1.7);
  });

  it('gives one channel 3 LU less where the station hears it from two loudspeakers, and expects the target all the same', () => {
    const [profile] = SIX_PROFILES;
    if (profile === undefined) throw new Error('no profile');
    const [plan] = planRenditions({ ...WHOLE, loudnessLufs: -22, truePeakDbtp: -8 }, [
      { ...profile, countsDualMono: true },
    ]);
    expect(plan?.gainDb).toBeCloseTo(6.45 - 3.01);
    expect(plan?.countedLu).toBeCloseTo(3.01);
    expect(plan?.expectedLufs).toBe(-16);
  });

  describe('of a profile that cuts silence', () => {
    const [profile] = SIX_PROFILES;
    const cutOf = (silentHeadSeconds: number, silentTailSeconds: number, decodedSeconds = 30) => {
      if (profile === undefined) throw new Error('no profile');
      const sound = { loudnessLufs: -22, truePeakDbtp: -8, decodedSeconds };
      const [plan] = planRenditions({ ...sound, silentHeadSeconds, silentTailSeconds }, [
        { ...profile, trimsSilence: true },
      ]);
      if (plan === undefined) throw new Error('no plan');
      return { cut: plan.cut, seconds: expectedSeconds(plan, decodedSeconds) };
    };

    it('leaves a breath before the voice, and its room after', () => {
      const { cut, seconds } = cutOf(2, 4);
      expect(cut?.fromSeconds).toBeCloseTo(1.8);
      expect(cut?.toSeconds).toBeCloseTo(26.5);
      expect(seconds).toBeCloseTo(24.7);
    });

    it('takes the whole where there is nothing to cut', () => {
      expect(cutOf(0, 0)).toEqual({ cut: null, seconds: 30 });
      expect(cutOf(0.2, 0.5)).toEqual({ cut: null, seconds: 30 });
    });

    it('cuts nothing where all is silence, which is refused anyway', () => {
      expect(cutOf(30, 30).cut).toBeNull();
    });

    it('is asked for: without it the silence stays', () => {
      const silent = { ...WHOLE, silentHeadSeconds: 3, silentTailSeconds: 3 };
      const plans = planRenditions(
        { ...silent, loudnessLufs: -22, truePeakDbtp: -8 },
        SIX_PROFILES,
      );
      expect(plans.map(({ cut }) => cut)).toEqual(SIX_PROFILES.map(() => null));
    });
  });

  it('refuses to plan silence', () => {
    expect(() =>
      planRenditions({ ...WHOLE, loudnessLufs: null, truePeakDbtp: null }, SIX_PROFILES),
    ).toThrow(RangeError);
  });

  it('always reaches its target by arithmetic, and limits exactly when a peak would pass the threshold', () => {
    fc.assert(
      fc.property(aProfile, aLevel, aPeak, (profile, loudnessLufs, truePeakDbtp) => {
        const [plan] = planRenditions({ ...WHOLE, loudnessLufs, truePeakDbtp }, [profile]);
        if (plan === undefined) throw new Error('no plan');
        const heard =
          loudnessLufs +
          plan.gainDb -
          encoderEffect(profile).lossLu +
          (profile.channels === 2 || profile.countsDualMono ? DUAL_MONO_LU : 0);
        expect(heard).toBeCloseTo(profile.targetLufs, 9);
        expect(plan.limiterDbfs).toBeLessThan(profile.ceilingDbtp);
        const passes = truePeakDbtp !== null && truePeakDbtp + plan.gainDb > plan.limiterDbfs;
        expect(plan.needsLimiter).toBe(passes);
      }),
    );
  });
});

describe('the sample rate', () => {
  it.each([
    ['opus', 24_000, 48_000],
    ['opus', 44_100, 48_000],
    ['mp3', 24_000, 24_000],
    ['mp3', 96_000, 48_000],
    ['aac', 11_025, 16_000],
    ['wav', 44_100, 44_100],
  ] as const)('of %s wished at %i Hz is %i Hz', (codec, wished, expected) => {
    expect(encodableSampleRate(codec, wished)).toBe(expected);
  });
});
