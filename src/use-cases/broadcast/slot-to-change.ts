import type { FlightTerms, Slot, SlotFacts } from '../../domain/broadcast';
import type { Ports, SlotOrigin } from '../../composition/ports';
import { findRendition, spotHoldFacts } from '../audio';

export type SlotToChange = {
  readonly slot: Slot;
  readonly origin: SlotOrigin | null;
  readonly terms: FlightTerms | null;
  readonly facts: SlotFacts;
};

/**
 * A slot with everything that a change of it is checked against; `gone` when its spot or station was deleted.
 * @param elsewhere another station that it is to go to: the facts are then of that one, `no-such-station` without it
 */
export async function slotToChange(
  ports: Pick<
    Ports,
    | 'slots'
    | 'flights'
    | 'content'
    | 'consents'
    | 'notices'
    | 'spotVersions'
    | 'renditions'
    | 'system'
  >,
  slotId: string,
  elsewhere: string | null = null,
): Promise<SlotToChange | 'not-found' | 'gone' | 'no-such-station'> {
  const slot = await ports.slots.byId(slotId);
  if (slot === null) return 'not-found';
  const spot = await ports.content.spotByCode(slot.spotCode);
  const station = await ports.content.stationByCode(elsewhere ?? slot.stationCode);
  if (spot === null) return 'gone';
  if (station === null) return elsewhere === null ? 'gone' : 'no-such-station';
  const [origin = null] = await ports.flights.originsOf([slot.id]);
  const terms =
    origin === null || origin.flightId === null ? null : await ports.flights.byId(origin.flightId);
  const { profileCode } = station;
  return {
    slot,
    origin,
    terms,
    facts: {
      spot,
      station,
      ...(await spotHoldFacts(ports, spot)),
      rendition: profileCode === null ? null : await findRendition(ports, spot.code, profileCode),
      now: ports.system.now(),
    },
  };
}
