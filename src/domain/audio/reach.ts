import type { LimiterPoint } from './limiter-curve';
import type { Measurement } from './measurement';
import { planRenditions } from './plan-renditions';
import type { DeliveryProfile } from './profile';
import type { VerdictReason } from './verdict';

/**
 * Speech of a lower crest reached -16 LUFS behind the limiter every time (measured; docs/audio.md): no need to try. Claps,
 * and a voice now near and now far, are above.
 */
const DOUBTFUL_CREST_LU = 18;
/** The loudest that any profile asks for, against the limiter's threshold: -14 LUFS under -1 dBTP with Opus. */
const LOUDEST_WISH_LU = -9;
const POINTS = 8;
/** EBU R 128 allows a finished programme to be 0.5 LU off. */
export const MAXIMUM_SHORTFALL_LU = 0.5;

/**
 * The drives at which the check tries the limiter, from where it begins to work to where nothing gets louder; none when
 * the crest leaves no doubt.
 */
export function drivesToTry(
  measurement: Pick<Measurement, 'loudnessLufs' | 'truePeakDbtp'>,
): readonly number[] {
  const { loudnessLufs, truePeakDbtp } = measurement;
  if (loudnessLufs === null || truePeakDbtp === null) return [];
  if (truePeakDbtp - loudnessLufs <= DOUBTFUL_CREST_LU) return [];
  const first = -truePeakDbtp;
  const span = LOUDEST_WISH_LU + 6 - loudnessLufs - first;
  return Array.from({ length: POINTS }, (_, index) => first + (span * index) / (POINTS - 1));
}

/** True when a curve reaches from the first to the last of the drives: nothing need be tried again. */
export function coversDrives(curve: readonly LimiterPoint[], drives: readonly number[]): boolean {
  const tried = curve.map(({ driveDb }) => driveDb);
  return tried.length > 1 && drives.every((drive) => drive <= Math.max(...tried) + 0.01);
}

/** What no gain can bring to a profile's loudness, told from the tried limiter before anything is encoded; null else. */
export function outOfReach(
  measurement: Measurement,
  profiles: readonly DeliveryProfile[],
): VerdictReason | null {
  const { limiterCurve = [], loudnessLufs } = measurement;
  if (limiterCurve.length === 0 || loudnessLufs === null) return null;
  const loudest = Math.max(...limiterCurve.map(({ loudnessLu }) => loudnessLu));
  const missed = planRenditions(measurement, profiles).flatMap((plan) => {
    const shortfallLu = plan.wantedLufs - plan.limiterDbfs - loudest;
    const counts = plan.needsLimiter && !plan.keepsStereo && shortfallLu > MAXIMUM_SHORTFALL_LU;
    return counts ? [{ code: plan.profile.code, shortfallLu }] : [];
  });
  if (missed.length === 0) return null;
  return {
    kind: 'out-of-reach',
    profileCodes: missed.map(({ code }) => code),
    measuredShortfallLu: Math.max(...missed.map(({ shortfallLu }) => shortfallLu)),
    maximumShortfallLu: MAXIMUM_SHORTFALL_LU,
  };
}
