/** Frames of 50 ms, as the waveform's pixels. */
const FRAMES_A_SECOND = 20;
/** Short-term loudness: a sliding window of 3 s (EBU Tech 3341), told ten times a second. */
const WINDOW_FRAMES = 3 * FRAMES_A_SECOND;
const STEP_FRAMES = 2;
/** Integrated loudness: blocks of 400 ms, three quarters of each shared with the next (ITU-R BS.1770). */
const BLOCK_FRAMES = 8;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** How loud a recording is from moment to moment, beside its peaks: names as in that file. */
export type LoudnessCurve = {
  readonly step_seconds: number;
  readonly window_seconds: number;
  /** What this curve's own meter reads for the whole: a fuller measurement anchors it. Null when nothing passes the gate. */
  readonly integrated_lufs: number | null;
  /** One value a step, each of the window around it; null in silence and where the window would pass an end. */
  readonly short_term_lufs: readonly (number | null)[];
};

/** The curve of weighted frames of 50 ms, of one channel. */
export function loudnessCurve(powers: readonly number[]): LoudnessCurve {
  const sums = runningSums(powers);
  const meanOf = (first: number, frames: number) =>
    ((sums[first + frames] ?? 0) - (sums[first] ?? 0)) / frames;

  const half = WINDOW_FRAMES / 2;
  const curve: (number | null)[] = [];
  for (let middle = 0; middle <= powers.length; middle += STEP_FRAMES) {
    const isWhole = middle >= half && middle + half <= powers.length;
    curve.push(isWhole ? audible(loudnessOf(meanOf(middle - half, WINDOW_FRAMES))) : null);
  }

  const integrated = integratedLoudness(powers);
  return {
    step_seconds: STEP_FRAMES / FRAMES_A_SECOND,
    window_seconds: WINDOW_FRAMES / FRAMES_A_SECOND,
    integrated_lufs: integrated === null ? null : toTenth(integrated),
    short_term_lufs: curve,
  };
}

/**
 * Integrated loudness (ITU-R BS.1770) of weighted frames of 50 ms, in LUFS; null when nothing passes the gate.
 * @param raisedDb a gain that the frames will still get: it decides what passes the absolute gate.
 */
export function integratedLoudness(powers: readonly number[], raisedDb = 0): number | null {
  const sums = runningSums(powers);
  const blocks: number[] = [];
  for (let first = 0; first + BLOCK_FRAMES <= powers.length; first += STEP_FRAMES) {
    blocks.push(((sums[first + BLOCK_FRAMES] ?? 0) - (sums[first] ?? 0)) / BLOCK_FRAMES);
  }
  const absoluteGate = ABSOLUTE_GATE_LUFS - raisedDb;
  const heard = blocks.filter((power) => loudnessOf(power) > absoluteGate);
  if (heard.length === 0) return null;
  const gate = loudnessOf(mean(heard)) + RELATIVE_GATE_LU;
  return loudnessOf(mean(heard.filter((power) => loudnessOf(power) > gate)));
}

/** `-0.691` makes a sine of 1 kHz at full scale, in both channels, read 0 (ITU-R BS.1770). */
function loudnessOf(power: number): number {
  return power <= 0 ? Number.NEGATIVE_INFINITY : 10 * Math.log10(power) - 0.691;
}

function audible(lufs: number): number | null {
  return lufs > ABSOLUTE_GATE_LUFS ? toTenth(lufs) : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sums of the first 0, 1, 2 … values: the mean of any stretch is then one subtraction. */
export function runningSums(values: readonly number[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const value of values) {
    // A frame that is not a number would spoil everything after it.
    sum += Number.isFinite(value) ? value : 0;
    sums.push(sum);
  }
  return sums;
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
