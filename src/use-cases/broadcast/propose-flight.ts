import {
  checkFlight,
  flightChanges,
  planFlight,
  type FlightChanges,
  type FlightProposal,
  type FlightRefusal,
  type FlightTerms,
} from '../../domain/broadcast';
import { loadFlight, type FlightNeeds } from './flight-facts';

/** Why a flight was neither shown nor written. */
export type FlightAnswerRefusal =
  | FlightRefusal
  | { readonly kind: 'unknown-flight' }
  /** Not one airing of it can be planned: the conflicts say why. */
  | { readonly kind: 'flight-plans-nothing' };

export type FlightProposed =
  | { readonly kind: 'refused'; readonly refusals: readonly FlightAnswerRefusal[] }
  | {
      readonly kind: 'proposed';
      readonly terms: FlightTerms;
      readonly proposal: FlightProposal;
      readonly changes: FlightChanges;
    };

/**
 * What a flight would plan and everything in its way; nothing is written.
 *
 * @param flightId the flight that is planned again; null for a new one.
 */
export async function proposeFlight(
  ports: FlightNeeds,
  asked: { readonly flightId: string | null; readonly terms: FlightTerms },
): Promise<FlightProposed> {
  const checked = checkFlight(asked.terms);
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };
  if (asked.flightId !== null && (await ports.flights.byId(asked.flightId)) === null) {
    return { kind: 'refused', refusals: [{ kind: 'unknown-flight' }] };
  }
  const { refusals, facts, replaceable } = await loadFlight(ports, checked.value, asked.flightId);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const proposal = planFlight(checked.value, facts);
  return {
    kind: 'proposed',
    terms: checked.value,
    proposal,
    changes: flightChanges(replaceable, proposal.slots),
  };
}
