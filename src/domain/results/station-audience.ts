import type { StationZone } from '../stations';
import { binomialReach } from './models';

/** Low, central and high of one figure, low <= central <= high. */
export type Band = { readonly low: number; readonly central: number; readonly high: number };

/**
 * Share of a zone's population that heard a station at least once in n airings:
 * r = coverage x weekly listeners x (1 - (1 - p)^n), once with the low, once with the likely, once with the high
 * parameters. Weekly listeners are the cap: without them the reach drifts to everyone as airings go on.
 * @throws RangeError when an estimate is not made of shares (see `checkEstimate`).
 */
export function stationAudience(parameters: StationZone, airings: number): Band {
  const { coverage, weeklyListeners, hearsOneAiring } = parameters;
  const share = (grade: 'low' | 'likely' | 'high'): number =>
    coverage[grade] * weeklyListeners[grade] * binomialReach(hearsOneAiring[grade], airings);
  return { low: share('low'), central: share('likely'), high: share('high') };
}

/** Share of the zone that listens to the station in a week: what its reach can never exceed. */
export function weeklyAudience({ coverage, weeklyListeners }: StationZone): Band {
  return {
    low: coverage.low * weeklyListeners.low,
    central: coverage.likely * weeklyListeners.likely,
    high: coverage.high * weeklyListeners.high,
  };
}
