import { addMinutes } from '../shared';
import { deadlineOf, isTooLate } from './check-post';
import type { Delivery, SendOutcome } from './delivery';
import type { PublishedPost } from './timeline';

/**
 * How long a claim lasts: far longer than a call (20 s at most) and the wait for a busy database together,
 * so that a claim that ran out means that its holder is gone.
 */
export const LEASE_SECONDS = 120;

/** After a call's longest time, how long a network may take until its timeline shows the post. */
export const SETTLE_SECONDS = 60;

/** Attempts after which a person has to look: each one more could be a double. */
export const MAX_ATTEMPTS = 8;

/** How long to wait while an account is paused, refused, or a consent is missing, before asking again. */
export const HELD_RETRY_MINUTES = 5;

/** What happened to a delivery, one word for each line of its history. */
export const DELIVERY_EVENTS = [
  'sending',
  'published',
  'rejected',
  'unauthorized',
  'rate-limited',
  'out-of-credit',
  'duplicate',
  'unknown',
  'found-on-timeline',
  'not-on-timeline',
  'timeline-unreadable',
  'gave-up',
  'missed',
  'account-paused',
  'held-back',
  'picture-changed',
  'approval-voided',
  'said-published',
  'said-send-again',
  'moved',
  'not-removed',
  'recalled',
] as const;
export type DeliveryEvent = (typeof DELIVERY_EVENTS)[number];

/** What a transition writes. */
export type DeliveryChange = Partial<
  Pick<
    Delivery,
    | 'state'
    | 'claim'
    | 'leaseUntil'
    | 'sendStartedAt'
    | 'notBefore'
    | 'attempts'
    | 'remoteId'
    | 'remoteUrl'
    | 'sentAt'
    | 'lastWords'
  >
>;

/** A transition: what to write, and the line for the history. */
export type DeliveryDecision = {
  /** Null when the history says it already. */
  readonly event: DeliveryEvent | null;
  /** The network's own words, or empty. */
  readonly words: string;
  readonly change: DeliveryChange;
};

/** Lets go of the claim. */
const RELEASED = { claim: null, leaseUntil: null } as const;

export type DeliveryStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'miss' }
  | { readonly kind: 'send' }
  | { readonly kind: 'reconcile' };

/** What a delivery wants at an instant. */
export function nextStep(delivery: Delivery, now: Date): DeliveryStep {
  const isEarly = now.getTime() < delivery.notBefore.getTime();
  switch (delivery.state) {
    case 'queued':
      // Too late comes first: a postponed row is missed at its deadline, not at the end of its pause.
      if (isTooLate(delivery.content, now)) return { kind: 'miss' };
      return isEarly ? { kind: 'wait', until: delivery.notBefore } : { kind: 'send' };
    case 'sending':
    case 'unknown':
      return isEarly ? { kind: 'wait', until: delivery.notBefore } : { kind: 'reconcile' };
    default:
      return { kind: 'nothing' };
  }
}

/**
 * The intent, written before the call. Until the call and the network's timeline have had their time, nobody looks:
 * an earlier look could miss a post that is on its way.
 */
export function beginSending(
  delivery: Delivery,
  now: Date,
  callTimeoutMs: number,
): DeliveryDecision {
  return {
    event: 'sending',
    words: '',
    change: {
      state: 'sending',
      sendStartedAt: now,
      attempts: delivery.attempts + 1,
      notBefore: new Date(now.getTime() + callTimeoutMs + SETTLE_SECONDS * 1000),
    },
  };
}

/** Whether a call that starts now ends before the claim does: beyond it another may hold the row. */
export function isInsideLease(now: Date, callTimeoutMs: number, leaseUntil: Date): boolean {
  return now.getTime() + callTimeoutMs <= leaseUntil.getTime();
}

/** No later than the first instant after the deadline: then it is found and shown as missed at once. */
function noLaterThanDeadline(delivery: Delivery, instant: Date): Date {
  const justAfter = deadlineOf(delivery.content).getTime() + 1;
  return new Date(Math.min(instant.getTime(), justAfter));
}

/**
 * Puts a delivery back for another time, without a call.
 *
 * @param until when what holds it ends, where that is known; it is asked again no later than after five minutes, since a
 * person may end it before.
 */
export function postpone(
  delivery: Delivery,
  now: Date,
  event: 'account-paused' | 'held-back',
  words: string,
  until: Date | null = null,
): DeliveryDecision {
  const again = addMinutes(now, HELD_RETRY_MINUTES);
  const wait = until !== null && until > now && until < again ? until : again;
  const notBefore = noLaterThanDeadline(delivery, wait);
  return { event, words, change: { ...RELEASED, notBefore } };
}

/** Ends a delivery that did not go out and will not, unless a person approves the post again. */
export function giveUp(
  event: 'picture-changed' | 'approval-voided' | 'gave-up',
  words: string,
): DeliveryDecision {
  return { event, words, change: { ...RELEASED, state: 'failed' } };
}

/** Ends a delivery found after its deadline. No call is made. */
export function miss(): DeliveryDecision {
  return { event: 'missed', words: '', change: { ...RELEASED, state: 'missed' } };
}

