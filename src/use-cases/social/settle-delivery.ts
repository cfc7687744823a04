import type { TimelineEntry } from '../../composition/ports';
import { afterTimeline, matchTimeline, timelineSince } from '../../domain/social';
import type { Delivery, DeliveryDecision, DeliveryEvent } from '../../domain/social';
import type { SocialPorts } from './social-ports';

type Channel = ReturnType<SocialPorts['channels']['get']>;

/** The network of an account; undefined when the account or its network is gone. */
export async function channelOf(
  { content, channels }: Pick<SocialPorts, 'content' | 'channels'>,
  accountCode: string,
): Promise<Channel> {
  const account = (await content.accounts()).find(({ code }) => code === accountCode);
  return account === undefined ? undefined : channels.get(account.network);
}

/** Looks for a delivery's own post on its network's timeline. */
export async function findOnTimeline(
  ports: Pick<SocialPorts, 'content' | 'channels' | 'deliveries'>,
  delivery: Delivery,
): Promise<TimelineEntry | null | 'unreadable'> {
  const { accountCode } = delivery.content;
  const channel = await channelOf(ports, accountCode);
  const entries = (await channel?.timeline(accountCode, timelineSince(delivery))) ?? null;
  if (entries === null) return 'unreadable';
  const ids = entries.map(({ remoteId }) => remoteId);
  const taken = await ports.deliveries.takenRemoteIds(accountCode, ids);
  return matchTimeline(delivery, entries, taken);
}

/** Leaves out the line of history when the last one says the same: a long wait is one line. */
export async function sayOnce(
  { deliveries }: Pick<SocialPorts, 'deliveries'>,
  delivery: Delivery,
  decision: DeliveryDecision,
): Promise<DeliveryDecision> {
  const last = (await deliveries.attempts(delivery.id)).at(-1);
  const isSaid = last?.event === decision.event && last.words === decision.words;
  return isSaid ? { ...decision, event: null } : decision;
}

/**
 * Settles a delivery whose outcome is not known, by reading the network's timeline.
 *
 * @param delivery claimed by us, its time to settle over.
 * @returns what was written; null when the row was no longer ours.
 */
export async function settleDelivery(
  ports: SocialPorts,
  delivery: Delivery,
  claim: string,
  clock: () => Date,
): Promise<DeliveryEvent | null> {
  const found = await findOnTimeline(ports, delivery);
  const at = clock();
  const decision = afterTimeline(delivery, found, at);
  const line = await sayOnce(ports, delivery, decision);
  const guard = { state: delivery.state };
  return (await ports.deliveries.writeClaimed(delivery.id, claim, line, at, guard))
    ? decision.event
    : null;
}
