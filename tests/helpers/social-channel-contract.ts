import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SocialChannel } from '../../src/composition/ports';
import type { DeliveryContent } from '../../src/domain/social';

/** A network with weather that a story can ask for. Real networks bring a loopback server that can do the same. */
export type ChannelUnderTest = {
  readonly channel: SocialChannel;
  /** How many posts the network itself holds, by its own ledger. */
  ledgerSize(): Promise<number>;
  /** The next call that publishes meets this. */
  nextPublish(
    fault: 'hang-up-before' | 'hang-up-after' | 'rate-limit' | 'unauthorized',
  ): void | Promise<void>;
  breakTimeline(): void | Promise<void>;
  breakRemove(): void | Promise<void>;
  /** From now on the network refuses the account's secret when asked who it is. */
  breakConnection(): void | Promise<void>;
  breakInsights(): void | Promise<void>;
  close(): Promise<void>;
};

export function buildContent(what: Partial<DeliveryContent> = {}): DeliveryContent {
  return {
    postCode: 'POST-1',
    accountCode: 'MUR',
    network: 'simulator',
    language: 'bm',
    text: 'Sani i ka taa, kunnafoni ɲini : ɛ́ ɔ̀ ŋ',
    altText: 'Une carte',
    mediaKind: 'card',
    pictureKey: null,
    pictureSha256: null,
    dueAt: new Date('2026-12-01T12:00:00Z'),
    lateToleranceMinutes: 60,
    notAfter: null,
    ...what,
  };
}

const SINCE = new Date('2000-01-01T00:00:00Z');

/** What the trade relies on where a network shows what an account published. */
function describeTimeline(name: string, open: () => Promise<ChannelUnderTest>): void {
  describe(`${name}’s timeline`, () => {
    let under: ChannelUnderTest;
    let channel: SocialChannel;
    beforeEach(async () => {
      under = await open();
      channel = under.channel;
    });
    afterEach(() => under.close());

    it('publishes a post and shows it on the account’s timeline, letters and tones kept', async () => {
      const outcome = await channel.publish(buildContent());
      expect(outcome.kind).toBe('published');
      const timeline = await channel.timeline('MUR', SINCE);
      expect(timeline).toHaveLength(1);
      expect(timeline?.[0]?.text).toBe(buildContent().text);
      if (outcome.kind === 'published') expect(timeline?.[0]?.remoteId).toBe(outcome.remoteId);
    });

    it('shows each account its own posts only', async () => {
      await channel.publish(buildContent({ accountCode: 'MUR' }));
      await channel.publish(buildContent({ accountCode: 'RADIO', text: 'Autre chose.' }));
      const timeline = await channel.timeline('RADIO', SINCE);
      expect(timeline?.map(({ text }) => text)).toEqual(['Autre chose.']);
    });

    it('shows nothing published before the instant asked for', async () => {
      await channel.publish(buildContent());
      expect(await channel.timeline('MUR', new Date('2100-01-01T00:00:00Z'))).toEqual([]);
    });

    it('answers null, not an empty list, when the timeline cannot be read', async () => {
      await channel.publish(buildContent());
      await under.breakTimeline();
      expect(await channel.timeline('MUR', SINCE)).toBeNull();
    });

    it('shows a post whose line broke after it was taken, and none that was deleted', async () => {
      await under.nextPublish('hang-up-after');
      await channel.publish(buildContent());
      const [entry] = (await channel.timeline('MUR', SINCE)) ?? [];
      expect(entry).toBeDefined();
      await channel.remove('MUR', entry?.remoteId ?? '');
      expect(await channel.timeline('MUR', SINCE)).toEqual([]);
    });
  });
}

/**
 * What the trade relies on, of any network.
 *
 * @param traits.givesFigures false where the network tells nobody the figures of a post.
 * @param traits.showsTimeline false where the network shows no account what it published: then it always answers null.
 */
