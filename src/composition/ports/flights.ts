import type { Flight, Slot } from '../../domain/broadcast';
import type { CalendarDay } from '../../domain/shared';

/** Where a slot came from. One without an origin was placed by hand. */
export type SlotOrigin = {
  readonly slotId: string;
  readonly flightId: string | null;
  readonly kind: 'flight' | 'move' | 'make-good';
  /** The slot that was moved, or the missed one that it makes good. */
  readonly fromSlotId: string | null;
  /** The plan itself let it go; of a slot that a person cancelled it is false. */
  readonly isEnded: boolean;
};

export type OriginatedSlot = { readonly slot: Slot; readonly origin: SlotOrigin | null };

export type FlightCounts = {
  readonly flightId: string;
  /** Living slots. */
  readonly planned: number;
  readonly upcoming: number;
  readonly aired: number;
  readonly missed: number;
  readonly unanswered: number;
};

/** Flights with their slots. Whatever is written is written whole or not at all. */
export interface FlightStore {
  /** By first day. */
  all(): Promise<readonly Flight[]>;
  byId(id: string): Promise<Flight | null>;
  counts(now: Date): Promise<readonly FlightCounts[]>;
  /** Every slot that belongs to a flight, living and cancelled. */
  slotsOf(flightId: string): Promise<readonly OriginatedSlot[]>;
  /** Living slots of all stations whose air date lies between both days. */
  living(from: CalendarDay, to: CalendarDay): Promise<readonly OriginatedSlot[]>;
  originsOf(slotIds: readonly string[]): Promise<readonly SlotOrigin[]>;
  /** Living slots that make good one of these. */
  makeGoodsOf(
    slotIds: readonly string[],
  ): Promise<readonly { readonly missedSlotId: string; readonly slot: Slot }[]>;
  /**
   * Writes a flight, cancels and adds slots. `changed-meanwhile`, and nothing written, when the flight is not at the revision
   * before, when a station answered for a slot to be cancelled, or when a place was taken.
   */
  write(change: {
    readonly flight: Flight;
    readonly cancel: readonly string[];
    readonly add: readonly Slot[];
    readonly by: string;
    readonly at: Date;
  }): Promise<'written' | 'changed-meanwhile'>;
  /**
   * Puts a slot in the place of another: a moved one cancels where it came from, a make-good leaves the missed one alone.
   * `taken`, and nothing written, when somebody was faster.
   */
  replace(change: {
    readonly slot: Slot;
    readonly origin: Omit<SlotOrigin, 'isEnded' | 'slotId'>;
    /** The slot that a move takes away. */
    readonly cancel: string | null;
    readonly by: string;
    readonly at: Date;
  }): Promise<'written' | 'taken'>;
  /** Forgets what was staged before an instant and never became real: the power went. */
  sweepStaged(before: Date): Promise<void>;
}
