import { describe, expect, it } from 'vitest';

import {
  afterOutcome,
  afterTimeline,
  beginSending,
  isInsideLease,
  matchTimeline,
  MAX_ATTEMPTS,
  nextStep,
  postpone,
} from '../../../../src/domain/social';
import type { Delivery, PublishedPost } from '../../../../src/domain/social';

const NOON = new Date('2026-12-01T12:00:00Z');
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

function buildDelivery(what: Partial<Delivery> = {}): Delivery {
  return {
    id: 'delivery-1',
    idempotencyKey: 'POST-1/MUR/fr',
    content: {
      network: 'simulator',
      mediaKind: 'card',
      notAfter: null,
      postCode: 'POST-1',
      accountCode: 'MUR',
      language: 'fr',
      text: 'Avant de partir, informez-vous.',
      altText: 'Une carte',
      pictureKey: null,
      pictureSha256: null,
      dueAt: NOON,
      lateToleranceMinutes: 60,
    },
    approvalHash: 'hash',
    approvedBy: 'user:manager',
    state: 'queued',
    version: 3,
    claim: 'mine',
    leaseUntil: at(120),
    sendStartedAt: null,
    notBefore: NOON,
    attempts: 1,
    remoteId: null,
    remoteUrl: null,
    sentAt: null,
    lastWords: null,
    ...what,
  };
}

describe('what a delivery wants', () => {
  it.each([
    ['to wait before its time', buildDelivery(), -0.001, 'wait'],
    ['to go out at its time', buildDelivery(), 0, 'send'],
    ['to go out at the deadline', buildDelivery(), 3600, 'send'],
    ['to be missed one millisecond later', buildDelivery(), 3600.001, 'miss'],
    ['to be missed even while it is put off', buildDelivery({ notBefore: at(9000) }), 3601, 'miss'],
    [
      'to be left alone while a call settles',
      buildDelivery({ state: 'sending', notBefore: at(80) }),
      79.999,
      'wait',
    ],
    [
      'to be looked up once settled, however late',
      buildDelivery({ state: 'sending', notBefore: at(80) }),
      90_000,
      'reconcile',
    ],
    [
      'to be looked up while unknown',
      buildDelivery({ state: 'unknown', notBefore: at(80) }),
      80,
      'reconcile',
    ],
    ['nothing once sent', buildDelivery({ state: 'sent' }), 9000, 'nothing'],
    ['nothing once recalled', buildDelivery({ state: 'recalled' }), 0, 'nothing'],
  ])('%s', (_story, delivery, seconds, kind) => {
    expect(nextStep(delivery, at(seconds)).kind).toBe(kind);
  });
});

describe('the intent before a call', () => {
  it('counts the attempt and keeps everybody away for timeout and settle', () => {
    expect(beginSending(buildDelivery(), at(5), 20_000).change).toEqual({
      state: 'sending',
      sendStartedAt: at(5),
      attempts: 2,
      notBefore: at(5 + 20 + 60),
    });
  });

  it('is followed by a call only when the longest call ends inside the claim', () => {
    expect(isInsideLease(at(100), 20_000, at(120))).toBe(true);
    expect(isInsideLease(at(100.001), 20_000, at(120))).toBe(false);
  });
});

