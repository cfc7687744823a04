import { assertCount, assertShares } from './share';

/** One vehicle of a plan: its rating (share of the universe that one insertion reaches) and its insertions. */
export type Insertions = { readonly rating: number; readonly insertions: number };

/**
 * Gross rating points: GRP = 100 x sum(rating x insertions), in points of a hundred; 100 points are as many contacts
 * as there are people in the universe. Contacts, not people: the same person counts at every contact.
 * Source: the standard media-planning identity GRP = reach x frequency.
 * @throws RangeError when a rating is not a share or a number of insertions not a count.
 */
export function grossRatingPoints(plan: readonly Insertions[]): number {
  let points = 0;
  for (const { rating, insertions } of plan) {
    assertShares(rating);
    assertCount(insertions);
    points += 100 * rating * insertions;
  }
  return points;
}

/** How often those reached were reached on average: GRP / (100 x reach); null when nobody was. */
export function averageFrequency(points: number, reach: number): number | null {
  assertShares(reach);
  return reach === 0 ? null : points / (100 * reach);
}
