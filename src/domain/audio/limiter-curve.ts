/** Loudness out of the limiter, relative to its threshold, for one drive into it (gain minus threshold). */
export type LimiterPoint = { readonly driveDb: number; readonly loudnessLu: number };

/**
 * The drives worth probing. A limiter scales: gain g into threshold t sounds like gain g - t into threshold 0, only
 * t higher. So one curve serves every profile.
 */
export function drivesToProbe(
  needed: readonly { readonly gainDb: number; readonly limiterDbfs: number }[],
): readonly number[] {
  if (needed.length === 0) return [];
  const drives = needed.map(({ gainDb, limiterDbfs }) => gainDb - limiterDbfs);
  const lowest = Math.min(...drives);
  const span = Math.max(...drives) + MAXIMUM_EXTRA_DRIVE_DB - lowest;
  return Array.from(
    { length: PROBE_POINTS },
    (_, index) => lowest + (span * index) / (PROBE_POINTS - 1),
  );
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

/** Two decibels apart at most on speech: the straight lines stay within 0.1 LU of the curve. */
const PROBE_POINTS = 7;
/** Beyond, speech is pressed flat and hardly any louder (measured). */
const MAXIMUM_EXTRA_DRIVE_DB = 6;
