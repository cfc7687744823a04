import type { Measurement } from './measurement';
import { planRenditions } from './plan-renditions';
import type { DeliveryProfile } from './profile';
import type { VerdictReason } from './verdict';

/** EBU R 128 allows a finished programme to be 0.5 LU off. */
export const MAXIMUM_SHORTFALL_LU = 0.5;

/** What no gain can bring to a profile's loudness, told by the limiter's curve before anything is encoded; null else. */
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
