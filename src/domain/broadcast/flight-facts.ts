import type { Spot } from '../audio';
import type { Consent, Revoicing } from '../consent';
import type { Station } from '../stations';
import type { SlotPlan } from './check-slot';
import type { FlightConflict } from './flight-conflicts';
import type { Slot } from './slot';

/** A spot of the flight with what is known of it. */
export type FlightSpot = {
  readonly spot: Spot;
  /** All consents of the spot. */
  readonly consents: readonly Consent[];
  readonly replacedAt: Date | null;
  /** Since when the spot is pulled; null or left out where it is not. */
  readonly recalledAt?: Date | null;
  /** Who speaks in place of a protected witness; null or left out where nobody is protected. */
  readonly revoicing?: Revoicing | null;
  /** Codes of the profiles in which it has a file. */
  readonly preparedProfiles: ReadonlySet<string>;
};

/** A living slot of somebody else on one of the stations. */
export type StandingSlot = {
  readonly slot: Slot;
  /** The message of its spot, or the spot itself when it has none. */
  readonly messageKey: string;
  /** Null for a slot that a person placed by hand: it never gives way. */
  readonly priority: number | null;
  /** Nobody has fetched, begun or answered it. */
  readonly mayGiveWay: boolean;
};

/** A slot of the flight itself that is not planned anew. */
export type OwnSlot = {
  readonly slot: Slot;
  readonly messageKey: string;
  /**
   * `kept` stands where the flight put it. `extra` stands elsewhere: a person moved it, or it makes good a missed one.
   * `given-up` is gone because a person cancelled or moved it: nothing takes its place.
   */
  readonly as: 'kept' | 'extra' | 'given-up';
};

export type FlightFacts = {
  /** In the order of the flight's spots. */
  readonly spots: readonly FlightSpot[];
  readonly stations: readonly Station[];
  readonly standing: readonly StandingSlot[];
  readonly own: readonly OwnSlot[];
  readonly now: Date;
};

/** What would be planned, before anything is written. */
export type FlightProposal = {
  /** Airings that the flight asks for. */
  readonly wanted: number;
  readonly slots: readonly SlotPlan[];
  /** Own slots that stay as they are. */
  readonly kept: readonly Slot[];
  /** Slots of flights of lower priority that are cancelled for it. */
  readonly givingWay: readonly Slot[];
  readonly conflicts: readonly FlightConflict[];
};

/** Spots of one message count as the same when they are kept apart. */
export function messageKeyOf(spot: Pick<Spot, 'code' | 'messageCode'>): string {
  return spot.messageCode ?? `spot ${spot.code}`;
}
