import { accept, refuse, type Result } from '../../shared';
import { binomialExactly, binomialReach } from './binomial';
import { assertCount, assertShares } from './share';

/**
 * How chances differ among people. `mixed`: a Beta(a, b) distribution of chances. Its two limits are named, since
 * there a and b are infinite or zero: `alike`, everyone has the same chance (the binomial), and `all-or-nothing`,
 * the same people hear every airing.
 */
export type Listening =
  | { readonly kind: 'mixed'; readonly a: number; readonly b: number }
  | { readonly kind: 'alike'; readonly chance: number }
  | { readonly kind: 'all-or-nothing'; readonly share: number };

export type ListeningRefusal =
  /** After two insertions fewer people than after one. */
  | { readonly kind: 'second-below-first' }
  /** Two insertions overlap less than chance would make them: no distribution of chances explains it. */
  | { readonly kind: 'less-overlap-than-chance' };

/** Differences below this are rounding in the tables the figures come from, not a measurement. */
const ROUNDING = 1e-9;

/**
 * Beta-binomial from reach after one and after two insertions (shares of the universe; R2 is reached at least once
 * after two insertions, not "at least twice"): a = R1 (R2 - R1) / (2 R1 - R1^2 - R2), b = a (1 - R1) / R1.
 * Source: R. A. Metheringham, "Measuring the Net Cumulative Coverage of a Print Campaign", Journal of Advertising
 * Research, 1964.
 * @throws RangeError when a value is not a share.
 */
export function listeningFromReach(
  afterOne: number,
  afterTwo: number,
): Result<Listening, ListeningRefusal> {
  assertShares(afterOne, afterTwo);
  const gain = afterTwo - afterOne;
  const excessOverlap = 2 * afterOne - afterOne ** 2 - afterTwo;
  if (gain < -ROUNDING) return refuse({ kind: 'second-below-first' });
  if (excessOverlap < -ROUNDING) return refuse({ kind: 'less-overlap-than-chance' });
  if (gain <= ROUNDING) return accept({ kind: 'all-or-nothing', share: afterOne });
  if (excessOverlap <= ROUNDING) return accept({ kind: 'alike', chance: afterOne });
  const a = (afterOne * gain) / excessOverlap;
  return accept({ kind: 'mixed', a, b: (a * (1 - afterOne)) / afterOne });
}

/**
 * Beta-binomial from the mean chance p of hearing one airing and the correlation rho between two airings for one
 * person: a = p (1 - rho) / rho, b = (1 - p) (1 - rho) / rho.
 * @throws RangeError when p or rho is not between 0 and 1.
 */
export function listeningFromCorrelation(chance: number, correlation: number): Listening {
  assertShares(chance, correlation);
  if (correlation < ROUNDING || chance === 0 || chance === 1) return { kind: 'alike', chance };
  if (correlation === 1) return { kind: 'all-or-nothing', share: chance };
  const weight = (1 - correlation) / correlation;
  return { kind: 'mixed', a: chance * weight, b: (1 - chance) * weight };
}

/**
 * Share that hears at least one of n airings: 1 - B(a, b + n) / B(a, b). For a whole n the quotient of beta functions
 * is the product of (b + i) / (a + b + i), i = 0 .. n - 1; it is summed in logarithms, so nothing over- or underflows.
 * @throws RangeError when n is not a count.
 */
export function betaBinomialReach(listening: Listening, airings: number): number {
  assertCount(airings);
  if (listening.kind === 'alike') return binomialReach(listening.chance, airings);
  if (listening.kind === 'all-or-nothing') return airings === 0 ? 0 : listening.share;
  return -Math.expm1(logMissesAll(listening, airings));
}

/**
 * Element k is the share that hears exactly k of n airings: C(n, k) B(a + k, b + n - k) / B(a, b), each term from the
 * one before it.
 * @throws RangeError when n is not a count.
 */
export function betaBinomialExactly(listening: Listening, airings: number): readonly number[] {
  assertCount(airings);
  if (listening.kind === 'alike') return binomialExactly(listening.chance, airings);
  const counts = Array.from({ length: airings + 1 }, (_, k) => k);
  if (listening.kind === 'all-or-nothing') {
    const { share } = listening;
    if (airings === 0) return [1];
    return counts.map((k) => (k === 0 ? 1 - share : k === airings ? share : 0));
  }
  const { a, b } = listening;
  let logShare = logMissesAll(listening, airings);
  return counts.map((k) => {
    if (k > 0) logShare += Math.log(((airings - k + 1) / k) * ((a + k - 1) / (b + airings - k)));
    return Math.exp(logShare);
  });
}

function logMissesAll(
  { a, b }: { readonly a: number; readonly b: number },
  airings: number,
): number {
  let log = 0;
  for (let i = 0; i < airings; i += 1) log += Math.log1p(-a / (a + b + i));
  return log;
}
