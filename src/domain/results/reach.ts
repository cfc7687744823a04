import type { Airing, EvidenceGrade } from '../broadcast';
import type { Estimate, Station, StationZone, Zone } from '../stations';
import type { CalendarDay } from '../shared';
import { confirmedAirings, tallyEvidence } from './confirmed-airings';
import { checkEstimate } from './estimate';
import { averageFrequency, grossRatingPoints, sainsburyReach } from './models';
import { stationAudience, weeklyAudience, type Band } from './station-audience';

/** What one station adds to one zone, with everything the figure was made from. */
export type ReachIngredient = {
  readonly stationCode: string;
  readonly stationName: string;
  /** Confirmed airings that were counted. */
  readonly airings: number;
  readonly byEvidence: Readonly<Record<EvidenceGrade, number>>;
  readonly coverage: Estimate;
  readonly weeklyListeners: Estimate;
  readonly hearsOneAiring: Estimate;
  readonly source: string;
  readonly sourceDate: CalendarDay | null;
  readonly sampleSize: number | null;
  readonly isAssumption: boolean;
  /** Share of the zone's population that heard this station at least once. */
  readonly share: Band;
  /** The same in people, for this station alone. Never added across stations: they share listeners. */
  readonly people: Band;
  /** People who listen to the station in a week: its ceiling. */
  readonly weeklyPeople: Band;
};

/**
 * `estimated`: there is a figure. `nothing-aired`: stations are heard there, none confirmed an airing.
 * `no-parameters`: no station has usable audience parameters there. The last two are unknown, not zero.
 */
export type ZoneReachState = 'estimated' | 'nothing-aired' | 'no-parameters';

export type ZoneReach = {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly populationSource: string;
  readonly populationDate: CalendarDay | null;
  readonly state: ZoneReachState;
  /** Confirmed airings of all its counted stations. */
  readonly airings: number;
  readonly share: Band | null;
  readonly people: Band | null;
  /** Contacts per hundred inhabitants, with the likely parameters. Contacts are not people. */
  readonly grossRatingPoints: number;
  /** How often those reached heard it on average, with the likely parameters. */
  readonly averageFrequency: number | null;
  /** At least one parameter is an assumption, not a measurement. */
  readonly restsOnAssumption: boolean;
  readonly ingredients: readonly ReachIngredient[];
};

export type NotCountedReason =
  | 'station-unknown'
  | 'no-zone'
  | 'zone-unknown'
  | 'zone-twice'
  | 'estimate-invalid'
  | 'population-invalid';

/** A station (or its share of one zone) that could not be counted, and how many confirmed airings that leaves out. */
export type NotCounted = {
  readonly stationCode: string;
  readonly stationName: string | null;
  readonly zoneCode: string | null;
  readonly airings: number;
  readonly reason: NotCountedReason;
};

export type Reach = {
  /** Zones added; null while no zone has a figure. */
  readonly total: Band | null;
  /** Inhabitants of the zones that have a figure. */
  readonly populationOfEstimated: number;
  readonly confirmedAirings: number;
  readonly restsOnAssumption: boolean;
  readonly zones: readonly ZoneReach[];
  readonly notCounted: readonly NotCounted[];
};

/**
 * Estimated audience of the confirmed airings, per zone and in all, in three numbers of people:
 *
 * - low: the largest single station, with the low parameters (as if all stations had the same listeners);
 * - central: random duplication over the stations (Sainsbury), with the likely parameters;
 * - high: all stations added, at most everyone, with the high parameters (as if no listener were shared).
 *
 * Per station: `stationAudience`. People are rounded per zone, so that a table of zones adds up to its total.
 * Zones are added, hence must be places apart: a region and a town inside it are not both zones of one campaign.
 * A station or zone that cannot be counted is named in `notCounted`, never counted as nothing in silence.
 */
export function reachOf({
  stations,
  zones,
  airings,
}: {
  readonly stations: readonly Station[];
  readonly zones: readonly Zone[];
  /** The ledger; only its confirmed airings count. */
  readonly airings: readonly Airing[];
}): Reach {
  const confirmed = confirmedAirings(airings);
  const airingsOf = (stationCode: string): readonly Airing[] =>
    confirmed.filter((airing) => airing.stationCode === stationCode);
  const inOrder = [...stations].sort((one, other) => (one.code < other.code ? -1 : 1));
  const sorted = sortOut(inOrder, zones, airingsOf);

  const known = new Set(stations.map(({ code }) => code));
  const strangers = [...new Set(confirmed.map(({ stationCode }) => stationCode))]
    .filter((code) => !known.has(code))
    .sort();

  const zoneReaches = zones.map((zone) =>
    reachOfZone(
      zone,
      sorted.counted.filter(({ parameters }) => parameters.zoneCode === zone.code),
      airingsOf,
    ),
  );
  const estimated = zoneReaches.filter(({ state }) => state === 'estimated');
  return {
    total: addBands(estimated.flatMap(({ people }) => people ?? [])),
    populationOfEstimated: estimated.reduce((sum, { population }) => sum + population, 0),
    confirmedAirings: confirmed.length,
    restsOnAssumption: estimated.some(({ restsOnAssumption }) => restsOnAssumption),
    zones: zoneReaches,
    notCounted: [
      ...sorted.notCounted,
      ...strangers.map((stationCode): NotCounted => ({
        stationCode,
        stationName: null,
        zoneCode: null,
        airings: airingsOf(stationCode).length,
        reason: 'station-unknown',
      })),
    ],
  };
}

