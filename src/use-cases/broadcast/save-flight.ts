import type { Flight, FlightTerms, Slot } from '../../domain/broadcast';
import type { FlightNeeds } from './flight-facts';
import { proposeFlight, type FlightAnswerRefusal } from './propose-flight';

export type FlightSaved =
  | { readonly kind: 'refused'; readonly refusals: readonly FlightAnswerRefusal[] }
  /** Somebody changed the flight, or a slot of it, since it was looked at. */
  | { readonly kind: 'changed-meanwhile' }
  | {
      readonly kind: 'saved';
      readonly flight: Flight;
      readonly added: number;
      readonly kept: number;
      readonly unchanged: number;
      readonly cancelled: number;
      readonly gaveWay: number;
    };

/**
 * Writes a flight and its slots, all of it or nothing. Planned again, it keeps what was delivered, begun, answered or
 * placed by hand, cancels the rest of its own and plans it anew; with nothing new it changes nothing.
 *
 * @param asked.flight the flight that is planned again, at the revision that the person saw; null for a new one.
 * @param asked.by `user:<id>`.
 */
export async function saveFlight(
  ports: FlightNeeds,
  asked: {
    readonly flight: { readonly id: string; readonly revision: number } | null;
    readonly terms: FlightTerms;
    readonly by: string;
  },
): Promise<FlightSaved> {
  const { by } = asked;
  const flightId = asked.flight?.id ?? null;
  const proposed = await proposeFlight(ports, { flightId, terms: asked.terms });
  if (proposed.kind === 'refused') return proposed;
  const { proposal, changes } = proposed;
  if (proposal.slots.length + proposal.kept.length === 0) {
    return { kind: 'refused', refusals: [{ kind: 'flight-plans-nothing' }] };
  }

  const at = ports.system.now();
  const flight: Flight = {
    ...proposed.terms,
    id: flightId ?? ports.system.newId(),
    revision: (asked.flight?.revision ?? 0) + 1,
    state: 'active',
  };
  const written = await ports.flights.write({
    flight,
    cancel: [...changes.cancel, ...proposal.givingWay].map(({ id }) => id),
    add: changes.add.map((slot): Slot => ({
      ...slot,
      id: ports.system.newId(),
      state: 'planned',
    })),
    by,
    at,
  });
  if (written === 'changed-meanwhile') return { kind: 'changed-meanwhile' };
  const answer = {
    added: changes.add.length,
    kept: proposal.kept.length,
    unchanged: changes.unchanged.length,
    cancelled: changes.cancel.length,
    gaveWay: proposal.givingWay.length,
  };
  await ports.journal.write({
    at,
    by,
    action: 'flight-planned',
    subject: `flight:${flight.id}`,
    details: { revision: flight.revision, ...answer },
  });
  return { kind: 'saved', flight, ...answer };
}
