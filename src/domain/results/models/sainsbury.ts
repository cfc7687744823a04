import { assertShares, clampShare } from './share';

/**
 * Random duplication (Sainsbury): R = 1 - prod(1 - r_i). Hearing one station says nothing about hearing another.
 * Answers the share reached by at least one vehicle, between max(r_i) and min(1, sum r_i).
 * Source: E. J. Sainsbury's model, as given by media-planning textbooks (Rust, "Advertising Media Models").
 * @throws RangeError when a value is not a share.
 */
export function sainsburyReach(shares: readonly number[]): number {
  assertShares(...shares);
  const missed = shares.reduce((rest, share) => rest * (1 - share), 1);
  return clampShare(1 - missed);
}

/**
 * The same model in full: element k is the share reached by exactly k of the vehicles (k = 0 is nobody's share of them).
 * Built one vehicle at a time: exactly k of the first i = k of the others and not this one, or k - 1 and this one.
 * @throws RangeError when a value is not a share.
 */
export function sainsburyExactly(shares: readonly number[]): readonly number[] {
  assertShares(...shares);
  return shares.reduce<readonly number[]>(
    (exactly, share) =>
      [...exactly, 0].map((here, k) => here * (1 - share) + (exactly[k - 1] ?? 0) * share),
    [1],
  );
}