type CountedStation = { readonly station: Station; readonly parameters: StationZone };

/** Tells the stations' zones that can be counted from those that cannot, with the reason. */
function sortOut(
  stations: readonly Station[],
  zones: readonly Zone[],
  airingsOf: (stationCode: string) => readonly Airing[],
): { readonly counted: readonly CountedStation[]; readonly notCounted: readonly NotCounted[] } {
  const counted: CountedStation[] = [];
  const notCounted: NotCounted[] = [];
  for (const station of stations) {
    const leaveOut = (zoneCode: string | null, reason: NotCountedReason): void => {
      notCounted.push({
        stationCode: station.code,
        stationName: station.name,
        zoneCode,
        airings: airingsOf(station.code).length,
        reason,
      });
    };
    if (station.zones.length === 0) leaveOut(null, 'no-zone');
    const seen = new Set<string>();
    for (const parameters of station.zones) {
      const zone = zones.find(({ code }) => code === parameters.zoneCode);
      if (zone === undefined) leaveOut(parameters.zoneCode, 'zone-unknown');
      else if (seen.has(zone.code)) leaveOut(zone.code, 'zone-twice');
      else if (!(zone.population > 0 && Number.isFinite(zone.population))) {
        leaveOut(zone.code, 'population-invalid');
      } else if (!hasUsableEstimates(parameters)) leaveOut(zone.code, 'estimate-invalid');
      else counted.push({ station, parameters });
      seen.add(parameters.zoneCode);
    }
  }
  return { counted, notCounted };
}

function hasUsableEstimates({ coverage, weeklyListeners, hearsOneAiring }: StationZone): boolean {
  return [coverage, weeklyListeners, hearsOneAiring].every(
    (estimate) => checkEstimate(estimate).ok,
  );
}

function reachOfZone(
  zone: Zone,
  stations: readonly CountedStation[],
  airingsOf: (stationCode: string) => readonly Airing[],
): ZoneReach {
  const ingredients = stations.map(({ station, parameters }): ReachIngredient => {
    const heard = airingsOf(station.code);
    const share = stationAudience(parameters, heard.length);
    return {
      stationCode: station.code,
      stationName: station.name,
      airings: heard.length,
      byEvidence: tallyEvidence(heard),
      coverage: parameters.coverage,
      weeklyListeners: parameters.weeklyListeners,
      hearsOneAiring: parameters.hearsOneAiring,
      source: parameters.source,
      sourceDate: parameters.sourceDate,
      sampleSize: parameters.sampleSize,
      isAssumption: parameters.isAssumption,
      share,
      people: inPeople(share, zone.population),
      weeklyPeople: inPeople(weeklyAudience(parameters), zone.population),
    };
  });
  const airings = ingredients.reduce((sum, ingredient) => sum + ingredient.airings, 0);
  const state: ZoneReachState =
    ingredients.length === 0 ? 'no-parameters' : airings === 0 ? 'nothing-aired' : 'estimated';
  const share = state === 'estimated' ? combine(ingredients) : null;
  const points = grossRatingPoints(
    ingredients.map(({ coverage, weeklyListeners, hearsOneAiring, airings: insertions }) => ({
      rating: coverage.likely * weeklyListeners.likely * hearsOneAiring.likely,
      insertions,
    })),
  );
  return {
    code: zone.code,
    name: zone.name,
    population: zone.population,
    populationSource: zone.populationSource,
    populationDate: zone.populationDate,
    state,
    airings,
    share,
    people: share === null ? null : inPeople(share, zone.population),
    grossRatingPoints: points,
    averageFrequency: share === null ? null : averageFrequency(points, share.central),
    restsOnAssumption: ingredients.some((one) => one.airings > 0 && one.isAssumption),
    ingredients,
  };
}

function combine(ingredients: readonly ReachIngredient[]): Band {
  const low = Math.max(...ingredients.map(({ share }) => share.low));
  const central = sainsburyReach(ingredients.map(({ share }) => share.central));
  const added = ingredients.reduce((sum, { share }) => sum + share.high, 0);
  const high = Math.min(1, added);
  // The three are in order by their formulas; the last binary digit of a lone station may not be.
  return { low, central: Math.min(high, Math.max(low, central)), high };
}

function inPeople(share: Band, population: number): Band {
  return {
    low: Math.round(share.low * population),
    central: Math.round(share.central * population),
    high: Math.round(share.high * population),
  };
}

function addBands(bands: readonly Band[]): Band | null {
  if (bands.length === 0) return null;
  return bands.reduce((sum, band) => ({
    low: sum.low + band.low,
    central: sum.central + band.central,
    high: sum.high + band.high,
  }));
}