describe('what follows an answer', () => {
  const sending = buildDelivery({ state: 'sending', notBefore: at(80) });

  it('a clear yes is believed', () => {
    const published = { kind: 'published', remoteId: 'r', remoteUrl: 'u' } as const;
    expect(afterOutcome(sending, published, at(1)).change).toMatchObject({
      state: 'sent',
      remoteId: 'r',
      sentAt: at(1),
      claim: null,
    });
  });

  it('a clear no ends it with the network’s words', () => {
    const decision = afterOutcome(sending, { kind: 'rejected', words: 'Too long' }, at(1));
    expect(decision).toMatchObject({
      words: 'Too long',
      change: { state: 'failed', lastWords: 'Too long' },
    });
  });

  it('anything else is unknown, and is not queued', () => {
    const { change } = afterOutcome(sending, { kind: 'unknown', words: 'timeout' }, at(1));
    expect(change.state).toBe('unknown');
    expect(change).not.toHaveProperty('notBefore');
  });

  it('what the network says it has already is looked up, as anything unknown', () => {
    const { change, event } = afterOutcome(sending, { kind: 'duplicate', words: '403' }, at(1));
    expect(change.state).toBe('unknown');
    expect(event).toBe('duplicate');
  });

  it.each([
    [{ kind: 'rate-limited', until: at(1800), words: '429' }, 1800],
    [{ kind: 'unauthorized', words: '401' }, 300],
    [{ kind: 'out-of-credit', words: '402' }, 300],
  ] as const)('%o is the account’s trouble: it waits and burns no attempt', (outcome, seconds) => {
    const tired = { ...sending, attempts: MAX_ATTEMPTS };
    expect(afterOutcome(tired, outcome, at(0)).change).toMatchObject({
      state: 'queued',
      notBefore: at(seconds),
      attempts: MAX_ATTEMPTS - 1,
    });
    expect(afterOutcome(tired, outcome, at(3600.001)).change.state).toBe('missed');
  });

  it('never waits longer than until it would be missed', () => {
    const limited = { kind: 'rate-limited', until: at(86_400), words: '429' } as const;
    expect(afterOutcome(sending, limited, at(0)).change.notBefore).toEqual(at(3600.001));
    expect(postpone(sending, at(0), 'account-paused', '', at(60)).change.notBefore).toEqual(at(60));
    expect(postpone(sending, at(3599), 'account-paused', '').change.notBefore).toEqual(
      at(3600.001),
    );
  });

  it('gives up at the last attempt', () => {
    const tired = { ...sending, attempts: MAX_ATTEMPTS };
    expect(afterTimeline(tired, null, at(80))).toMatchObject({
      event: 'gave-up',
      change: { state: 'failed' },
    });
  });
});

describe('what follows a look at the timeline', () => {
  const unknown = buildDelivery({ state: 'unknown', sendStartedAt: NOON });

  it('there: sent; not there: again; not there and too late: missed; not readable: still unknown', () => {
    const entry = buildEntry();
    expect(afterTimeline(unknown, entry, at(80)).change.state).toBe('sent');
    expect(afterTimeline(unknown, null, at(80)).change.state).toBe('queued');
    expect(afterTimeline(unknown, null, at(3600.001)).change.state).toBe('missed');
    expect(afterTimeline(unknown, 'unreadable', at(80)).change.state).toBe('unknown');
  });
});

function buildEntry(what: Partial<PublishedPost> = {}): PublishedPost {
  return {
    remoteId: 'r1',
    remoteUrl: 'http://wall#r1',
    text: 'Avant de partir, informez-vous.',
    publishedAt: at(1),
    ...what,
  };
}

describe('finding a delivery’s own post', () => {
  const unknown = buildDelivery({ state: 'unknown', sendStartedAt: at(600) });
  const find = (entry: PublishedPost, taken: readonly string[] = []) =>
    matchTimeline(unknown, [entry], new Set(taken))?.remoteId ?? null;

  it('knows it by its text, also when the network changed blanks and composed letters', () => {
    expect(find(buildEntry({ text: ' Avant  de partir,\ninformez-vous.' }))).toBe('r1');
    expect(find(buildEntry({ text: 'Avant de partir, informez-vous !' }))).toBeNull();
  });

  it('finds an earlier attempt that the network showed late, not an older post', () => {
    expect(find(buildEntry({ publishedAt: at(-119) }))).toBe('r1');
    expect(find(buildEntry({ publishedAt: at(-121) }))).toBeNull();
  });

  it('never takes a post that belongs to another delivery', () => {
    expect(find(buildEntry(), ['r1'])).toBeNull();
  });

  it('takes the oldest of several', () => {
    const entries = [buildEntry({ remoteId: 'late', publishedAt: at(9) }), buildEntry()];
    expect(matchTimeline(unknown, entries, new Set())?.remoteId).toBe('r1');
  });
});
