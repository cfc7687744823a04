import type { LimiterPoint } from './limiter-curve';
import { integratedLoudness } from './loudness-curve';

/** A channel, a moment of one millisecond after another: its highest peak and its weighted power, full scale being 1. */
export type Moments = {
  readonly peaks: readonly number[];
  /** K-weighted, see `WeightedFrames`. */
  readonly powers: readonly number[];
};

export const MOMENTS_A_SECOND = 1000;
/** How far ahead the limiter looks and how long it takes to let go: as the engine's limiter is set. */
export const LIMITER_TIMES = { attackMilliseconds: 5, releaseMilliseconds: 50 } as const;
/** The frame of `integratedLoudness`. */
const FRAME_MOMENTS = 50;

/**
 * How loud a recording gets behind a limiter with its threshold at 0 dBFS, for several drives into it. A model in place of
 * trying it: the gain falls in a straight line to what each peak asks for and rises in a straight line after it; it is
 * slow against the sound, so weighing and gain may change places. On speech it is within 0.1 LU of the real limiter
 * where spots are made (docs/audio.md has the figures).
 *
 * @param channels those that share one limiter.
 * @param loudnessLufs what the full meter read of them: the model tells only what the limiter changes.
 */
export function modelLimiter(
  channels: readonly Moments[],
  loudnessLufs: number,
  drivesDb: readonly number[],
): readonly LimiterPoint[] {
  const first = channels[0];
  if (first === undefined) return [];
  const peaks = Float64Array.from(first.peaks);
  const powers = Float64Array.from(first.powers);
  for (const other of channels.slice(1)) {
    for (let at = 0; at < peaks.length; at += 1) {
      peaks[at] = Math.max(peaks[at] ?? 0, other.peaks[at] ?? 0);
      powers[at] = (powers[at] ?? 0) + (other.powers[at] ?? 0);
    }
  }
  const untouched = integratedLoudness(framePowers(powers, null));
  if (untouched === null) return [];
  const gain = new Float64Array(peaks.length);
  return drivesDb.flatMap((driveDb) => {
    limit(peaks, driveDb, gain);
    const limited = integratedLoudness(framePowers(powers, gain), driveDb);
    if (limited === null) return [];
    return [{ driveDb, loudnessLu: loudnessLufs + driveDb + limited - untouched }];
  });
}

/** Writes the limiter's gain at each moment, 0 to 1. Plain loops: it runs a million times for a minute of sound. */
function limit(peaks: Float64Array, driveDb: number, gain: Float64Array): void {
  const { length } = peaks;
  const highest = 10 ** (-driveDb / 20);
  let now = 1;
  let rise = 0;
  for (let at = 0; at < length; at += 1) {
    now += rise;
    if (now > 1) now = 1;
    const peak = peaks[at] ?? 0;
    if (peak * now > highest) {
      now = highest / peak;
      rise = (1 - now) / LIMITER_TIMES.releaseMilliseconds;
    }
    gain[at] = now;
  }
  now = 1;
  let fall = 0;
  for (let at = length - 1; at >= 0; at -= 1) {
    now += fall;
    if (now > 1) now = 1;
    const held = gain[at] ?? 1;
    if (held < now) {
      // Only a peak is looked ahead for; where the limiter lets go, it is merely followed.
      if ((peaks[at] ?? 0) * held >= highest * BARELY_LIMITED) {
        fall = (1 - held) / LIMITER_TIMES.attackMilliseconds;
      }
      now = held;
    }
    gain[at] = now;
  }
}

/** A peak that is brought just to the threshold, but for rounding. */
const BARELY_LIMITED = 1 - 1e-9;

function framePowers(powers: Float64Array, gain: Float64Array | null): readonly number[] {
  const frames: number[] = [];
  for (let first = 0; first + FRAME_MOMENTS <= powers.length; first += FRAME_MOMENTS) {
    let sum = 0;
    for (let at = first; at < first + FRAME_MOMENTS; at += 1) {
      const factor = gain === null ? 1 : (gain[at] ?? 1);
      sum += (powers[at] ?? 0) * factor * factor;
    }
    frames.push(sum / FRAME_MOMENTS);
  }
  return frames;
}
