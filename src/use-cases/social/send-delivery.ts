import {
  afterOutcome,
  beginSending,
  driftOf,
  giveUp,
  isInsideLease,
  isTooLate,
  miss,
  postpone,
} from '../../domain/social';
import type { Delivery, DeliveryDecision, DeliveryEvent, SendOutcome } from '../../domain/social';
import type { DeliveryGuard, SocialChannel } from '../../composition/ports';
import { accountHold, noteAnswer } from '../accounts';
import { filmOf, withdrawnOfFilm } from './film-holds';
import { holdReasonsOf } from './holds';
import { pictureSha256 } from './pictures';
import { sayOnce } from './settle-delivery';
import type { SocialPorts } from './social-ports';

type Claimed = {
  readonly delivery: Delivery;
  readonly claim: string;
  readonly leaseUntil: Date;
};

type Cleared =
  | { readonly kind: 'stop'; readonly decision: DeliveryDecision }
  | {
      readonly kind: 'go';
      readonly channel: SocialChannel;
      /** What must still hold when the intent is written. */
      readonly approval: NonNullable<DeliveryGuard['approval']>;
    };

const stop = (decision: DeliveryDecision): Cleared => ({ kind: 'stop', decision });

/** Asks everything again that was asked at the approval: days may lie between. */
async function clear(ports: SocialPorts, delivery: Delivery, at: Date): Promise<Cleared> {
  const { content } = delivery;
  const post = await ports.content.postByCode(content.postCode);
  const approval = await ports.approvals.of(content.postCode);
  const isApproved = approval?.hash === delivery.approvalHash;
  if (post === null || !isApproved || driftOf(post, content) !== null) {
    return stop(giveUp('approval-voided', ''));
  }

  const account = (await ports.content.accounts()).find(({ code }) => code === content.accountCode);
  const channel = account === undefined ? undefined : ports.channels.get(account.network);
  if (account !== undefined && account.network !== content.network) {
    return stop(giveUp('approval-voided', ''));
  }
  const hold = await accountHold(ports, account, content.text, at);
  if (channel === undefined || hold !== null) {
    const until = hold !== null && 'until' in hold ? hold.until : null;
    const words = hold?.kind === 'paused' ? hold.words : '';
    return stop(postpone(delivery, at, 'account-paused', words, until));
  }

  const { timeZone } = await ports.content.campaign();
  const consents = await ports.consents.of({ kind: 'post', code: content.postCode });
  const film = await withdrawnOfFilm(ports, post);
  const looked = await filmOf(ports, post, at);
  const holds = [
    ...holdReasonsOf(post, content.language, consents, at, timeZone),
    ...(looked?.reasons ?? []),
  ];
  if (holds.length > 0) {
    return stop(postpone(delivery, at, 'held-back', holds.map(({ kind }) => kind).join(', ')));
  }

  // A film of a recording that is no longer in use stays in the store, and goes nowhere.
  if (looked?.film === null) return stop(giveUp('picture-changed', ''));
  if (
    content.pictureKey !== null &&
    (await pictureSha256(ports, content.pictureKey)) !== content.pictureSha256
  ) {
    return stop(giveUp('picture-changed', ''));
  }
  const withdrawnConsents = consents.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
  return {
    kind: 'go',
    channel,
    approval: { hash: delivery.approvalHash, withdrawnConsents, film },
  };
}

async function callNetwork(channel: SocialChannel, delivery: Delivery): Promise<SendOutcome> {
  try {
    return await channel.publish(delivery.content);
  } catch (error) {
    // A channel should not throw. If one does, what the network did is not known.
    return { kind: 'unknown', words: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Sends one delivery: clears it, writes the intent, stays inside the claim, calls, records.
 *
 * @returns what was written last; null when the row was no longer ours or something changed in the last moment.
 */
export async function sendDelivery(
  ports: SocialPorts,
  { delivery, claim, leaseUntil }: Claimed,
  clock: () => Date,
): Promise<DeliveryEvent | null> {
  const { id } = delivery;
  const write = ports.deliveries.writeClaimed.bind(ports.deliveries);

  const cleared = await clear(ports, delivery, clock());
  const startAt = clock();
  if (cleared.kind === 'stop' || isTooLate(delivery.content, startAt)) {
    const decision = cleared.kind === 'stop' ? cleared.decision : miss();
    const line = await sayOnce(ports, delivery, decision);
    return (await write(id, claim, line, startAt, { state: 'queued' })) ? decision.event : null;
  }

  const { channel, approval } = cleared;
  if (!isInsideLease(startAt, channel.callTimeoutMs, leaseUntil)) return null;
  const intent = beginSending(delivery, startAt, channel.callTimeoutMs);
  const isOurs = await write(id, claim, intent, startAt, { state: 'queued', approval });
  if (!isOurs) return null;
  // The database may have been busy. Outside the claim there is no call; the row is settled later.
  if (!isInsideLease(clock(), channel.callTimeoutMs, leaseUntil)) return intent.event;

  const sending: Delivery = { ...delivery, ...intent.change };
  const outcome = await callNetwork(channel, sending);
  const at = clock();
  // First the account: the next delivery on it asks before it goes out.
  await noteAnswer(ports, delivery.content.accountCode, outcome, at);
  const decision = afterOutcome(sending, outcome, at);
  if (await write(id, claim, decision, at, { state: 'sending' })) return decision.event;

  // Another delivery was settled by this very post: look again later, and leave this one open.
  const open = afterOutcome(sending, { kind: 'unknown', words: decision.words }, at);
  return (await write(id, claim, open, at, { state: 'sending' })) ? open.event : null;
}
