import { encodableSampleRate, encoderEffect } from './codec-traits';
import type { Measurement } from './measurement';
import type { DeliveryProfile } from './profile';

/** How one profile's file is made out of the master's mono downmix: plain data, an engine merely runs it. */
export type RenditionPlan = {
  readonly profile: DeliveryProfile;
  /** A rate the codec really takes. */
  readonly sampleRateHz: number;
  /** Gain that brings the downmix to the target, the encoder's loss included, while no peak is limited. */
  readonly gainDb: number;
  /** Sample peaks are held below this, so that true peaks stay below the profile's ceiling after encoding. */
  readonly limiterDbfs: number;
  /** Peaks would pass the limiter's threshold at that gain: the limiter takes loudness, which is to be probed first. */
  readonly needsLimiter: boolean;
  /** Loudness of the mono signal at the encoder's door that gives the target in the file. */
  readonly wantedMonoLufs: number;
  /** What measuring the file again should show. */
  readonly expectedLufs: number;
  readonly expectedPeakDbtp: number | null;
};

/** Two equal channels sum to twice the power: 10 log10(2) LU more than one (ITU-R BS.1770-4). */
export const DUAL_MONO_LU = 10 * Math.log10(2);

/**
 * One plan per profile, from what the check measured on the mono downmix.
 * @throws RangeError for a recording without measurable loudness: `judge` refuses those first.
 */
export function planRenditions(
  measurement: Pick<Measurement, 'loudnessLufs' | 'truePeakDbtp'>,
  profiles: readonly DeliveryProfile[],
): readonly RenditionPlan[] {
  const { loudnessLufs, truePeakDbtp } = measurement;
  if (loudnessLufs === null)
    throw new RangeError('A silent recording cannot be brought to a level');
  return profiles.map((profile) => {
    const effect = encoderEffect(profile);
    const channelsLu = profile.channels === 2 ? DUAL_MONO_LU : 0;
    const wantedMonoLufs = profile.targetLufs - channelsLu + effect.lossLu;
    const gainDb = wantedMonoLufs - loudnessLufs;
    const limiterDbfs = profile.ceilingDbtp - effect.overshootDb;
    const peakDb = truePeakDbtp === null ? null : truePeakDbtp + gainDb;
    return {
      profile,
      sampleRateHz: encodableSampleRate(profile.codec, profile.sampleRateHz),
      gainDb,
      limiterDbfs,
      needsLimiter: peakDb !== null && peakDb > limiterDbfs,
      wantedMonoLufs,
      expectedLufs: profile.targetLufs,
      expectedPeakDbtp: peakDb === null ? null : Math.min(peakDb, profile.ceilingDbtp),
    };
  });
}
