import { encodableSampleRate, encoderEffect } from './codec-traits';
import type { Measurement } from './measurement';
import type { DeliveryProfile } from './profile';
import { isTrueStereo } from './stereo-picture';

/** How one profile's file is made out of the master: plain data, an engine merely runs it. */
export type RenditionPlan = {
  readonly profile: DeliveryProfile;
  /** A rate the codec really takes. */
  readonly sampleRateHz: number;
  /** Both channels as they are; else the mono downmix, twice where the profile has two channels. */
  readonly keepsStereo: boolean;
  /** Gain that brings the sound to the target, the encoder's loss included, while no peak is limited. */
  readonly gainDb: number;
  /** Sample peaks are held below this, so that true peaks stay below the profile's ceiling after encoding. */
  readonly limiterDbfs: number;
  /** Peaks would pass the limiter's threshold at that gain: the limiter takes loudness, which is to be probed first. */
  readonly needsLimiter: boolean;
  /** Loudness at the encoder's door, of the downmix or of both channels, that gives the target in the file. */
  readonly wantedLufs: number;
  /** What measuring the file again should show, once `countedLu` is added. */
  readonly expectedLufs: number;
  readonly expectedPeakDbtp: number | null;
  /** What the profile counts beyond a plain meter of the file: 3 LU where one channel is heard from two loudspeakers. */
  readonly countedLu: number;
  /** The part of the master that the file holds, in seconds; null: the whole. */
  readonly cut: Cut | null;
};

export type Cut = { readonly fromSeconds: number; readonly toSeconds: number };

/** Two equal channels sum to twice the power: 10 log10(2) LU more than one (ITU-R BS.1770-4). */
export const DUAL_MONO_LU = 10 * Math.log10(2);

/** Kept of trimmed silence: the breath before a voice, and its room after. */
export const KEPT_SILENCE = { headSeconds: 0.2, tailSeconds: 0.5 } as const;

/**
 * One plan per profile, from what the check measured: on the mono downmix, or on both channels where they really differ
 * and the profile has two.
 * @throws RangeError for a recording without measurable loudness: `judge` refuses those first.
 */
export function planRenditions(
  measurement: Pick<Measurement, 'loudnessLufs' | 'truePeakDbtp' | 'stereo'> & Silences,
  profiles: readonly DeliveryProfile[],
): readonly RenditionPlan[] {
  if (measurement.loudnessLufs === null)
    throw new RangeError('A silent recording cannot be brought to a level');
  return profiles.map((profile) => {
    const effect = encoderEffect(profile);
    const stereo = profile.channels === 2 && isTrueStereo(measurement) ? measurement.stereo : null;
    const { truePeakDbtp } = stereo ?? measurement;
    const loudnessLufs = stereo?.loudnessLufs ?? measurement.loudnessLufs ?? 0;
    const doublesLu = profile.channels === 2 && !stereo ? DUAL_MONO_LU : 0;
    const countedLu = profile.channels === 1 && profile.countsDualMono ? DUAL_MONO_LU : 0;
    const wantedLufs = profile.targetLufs - doublesLu - countedLu + effect.lossLu;
    const gainDb = wantedLufs - loudnessLufs;
    const limiterDbfs = profile.ceilingDbtp - effect.overshootDb;
    const peakDb = truePeakDbtp === null ? null : truePeakDbtp + gainDb;
    return {
      profile,
      sampleRateHz: encodableSampleRate(profile.codec, profile.sampleRateHz),
      keepsStereo: Boolean(stereo),
      gainDb,
      limiterDbfs,
      needsLimiter: peakDb !== null && peakDb > limiterDbfs,
      wantedLufs,
      expectedLufs: profile.targetLufs,
      expectedPeakDbtp: peakDb === null ? null : Math.min(peakDb, profile.ceilingDbtp),
      countedLu,
      cut: profile.trimsSilence ? withoutSilence(measurement) : null,
    };
  });
}

type Silences = Pick<Measurement, 'decodedSeconds' | 'silentHeadSeconds' | 'silentTailSeconds'>;

function withoutSilence(sound: Silences): Cut | null {
  const fromSeconds = Math.max(0, sound.silentHeadSeconds - KEPT_SILENCE.headSeconds);
  const toSeconds =
    sound.decodedSeconds - Math.max(0, sound.silentTailSeconds - KEPT_SILENCE.tailSeconds);
  const isWhole = fromSeconds === 0 && toSeconds === sound.decodedSeconds;
  return isWhole || toSeconds <= fromSeconds ? null : { fromSeconds, toSeconds };
}

/** How long a plan's file should be, in seconds. */
export function expectedSeconds(plan: Pick<RenditionPlan, 'cut'>, masterSeconds: number): number {
  return plan.cut === null ? masterSeconds : plan.cut.toSeconds - plan.cut.fromSeconds;
}
