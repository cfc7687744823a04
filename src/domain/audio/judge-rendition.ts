import type { DeliveryProfile } from './profile';
import type { VerdictReason } from './verdict';

/** What a file for a station showed when it was measured again. */
export type RenditionLevels = {
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
};

/**
 * How far a finished file may be off and still go to a station. EBU R 128 allows 0.5 LU for a finished programme and
 * 1 LU live: a spot beyond 1 LU is heard as a jump. 0.5 dB is the true-peak meter's own tolerance (ITU-R BS.1770-4,
 * annex 2, at four times oversampling).
 */
export const RENDITION_TOLERANCE = { loudnessLu: 1, truePeakDb: 0.5 } as const;

/** Null when the file may go to its stations; else the reason, for a person. */
export function missedTarget(
  profile: DeliveryProfile,
  profileHash: string,
  levels: RenditionLevels,
): VerdictReason | null {
  const { loudnessLufs, truePeakDbtp } = levels;
  const isOffLoudness =
    loudnessLufs === null ||
    roundToTenth(Math.abs(loudnessLufs - profile.targetLufs)) > RENDITION_TOLERANCE.loudnessLu;
  const isOverCeiling =
    truePeakDbtp !== null &&
    roundToTenth(truePeakDbtp - profile.ceilingDbtp) > RENDITION_TOLERANCE.truePeakDb;
  if (!isOffLoudness && !isOverCeiling) return null;
  return {
    kind: 'off-target',
    profileCode: profile.code,
    profileHash,
    measuredLufs: loudnessLufs,
    targetLufs: profile.targetLufs,
    measuredDbtp: truePeakDbtp,
    ceilingDbtp: profile.ceilingDbtp,
  };
}

/** Meters read to a tenth; without this, binary fractions would call 1.0 "more than 1". */
function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
