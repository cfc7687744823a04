/** Loudness out of the limiter, relative to its threshold, for one drive into it (gain minus threshold). */
export type LimiterPoint = { readonly driveDb: number; readonly loudnessLu: number };

/**
 * The drives worth knowing of a recording, a decibel apart: from where its peaks begin to be limited to where nothing gets
 * louder. A limiter scales: gain g into threshold t sounds like gain g - t into threshold 0, only t higher. So one curve
 * serves every profile. None for a recording that cannot be measured.
 */
export function drivesToModel(levels: {
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
}): readonly number[] {
  const { loudnessLufs, truePeakDbtp } = levels;
  if (loudnessLufs === null || truePeakDbtp === null) return [];
  const first = -truePeakDbtp;
  const last = LOUDEST_WISH_LU + MAXIMUM_EXTRA_DRIVE_DB - loudnessLufs;
  const points = Math.max(2, Math.min(MOST_POINTS, Math.ceil(last - first) + 1));
  const step = Math.max(1, (last - first) / (points - 1));
  return Array.from({ length: points }, (_, index) => first + step * index);
}

/**
 * The drive that gives a loudness, by straight lines between the probed points. Beyond the last point it is the last
 * point: pushing harder only presses the sound flat.
 */
export function driveFor(curve: readonly LimiterPoint[], wantedLu: number): number {
  const points = [...curve].sort((one, other) => one.driveDb - other.driveDb);
  const first = points[0];
  if (first === undefined) throw new RangeError('A limiter curve needs a point');
  // Below the first point nothing is limited yet: loudness follows gain.
  if (wantedLu <= first.loudnessLu) return first.driveDb + (wantedLu - first.loudnessLu);
  let last = first;
  for (const point of points.slice(1)) {
    if (point.loudnessLu >= wantedLu && point.loudnessLu > last.loudnessLu) {
      const share = (wantedLu - last.loudnessLu) / (point.loudnessLu - last.loudnessLu);
      return last.driveDb + share * (point.driveDb - last.driveDb);
    }
    if (point.loudnessLu > last.loudnessLu) last = point;
  }
  return last.driveDb;
}

/** The loudest that any profile asks for, against the limiter's threshold: -14 LUFS under -1 dBTP with Opus. */
const LOUDEST_WISH_LU = -9;
/** Beyond, speech is pressed flat and hardly any louder (measured). */
const MAXIMUM_EXTRA_DRIVE_DB = 6;
const MOST_POINTS = 24;
