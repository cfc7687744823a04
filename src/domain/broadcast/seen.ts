import type { Airing } from './airing';

/** What a page shows of a slot that nobody has answered. */
const NOTHING_SAID = 'vu-rien-encore';

/**
 * Names what a page shows of a slot. The form of the slot carries it, so a page that was not changed is the same page
 * byte for byte, and a form that is sent twice says the same thing of the same state.
 */
export function seenMark(current: Pick<Airing, 'id'> | null): string {
  return current === null ? NOTHING_SAID : `vu-${current.id}`;
}

/** Whether a key is such a mark, and not one that a browser made for a single tap. */
export function isSeenMark(key: string): boolean {
  return key.startsWith('vu-');
}

/**
 * Whether what stands now is what somebody saw when they answered: the entry that the page showed, or the answer that
 * the same computer gave just before. Where nothing stands, nothing can be overwritten. No clock is asked, so none can be wrong.
 *
 * @param seen a mark, or the key of the answer given before.
 */
export function isStillWhatWasSeen(
  seen: string,
  current: Pick<Airing, 'id' | 'slotId' | 'idempotencyKey'> | null,
): boolean {
  if (current === null) return true;
  return seen === seenMark(current) || current.idempotencyKey === `${current.slotId}:${seen}`;
}