function again(
  delivery: Delivery,
  now: Date,
  notBefore: Date,
  said: { readonly event: DeliveryEvent; readonly words: string },
): DeliveryDecision {
  const lastWords = said.words === '' ? delivery.lastWords : said.words;
  if (delivery.attempts >= MAX_ATTEMPTS) {
    return {
      event: 'gave-up',
      words: said.words,
      change: { ...RELEASED, state: 'failed', lastWords },
    };
  }
  if (isTooLate(delivery.content, now)) {
    return { ...miss(), words: said.words, change: { ...miss().change, lastWords } };
  }
  return {
    ...said,
    change: {
      ...RELEASED,
      state: 'queued',
      notBefore: noLaterThanDeadline(delivery, notBefore),
      lastWords,
    },
  };
}

/**
 * The network took nothing, for a reason that is the account's: the account rests (`afterAnswer`), this delivery waits
 * for it, and the attempt does not count.
 */
function waitForAccount(
  delivery: Delivery,
  outcome: Extract<
    SendOutcome,
    { readonly kind: 'rate-limited' | 'unauthorized' | 'out-of-credit' }
  >,
  now: Date,
): DeliveryDecision {
  const { kind, words } = outcome;
  const attempts = Math.max(0, delivery.attempts - 1);
  if (isTooLate(delivery.content, now)) {
    return { ...miss(), words, change: { ...miss().change, attempts, lastWords: words } };
  }
  const wait = kind === 'rate-limited' ? outcome.until : addMinutes(now, HELD_RETRY_MINUTES);
  return {
    event: kind,
    words,
    change: {
      ...RELEASED,
      state: 'queued',
      notBefore: noLaterThanDeadline(delivery, wait),
      attempts,
      lastWords: words,
    },
  };
}

/**
 * What follows a network's answer. A clear yes or no is believed; everything else is unknown and looked up later.
 *
 * @param delivery as it was when the call began: `sending`, this attempt counted.
 */
export function afterOutcome(
  delivery: Delivery,
  outcome: SendOutcome,
  now: Date,
): DeliveryDecision {
  switch (outcome.kind) {
    case 'published':
      return {
        event: 'published',
        words: outcome.remoteUrl,
        change: {
          ...RELEASED,
          state: 'sent',
          remoteId: outcome.remoteId,
          remoteUrl: outcome.remoteUrl,
          sentAt: now,
          lastWords: null,
        },
      };
    case 'rejected':
      return {
        event: 'rejected',
        words: outcome.words,
        change: { ...RELEASED, state: 'failed', lastWords: outcome.words },
      };
    case 'rate-limited':
    case 'unauthorized':
    case 'out-of-credit':
      return waitForAccount(delivery, outcome, now);
    case 'duplicate':
    case 'unknown':
      // `notBefore` stays where the intent put it: timeout and settle after the start of the call.
      return {
        event: outcome.kind,
        words: outcome.words,
        change: { ...RELEASED, state: 'unknown', lastWords: outcome.words },
      };
  }
}

/**
 * What follows a look at the timeline: there, it is sent; not there, it may go out again;
 * not readable, it stays unknown, is looked up again later and shown to a person meanwhile.
 *
 * @param found the delivery's own post, null when the timeline does not have it.
 */
export function afterTimeline(
  delivery: Delivery,
  found: PublishedPost | null | 'unreadable',
  now: Date,
): DeliveryDecision {
  if (found === 'unreadable') {
    return {
      event: 'timeline-unreadable',
      words: '',
      change: {
        ...RELEASED,
        state: 'unknown',
        notBefore: addMinutes(now, HELD_RETRY_MINUTES),
      },
    };
  }
  if (found === null) return again(delivery, now, now, { event: 'not-on-timeline', words: '' });
  return {
    event: 'found-on-timeline',
    words: found.remoteUrl,
    change: {
      ...RELEASED,
      state: 'sent',
      remoteId: found.remoteId,
      remoteUrl: found.remoteUrl,
      sentAt: found.publishedAt,
      lastWords: null,
    },
  };
}

/** The two buttons that a person has for an unknown outcome. */
export const VERDICTS_ON_UNKNOWN = ['was-published', 'send-again'] as const;
export type VerdictOnUnknown = (typeof VERDICTS_ON_UNKNOWN)[number];

/** What follows a person's word on an unknown outcome, once they looked at the network themselves. */
export function afterVerdict(
  delivery: Delivery,
  verdict: VerdictOnUnknown,
  now: Date,
): DeliveryDecision {
  if (verdict === 'was-published') {
    return {
      event: 'said-published',
      words: '',
      change: { ...RELEASED, state: 'sent', sentAt: delivery.sendStartedAt ?? now },
    };
  }
  // Too late or not: the next heartbeat decides it, and shows it as missed if it is.
  return {
    event: 'said-send-again',
    words: '',
    change: { ...RELEASED, state: 'queued', notBefore: now, attempts: 0 },
  };
}

/** Ends a delivery that a person took back: it never went out, or it was deleted where it was. */
export function recalled(words: string): DeliveryDecision {
  return { event: 'recalled', words, change: { ...RELEASED, state: 'recalled' } };
}

/** Lets go of a delivery that could not be taken back; it stays what it was. */
export function notTakenBack(words: string): DeliveryDecision {
  return { event: 'not-removed', words, change: RELEASED };
}
