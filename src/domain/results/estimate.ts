import { acceptUnless, type Result } from '../shared';
import type { Estimate } from '../stations';

export type EstimateRefusal =
  | {
      readonly kind: 'not-a-share';
      readonly field: 'low' | 'likely' | 'high';
      readonly given: unknown;
    }
  | {
      readonly kind: 'out-of-order';
      readonly low: number;
      readonly likely: number;
      readonly high: number;
    };

/** An estimate as it was filled in. */
export type EstimateDraft = {
  readonly low?: unknown;
  readonly likely?: unknown;
  readonly high?: unknown;
};

/** Checks that an estimate is three shares between 0 and 1, in order: low <= likely <= high. */
export function checkEstimate(draft: EstimateDraft): Result<Estimate, EstimateRefusal> {
  const refusals: EstimateRefusal[] = [];
  const share = (field: 'low' | 'likely' | 'high'): number => {
    const given = draft[field];
    if (typeof given === 'number' && given >= 0 && given <= 1) return given;
    refusals.push({ kind: 'not-a-share', field, given });
    return 0;
  };
  const estimate: Estimate = { low: share('low'), likely: share('likely'), high: share('high') };
  const isInOrder = estimate.low <= estimate.likely && estimate.likely <= estimate.high;
  if (refusals.length === 0 && !isInOrder) refusals.push({ kind: 'out-of-order', ...estimate });
  return acceptUnless(estimate, refusals);
}
