import type { Airing } from './airing';
import type { Slot } from './slot';

/** A slot as it stands when a whole day is confirmed. */
export type SlotOfDay = {
  readonly slot: Slot;
  readonly airing: Airing | null;
  /** The spot was withdrawn or deleted: the station was asked not to air it. */
  readonly isSuspended: boolean;
};

export type DaySplit = {
  /** Over, and nobody answered: one tap says that they were aired. */
  readonly open: readonly Slot[];
  readonly answered: number;
  /** Their window has not ended yet: what has not been on air cannot have been aired. */
  readonly notOver: number;
  /** Answered one by one: whoever airs a suspended spot must say so knowingly. */
  readonly suspended: number;
};

/** What "everything was aired" says of a day, and what it leaves alone. Cancelled slots are nobody's business. */
export function splitDay(slots: readonly SlotOfDay[], now: Date): DaySplit {
  const planned = slots.filter(({ slot }) => slot.state === 'planned');
  const unanswered = planned.filter(({ airing }) => airing === null);
  const over = unanswered.filter(({ slot }) => slot.windowEnd <= now);
  return {
    open: over.filter(({ isSuspended }) => !isSuspended).map(({ slot }) => slot),
    answered: planned.length - unanswered.length,
    notOver: unanswered.length - over.length,
    suspended: over.filter(({ isSuspended }) => isSuspended).length,
  };
}