export function describeSocialChannel(
  name: string,
  open: () => Promise<ChannelUnderTest>,
  traits: { readonly showsTimeline: boolean; readonly givesFigures: boolean } = {
    showsTimeline: true,
    givesFigures: true,
  },
): void {
  if (traits.showsTimeline) describeTimeline(name, open);
  describe(`${name} as a social channel`, () => {
    let under: ChannelUnderTest;
    let channel: SocialChannel;
    beforeEach(async () => {
      under = await open();
      channel = under.channel;
    });
    afterEach(() => under.close());

    it('takes a text of its greatest weight and rejects a longer one, in words', async () => {
      const longest = 'a'.repeat(channel.maximumWeight);
      expect(channel.weigh(longest)).toBe(channel.maximumWeight);
      expect((await channel.publish(buildContent({ text: longest }))).kind).toBe('published');
      const outcome = await channel.publish(buildContent({ text: `${longest}a` }));
      expect(outcome.kind).toBe('rejected');
      if (outcome.kind === 'rejected') expect(outcome.words).not.toBe('');
      expect(await under.ledgerSize()).toBe(1);
    });

    it('calls a line that breaks before the post was taken unknown', async () => {
      await under.nextPublish('hang-up-before');
      expect((await channel.publish(buildContent())).kind).toBe('unknown');
      expect(await under.ledgerSize()).toBe(0);
    });

    it('calls a line that breaks after the post was taken unknown', async () => {
      await under.nextPublish('hang-up-after');
      expect((await channel.publish(buildContent())).kind).toBe('unknown');
      expect(await under.ledgerSize()).toBe(1);
    });

    it('names a rate limit with its end, and a refused access, and takes no post', async () => {
      await under.nextPublish('rate-limit');
      const limited = await channel.publish(buildContent());
      expect(limited.kind).toBe('rate-limited');
      if (limited.kind === 'rate-limited') expect(limited.until).toBeInstanceOf(Date);
      await under.nextPublish('unauthorized');
      expect((await channel.publish(buildContent())).kind).toBe('unauthorized');
      expect(await under.ledgerSize()).toBe(0);
    });

    it('deletes a post, and deleting it twice is success', async () => {
      const outcome = await channel.publish(buildContent());
      if (outcome.kind !== 'published') throw new Error(outcome.kind);
      expect(await channel.remove('MUR', outcome.remoteId)).toBe('removed');
      expect(await channel.remove('MUR', outcome.remoteId)).toBe('removed');
      expect(await under.ledgerSize()).toBe(0);
    });

    it('answers null when a deletion gets no answer', async () => {
      const outcome = await channel.publish(buildContent());
      if (outcome.kind !== 'published') throw new Error(outcome.kind);
      await under.breakRemove();
      expect(await channel.remove('MUR', outcome.remoteId)).toBeNull();
      expect(await under.ledgerSize()).toBe(1);
    });

    it('says who the account is, and names a connection that is broken', async () => {
      const whole = await channel.check('MUR');
      expect(whole.kind).toBe('connected');
      if (whole.kind === 'connected') expect(whole.accountName).not.toBe('');
      await under.breakConnection();
      const broken = await channel.check('MUR');
      expect(broken.kind).toBe('broken');
      if (broken.kind === 'broken') expect(broken.words).not.toBe('');
    });

    it('gives each figure its own name, once, and null when the network does not answer', async () => {
      const outcome = await channel.publish(buildContent());
      if (outcome.kind !== 'published') throw new Error(outcome.kind);
      const readings = (await channel.insights('MUR', outcome.remoteId)) ?? [];
      const names = readings.map(({ metric }) => metric);
      expect(new Set(names).size).toBe(names.length);
      expect(readings.every(({ value }) => value >= 0)).toBe(true);
      expect(names.length > 0).toBe(traits.givesFigures);
      if (!traits.givesFigures) return;
      await under.breakInsights();
      expect(await channel.insights('MUR', outcome.remoteId)).toBeNull();
    });

    it('has no call longer than half a minute', () => {
      expect(channel.callTimeoutMs).toBeGreaterThan(0);
      expect(channel.callTimeoutMs).toBeLessThanOrEqual(30_000);
    });
  });
}
