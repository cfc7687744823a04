import { addMinutes } from '../shared';
import type { Delivery } from './delivery';
import { outgoingText } from './text-of';

/** A network's clock may differ from ours by this much. */
export const CLOCK_SKEW_MINUTES = 2;

/** A post as a network's timeline shows it. */
export type PublishedPost = {
  readonly remoteId: string;
  readonly remoteUrl: string;
  readonly text: string;
  readonly publishedAt: Date;
};

/**
 * From when on the timeline is read: no attempt is older than the time the post was due. Reading from the *first*
 * attempt on also finds one that the network showed late.
 */
export function timelineSince(delivery: Delivery): Date {
  const earliest = Math.min(
    delivery.content.dueAt.getTime(),
    delivery.sendStartedAt?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  return addMinutes(new Date(earliest), -CLOCK_SKEW_MINUTES);
}

function comparable(text: string): string {
  return outgoingText(text).replaceAll(/\s+/gu, ' ');
}

/**
 * The delivery's own post on the timeline, the oldest one first; null when it is not there.
 *
 * @param taken posts known to belong to another delivery.
 */
export function matchTimeline(
  delivery: Delivery,
  entries: readonly PublishedPost[],
  taken: ReadonlySet<string>,
): PublishedPost | null {
  const since = timelineSince(delivery).getTime();
  const wanted = comparable(delivery.content.text);
  const matches = entries
    .filter((entry) => !taken.has(entry.remoteId))
    .filter((entry) => entry.publishedAt.getTime() >= since)
    .filter((entry) => comparable(entry.text) === wanted)
    .sort((left, right) => left.publishedAt.getTime() - right.publishedAt.getTime());
  return matches[0] ?? null;
}
