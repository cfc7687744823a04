import { accept, type Result } from '../../shared';
import {
  betaBinomialReach,
  listeningFromReach,
  type Listening,
  type ListeningRefusal,
} from './beta-binomial';
import { assertCount, clampShare } from './share';

/** A plan over several vehicles, in people. */
export type MetheringhamPlan = {
  readonly population: number;
  /** Per vehicle: audience of one insertion, and how many insertions. */
  readonly vehicles: readonly { readonly audience: number; readonly insertions: number }[];
  /** Row i, column j: people reached by an insertion in i and one in j; on the diagonal by two insertions in i. */
  readonly duplication: readonly (readonly number[])[];
};

export type MetheringhamReach = {
  readonly listening: Listening;
  /** Mean number of people whom two insertions of the plan share; null when there is one insertion at most. */
  readonly meanDuplication: number | null;
  /** Share of the population reached at least once. */
  readonly reach: number;
};

/**
 * Metheringham: the plan is treated as N insertions in one average vehicle. Mean audience weighted by insertions;
 * mean duplication over all pairs of insertions, C(n_i, 2) of them on the diagonal and n_i n_j off it; R2 = 2 R1 - D;
 * then the beta-binomial. Source: R. A. Metheringham, Journal of Advertising Research, 1964.
 * @throws RangeError when insertions are not counts or shares come out beyond the population.
 */
export function metheringhamReach(
  plan: MetheringhamPlan,
): Result<MetheringhamReach, ListeningRefusal> {
  const { population, vehicles, duplication } = plan;
  vehicles.forEach((vehicle) => assertCount(vehicle.insertions));
  const insertions = vehicles.reduce((sum, vehicle) => sum + vehicle.insertions, 0);
  if (insertions === 0) {
    return accept({ listening: { kind: 'alike', chance: 0 }, meanDuplication: null, reach: 0 });
  }
  const contacts = vehicles.reduce((sum, one) => sum + one.audience * one.insertions, 0);
  const afterOne = contacts / insertions / population;
  if (insertions === 1) {
    const listening: Listening = { kind: 'alike', chance: afterOne };
    return accept({ listening, meanDuplication: null, reach: betaBinomialReach(listening, 1) });
  }

  let shared = 0;
  vehicles.forEach((one, i) => {
    const own = (one.insertions * (one.insertions - 1)) / 2;
    shared += own * (duplication[i]?.[i] ?? 0);
    vehicles.slice(i + 1).forEach((other, offset) => {
      shared += one.insertions * other.insertions * (duplication[i]?.[i + 1 + offset] ?? 0);
    });
  });
  const meanDuplication = shared / ((insertions * (insertions - 1)) / 2);
  const listening = listeningFromReach(
    afterOne,
    clampShare(2 * afterOne - meanDuplication / population),
  );
  if (!listening.ok) return listening;
  const reach = betaBinomialReach(listening.value, insertions);
  return accept({ listening: listening.value, meanDuplication, reach });
}
