import { assertCount, assertShares } from './share';

/**
 * Independent chances: reach(n) = 1 - (1 - p)^n, the share that hears at least one of n airings when each airing is
 * heard with chance p. Computed as -expm1(n log1p(-p)), which keeps its digits for a small p and a large n.
 * @throws RangeError when p is not a share or n not a count.
 */
export function binomialReach(chance: number, airings: number): number {
  assertShares(chance);
  assertCount(airings);
  if (airings === 0) return 0;
  return -Math.expm1(airings * Math.log1p(-chance));
}

/**
 * Element k is the share that hears exactly k of n airings: C(n, k) p^k (1 - p)^(n - k).
 * Summed in logarithms, so that a thousand airings neither overflow nor vanish.
 * @throws RangeError when p is not a share or n not a count.
 */
export function binomialExactly(chance: number, airings: number): readonly number[] {
  assertShares(chance);
  assertCount(airings);
  const counts = Array.from({ length: airings + 1 }, (_, k) => k);
  if (chance === 0) return counts.map((k) => (k === 0 ? 1 : 0));
  if (chance === 1) return counts.map((k) => (k === airings ? 1 : 0));
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  let logShare = airings * Math.log1p(-chance);
  return counts.map((k) => {
    if (k > 0) logShare += Math.log((airings - k + 1) / k) + logOdds;
    return Math.exp(logShare);
  });
}
