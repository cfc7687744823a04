import { runningSums } from './loudness-curve';

/** EBU Tech 3342: windows of 3 s, ten a second, of weighted frames of 50 ms. */
const WINDOW_FRAMES = 60;
const STEP_FRAMES = 2;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -20;
const LOW = 0.1;
const HIGH = 0.95;

/**
 * How far the loud and the quiet of a recording lie apart (loudness range of EBU Tech 3342), in LU; null when it is shorter
 * than one window or nothing passes the gate.
 */
export function loudnessRange(powers: readonly number[]): number | null {
  const sums = runningSums(powers);
  const windows: number[] = [];
  for (let first = 0; first + WINDOW_FRAMES <= powers.length; first += STEP_FRAMES) {
    windows.push(((sums[first + WINDOW_FRAMES] ?? 0) - (sums[first] ?? 0)) / WINDOW_FRAMES);
  }
  const heard = windows.filter((power) => power > powerOf(ABSOLUTE_GATE_LUFS));
  if (heard.length === 0) return null;
  const gate =
    (heard.reduce((sum, power) => sum + power, 0) / heard.length) * ratio(RELATIVE_GATE_LU);
  const within = heard.filter((power) => power > gate).sort((one, other) => one - other);
  const at = (share: number) => within[Math.round(share * (within.length - 1))] ?? 0;
  return 10 * Math.log10(at(HIGH) / at(LOW));
}

function ratio(decibels: number): number {
  return 10 ** (decibels / 10);
}

function powerOf(lufs: number): number {
  return ratio(lufs + 0.691);
}
