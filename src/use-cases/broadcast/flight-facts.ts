import type { Spot } from '../../domain/audio';
import {
  messageKeyOf,
  type FlightFacts,
  type FlightRefusal,
  type FlightSpot,
  type FlightTerms,
  type OwnSlot,
  type Slot,
  type StandingSlot,
} from '../../domain/broadcast';
import { addDays, type CalendarDay } from '../../domain/shared';
import type { OriginatedSlot, Ports } from '../../composition/ports';
import { preparedProfiles, spotHoldFacts } from '../audio';
import { settledSlots } from './settled-slots';

export type FlightNeeds = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'consents'
  | 'notices'
  | 'spotVersions'
  | 'renditions'
  | 'receipts'
  | 'airings'
  | 'flights'
  | 'manifests'
  | 'journal'
>;

/** Everything that stands on a list of stations, with whose message it carries and whether it gives way. */
export async function standingSlots(
  ports: Pick<Ports, 'content' | 'flights' | 'receipts' | 'airings' | 'manifests' | 'system'>,
  living: readonly OriginatedSlot[],
): Promise<readonly StandingSlot[]> {
  const keyOf = messageKeys(await ports.content.spots());
  const priorities = new Map((await ports.flights.all()).map(({ id, priority }) => [id, priority]));
  const settled = await settledSlots(
    ports,
    living.map(({ slot }) => slot),
  );
  return living.map(({ slot, origin }) => ({
    slot,
    messageKey: keyOf(slot.spotCode),
    // What a person moved or made good stands as if placed by hand.
    priority: origin?.kind === 'flight' ? (priorities.get(origin.flightId ?? '') ?? null) : null,
    mayGiveWay: origin?.kind === 'flight' && !settled.has(slot.id),
  }));
}

function messageKeys(spots: readonly Spot[]): (spotCode: string) => string {
  const keys = new Map(spots.map((spot) => [spot.code, messageKeyOf(spot)]));
  return (spotCode) => keys.get(spotCode) ?? `spot ${spotCode}`;
}

async function flightSpot(
  ports: FlightNeeds,
  spot: Spot,
  profiles: Awaited<ReturnType<Ports['content']['profiles']>>,
): Promise<FlightSpot> {
  return {
    spot,
    ...(await spotHoldFacts(ports, spot)),
    preparedProfiles: await preparedProfiles(ports, spot, profiles),
  };
}

export type LoadedFlight = {
  readonly refusals: readonly FlightRefusal[];
  readonly facts: FlightFacts;
  /** Own living slots that may be planned anew. */
  readonly replaceable: readonly Slot[];
};

/** How a slot of the flight counts when it is planned again; null when it may be planned anew, or is simply gone. */
function standingOf(
  { slot, origin }: OriginatedSlot,
  isSettled: boolean,
): OwnSlot['as'] | 'replaceable' | null {
  if (slot.state === 'cancelled') {
    // The plan let it go itself, or a person had moved it before they cancelled it: its first place counts.
    return origin === null || origin.isEnded || origin.kind !== 'flight' ? null : 'given-up';
  }
  if (origin?.kind !== 'flight') return 'extra';
  return isSettled ? 'kept' : 'replaceable';
}

/**
 * Loads what is known before a flight is planned.
 *
 * @param flightId null for a new one.
 */
export async function loadFlight(
  ports: FlightNeeds,
  terms: FlightTerms,
  flightId: string | null,
): Promise<LoadedFlight> {
  const [allSpots, allStations, profiles] = [
    await ports.content.spots(),
    await ports.content.stations(),
    await ports.content.profiles(),
  ];
  const spotOf = new Map(allSpots.map((spot) => [spot.code, spot]));
  const stationOf = new Map(allStations.map((station) => [station.code, station]));
  const refusals: FlightRefusal[] = [
    ...terms.spotCodes
      .filter((spotCode) => !spotOf.has(spotCode))
      .map((spotCode) => ({ kind: 'flight-unknown-spot', spotCode }) as const),
    ...terms.stationCodes
      .filter((stationCode) => !stationOf.has(stationCode))
      .map((stationCode) => ({ kind: 'flight-unknown-station', stationCode }) as const),
  ];
  const spots: FlightSpot[] = [];
  for (const code of terms.spotCodes) {
    const spot = spotOf.get(code);
    if (spot !== undefined) spots.push(await flightSpot(ports, spot, profiles));
  }
  const stations = terms.stationCodes.flatMap((code) => stationOf.get(code) ?? []);

  const mine = flightId === null ? [] : await ports.flights.slotsOf(flightId);
  const settled = await settledSlots(
    ports,
    mine.map(({ slot }) => slot).filter(({ state }) => state === 'planned'),
  );
  const keyOf = messageKeys(allSpots);
  const own: OwnSlot[] = [];
  const replaceable: Slot[] = [];
  for (const item of mine) {
    const as = standingOf(item, settled.has(item.slot.id));
    if (as === 'replaceable') replaceable.push(item.slot);
    else if (as !== null) {
      own.push({ slot: item.slot, messageKey: keyOf(item.slot.spotCode), as });
    }
  }
  const [from, to] = daysAround(terms);
  const codes = new Set(terms.stationCodes);
  const others = (await ports.flights.living(from, to)).filter(
    ({ slot, origin }) =>
      codes.has(slot.stationCode) && (flightId === null || origin?.flightId !== flightId),
  );
  const standing = await standingSlots(ports, others);
  return {
    refusals,
    facts: { spots, stations, standing, own, now: ports.system.now() },
    replaceable,
  };
}

/** Distances between airings cross midnight, and midnight is not everywhere at the same time. */
function daysAround({ from, to }: FlightTerms): readonly [CalendarDay, CalendarDay] {
  return [addDays(from, -2), addDays(to, 2)];
}
