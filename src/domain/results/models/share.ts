/**
 * Checks that numbers are shares of a whole.
 * @throws RangeError on anything outside 0 to 1: a caller that did not check its estimates first.
 */
export function assertShares(...values: readonly number[]): void {
  for (const value of values) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`not a share between 0 and 1: ${value}`);
  }
}

/** @throws RangeError unless the number counts something: whole and not negative. */
export function assertCount(value: number): void {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a count: ${value}`);
}

/** Keeps rounding in the last digit from leaving 0 to 1. */
export function clampShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}
