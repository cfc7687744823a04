import {
  checkFlight,
  planFlight,
  type FlightFacts,
  type FlightProposal,
  type FlightSpot,
  type FlightTerms,
  type OwnSlot,
  type SlotPlan,
  type StandingSlot,
} from '../../../../src/domain/broadcast';
import type { Spot } from '../../../../src/domain/audio';
import { clockInZone } from '../../../../src/domain/shared';
import { buildFlightTerms, buildSlot, buildSpot, buildStation } from '../../../helpers/builders';

/** A prepared spot; the story names what matters. */
export function flightSpot(spot: Partial<Spot> = {}, what: Partial<FlightSpot> = {}): FlightSpot {
  return {
    spot: buildSpot(spot),
    consents: [],
    replacedAt: null,
    preparedProfiles: new Set(['MP3-STEREO']),
    ...what,
  };
}

/** Plans a flight on one station unless told otherwise, a week before it begins. */
export function plannedFlight(
  terms: Partial<FlightTerms> = {},
  facts: Partial<FlightFacts> = {},
): FlightProposal {
  const spots = facts.spots ?? [flightSpot()];
  const stations = facts.stations ?? [buildStation()];
  const checked = checkFlight(
    buildFlightTerms({
      spotCodes: spots.map(({ spot }) => spot.code),
      stationCodes: stations.map(({ code }) => code),
      ...terms,
    }),
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusals));
  return planFlight(checked.value, {
    spots,
    stations,
    standing: [],
    own: [],
    now: new Date('2026-11-24T09:00:00Z'),
    ...facts,
  });
}

/** `2026-12-01 07:30 0042`, on the station's clock. */
export function inWords(slots: readonly SlotPlan[], timeZone = 'Africa/Bamako'): string[] {
  return slots.map(
    ({ airDate, windowStart, spotCode }) =>
      `${airDate} ${clockInZone(windowStart, timeZone)} ${spotCode}`,
  );
}

/** A slot that stands on the station, by a flight of this priority (null: placed by hand). */
export function standing(
  instant: string,
  what: Partial<StandingSlot> & { readonly spotCode?: string } = {},
): StandingSlot {
  const { spotCode = '0007', ...rest } = what;
  const windowStart = new Date(instant);
  return {
    slot: buildSlot({
      id: `slot ${instant}`,
      spotCode,
      windowStart,
      windowEnd: new Date(windowStart.getTime() + 30 * 60_000),
      airDate: instant.slice(0, 10),
    }),
    messageKey: `message of ${spotCode}`,
    priority: null,
    mayGiveWay: false,
    ...rest,
  };
}

export function owned(plan: SlotPlan, as: OwnSlot['as'] = 'kept', messageKey = 'MSG-1'): OwnSlot {
  const id = `${plan.stationCode} ${plan.spotCode} ${plan.windowStart.toISOString()}`;
  return {
    slot: { ...plan, id, state: as === 'given-up' ? 'cancelled' : 'planned' },
    messageKey,
    as,
  };
}

export const kinds = ({ conflicts }: FlightProposal) =>
  conflicts.map(({ reason, count }) => `${reason.kind} ${count}`);
