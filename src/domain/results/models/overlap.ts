/** People (or any one unit) whom two vehicles share, by the vehicles' positions. */
export type Overlap = { readonly first: number; readonly second: number; readonly people: number };

/** Audiences of several vehicles and what every pair of them shares, all in one unit. */
export type Vehicles = {
  readonly audiences: readonly number[];
  readonly overlaps: readonly Overlap[];
};

/**
 * @throws RangeError when an audience is negative, a pair names a vehicle that is not there, or a pair shares more
 * people than its smaller vehicle has.
 */
export function assertVehicles({ audiences, overlaps }: Vehicles): void {
  if (audiences.some((audience) => !(audience >= 0 && Number.isFinite(audience)))) {
    throw new RangeError('an audience is a number of people, zero or more');
  }
  for (const { first, second, people } of overlaps) {
    const smaller = Math.min(audiences[first] ?? -1, audiences[second] ?? -1);
    if (first === second || !(people >= 0 && people <= smaller)) {
      throw new RangeError('two vehicles share at most the smaller of them');
    }
  }
}
