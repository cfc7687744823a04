import { assertVehicles, type Vehicles } from './overlap';

/** Agostini's constant, fitted on French magazine surveys; kept because the literature compares with it. */
export const AGOSTINI_K = 1.125;

/**
 * Agostini: reach = A^2 / (A + K D), A the sum of the audiences, D the sum of the pairwise overlaps, K = 1.125.
 * Source: J. M. Agostini, "How to Estimate Unduplicated Audiences", Journal of Advertising Research, 1961.
 * Answers in the unit of the audiences.
 * @throws RangeError when the audiences or overlaps cannot be (see `assertVehicles`).
 */
export function agostiniReach(vehicles: Vehicles): number {
  assertVehicles(vehicles);
  const audience = vehicles.audiences.reduce((sum, one) => sum + one, 0);
  const overlap = vehicles.overlaps.reduce((sum, pair) => sum + pair.people, 0);
  return audience === 0 ? 0 : audience ** 2 / (audience + AGOSTINI_K * overlap);
}
