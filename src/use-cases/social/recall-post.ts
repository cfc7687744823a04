import { LEASE_SECONDS, nextStep, notTakenBack, recalled } from '../../domain/social';
import type { Delivery, NotTakenBackReason } from '../../domain/social';
import { channelOf, findOnTimeline } from './settle-delivery';
import type { SocialPorts } from './social-ports';

export type NotTakenBack = { readonly delivery: Delivery; readonly reason: NotTakenBackReason };

export type RecallReport = {
  /** Parts that are nowhere any more, now or since an earlier recall. */
  readonly takenBack: readonly Delivery[];
  readonly notTakenBack: readonly NotTakenBack[];
};

type Outcome =
  | { readonly kind: 'gone'; readonly words: string }
  | { readonly kind: 'still-there'; readonly reason: NotTakenBackReason };

/** Where a part is: on its network, nowhere, or not to be told. */
type Place =
  | { readonly kind: 'there'; readonly remoteId: string }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unclear'; readonly reason: NotTakenBackReason };

async function locate(ports: SocialPorts, delivery: Delivery, now: Date): Promise<Place> {
  const { state, remoteId } = delivery;
  if (remoteId !== null) return { kind: 'there', remoteId };
  if (state === 'queued' || state === 'failed' || state === 'missed') return { kind: 'nowhere' };
  const found = await findOnTimeline(ports, delivery);
  if (found === 'unreadable') return { kind: 'unclear', reason: 'network-silent' };
  if (found !== null) return { kind: 'there', remoteId: found.remoteId };
  if (state === 'sent') return { kind: 'unclear', reason: 'not-found' };
  const isSettled = nextStep(delivery, now).kind !== 'wait';
  return isSettled ? { kind: 'nowhere' } : { kind: 'unclear', reason: 'not-settled' };
}

async function takeBack(ports: SocialPorts, delivery: Delivery, now: Date): Promise<Outcome> {
  const place = await locate(ports, delivery, now);
  if (place.kind === 'nowhere') return { kind: 'gone', words: '' };
  if (place.kind === 'unclear') return { kind: 'still-there', reason: place.reason };
  const { accountCode } = delivery.content;
  const channel = await channelOf(ports, accountCode);
  const answer = (await channel?.remove(accountCode, place.remoteId)) ?? null;
  if (answer === null) return { kind: 'still-there', reason: 'network-silent' };
  if (answer === 'refused') return { kind: 'still-there', reason: 'network-refused' };
  return { kind: 'gone', words: place.remoteId };
}

async function recallDelivery(
  ports: SocialPorts,
  delivery: Delivery,
): Promise<NotTakenBackReason | null> {
  const now = ports.system.now();
  // A queued row that is claimed has not begun: taking it over stops its sender. Anything else in work is left to finish.
  const isHeld = delivery.leaseUntil !== null && delivery.leaseUntil > now;
  if (isHeld && delivery.state !== 'queued') return 'in-flight';
  const claim = ports.system.newId();
  const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
  const claimed = await ports.deliveries.claim(delivery, claim, leaseUntil);
  if (claimed === null) return 'in-flight';

  const outcome = await takeBack(ports, claimed, now);
  const decision = outcome.kind === 'gone' ? recalled(outcome.words) : notTakenBack(outcome.reason);
  const isWritten = await ports.deliveries.writeClaimed(
    delivery.id,
    claim,
    decision,
    ports.system.now(),
    { state: delivery.state },
  );
  if (!isWritten) return 'in-flight';
  return outcome.kind === 'gone' ? null : outcome.reason;
}

/**
 * Takes a post back everywhere: what waits is stopped, what is out is deleted, what may be out is looked for first.
 * May be repeated until nothing is left; deleting twice is success.
 *
 * @returns what is gone, and what could not be taken back and why.
 */
export async function recallPost(
  ports: SocialPorts,
  postCode: string,
  by: string,
): Promise<RecallReport> {
  // First the approval: from here on no part of the post can begin.
  await ports.approvals.void(postCode);
  const takenBack: Delivery[] = [];
  const notTakenBack: NotTakenBack[] = [];
  for (const delivery of await ports.deliveries.ofPost(postCode)) {
    const reason = delivery.state === 'recalled' ? null : await recallDelivery(ports, delivery);
    const after = (await ports.deliveries.byId(delivery.id)) ?? delivery;
    if (reason === null) takenBack.push(after);
    else notTakenBack.push({ delivery: after, reason });
  }
  await ports.journal.write({
    at: ports.system.now(),
    by,
    action: 'post-recalled',
    subject: postCode,
    details: { takenBack: takenBack.length, notTakenBack: notTakenBack.length },
  });
  return { takenBack, notTakenBack };
}
