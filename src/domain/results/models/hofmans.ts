import { assertVehicles, type Vehicles } from './overlap';

/**
 * Hofmans, several vehicles: reach = A^2 / (A + sum K_ij D_ij), with K_ij = (A_i + A_j) / (A_i + A_j - D_ij): the
 * constant of Agostini, fitted to each pair so that two vehicles come out exactly.
 * Source: P. Hofmans, "Measuring the Cumulative Net Coverage of Any Combination of Media", Journal of Marketing
 * Research, 1966. Answers in the unit of the audiences.
 * @throws RangeError when the audiences or overlaps cannot be (see `assertVehicles`).
 */
export function hofmansReach(vehicles: Vehicles): number {
  assertVehicles(vehicles);
  const audience = vehicles.audiences.reduce((sum, one) => sum + one, 0);
  let weighted = 0;
  for (const { first, second, people } of vehicles.overlaps) {
    const both = (vehicles.audiences[first] ?? 0) + (vehicles.audiences[second] ?? 0);
    if (people > 0) weighted += (both / (both - people)) * people;
  }
  return audience === 0 ? 0 : audience ** 2 / (audience + weighted);
}
