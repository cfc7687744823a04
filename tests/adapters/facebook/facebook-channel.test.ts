import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFacebookChannel, outcomeOfRefusal } from '../../../src/adapters/facebook';
import { startGraphServer } from '../../helpers/graph-server';
import { openNetworkChannel } from '../../helpers/network-channel';
import type { NetworkChannel } from '../../helpers/network-channel';
import { buildContent, describeSocialChannel } from '../../helpers/social-channel-contract';

const NOON = new Date('2026-12-01T12:00:00Z');
const secretsOf = (page: string) => ({ pageId: page, pageToken: `EAA-${page}-exemple` });
const SECRETS = {
  MUR: secretsOf('10001'),
  RADIO: secretsOf('10002'),
  // The token of another Page than the one that was named.
  FAUX: { pageId: '10001', pageToken: 'EAA-10002-exemple' },
};
const MEDIA = { 'cards/a.png': Buffer.alloc(1500, 7), 'films/b.mp4': Buffer.alloc(9000, 9) };

const open = () => openNetworkChannel(startGraphServer, createFacebookChannel, SECRETS, MEDIA);

describeSocialChannel('Facebook', open);

describe('a Facebook Page', () => {
  let page: NetworkChannel;
  beforeEach(async () => {
    page = await open();
  });
  afterEach(() => page.close());

  it('sends the picture with its description first, seen by nobody, then the post', async () => {
    const content = buildContent({ pictureKey: 'cards/a.png', altText: 'Une carte bleue' });
    expect((await page.channel.publish(content)).kind).toBe('published');
    expect(page.server.ledger()[0]).toMatchObject({ altText: 'Une carte bleue', mediaBytes: 1500 });
  });

  it('sends a film, and knows its post by the number that the timeline shows', async () => {
    const outcome = await page.channel.publish(buildContent({ pictureKey: 'films/b.mp4' }));
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome));
    expect(page.server.ledger()[0]).toMatchObject({ id: outcome.remoteId, mediaBytes: 9000 });
    expect(await page.channel.remove('MUR', outcome.remoteId)).toBe('removed');
    expect(await page.ledgerSize()).toBe(0);
  });

  it('reads every page of a timeline', async () => {
    for (let part = 0; part < 120; part += 1) {
      await page.channel.publish(buildContent({ text: `Partie ${part}` }));
    }
    expect(await page.channel.timeline('MUR', new Date(0))).toHaveLength(120);
  });

  it('calls a post that was made under an error of the server unknown, and shows it', async () => {
    page.server.faults.next = ['server-error-after'];
    expect((await page.channel.publish(buildContent())).kind).toBe('unknown');
    expect(await page.channel.timeline('MUR', new Date(0))).toHaveLength(1);
    expect((await page.channel.publish(buildContent())).kind).toBe('duplicate');
  });

  it('waits as long as the Graph asks', async () => {
    page.server.faults.next = ['rate-limit'];
    page.server.faults.limitSeconds = 1200;
    const before = Date.now();
    const outcome = await page.channel.publish(buildContent());
    if (outcome.kind !== 'rate-limited') throw new Error(outcome.kind);
    expect((outcome.until.getTime() - before) / 60_000).toBeCloseTo(20, 0);
  });

  it('breaks off a call that gets no answer, so that it cannot publish later', async () => {
    page.server.faults.next = ['silence'];
    const began = Date.now();
    const outcome = await page.channel.publish(buildContent());
    expect(outcome.kind).toBe('unknown');
    expect(Date.now() - began).toBeLessThan(page.channel.callTimeoutMs);
  });

  it('does not take a post it may not see for one that is gone', async () => {
    const outcome = await page.channel.publish(buildContent());
    if (outcome.kind !== 'published') throw new Error(outcome.kind);
    // With another Page's token the Graph says the same as of a post that does not exist.
    expect(await page.channel.remove('FAUX', outcome.remoteId)).toBe('refused');
    expect(await page.ledgerSize()).toBe(1);
    expect((await page.channel.check('FAUX')).kind).toBe('broken');
  });

  it('asks for each figure by itself and keeps its name', async () => {
    const outcome = await page.channel.publish(buildContent());
    if (outcome.kind !== 'published') throw new Error(outcome.kind);
    expect(await page.channel.insights('MUR', outcome.remoteId)).toEqual([
      { metric: 'post_total_media_view_unique', kind: 'people', value: 31 },
      { metric: 'post_media_view', kind: 'impressions', value: 57 },
      { metric: 'post_clicks', kind: 'engagements', value: 57 },
    ]);
  });

  it('never says a token, which the library puts into addresses', async () => {
    page.server.faults.isExpired = true;
    const said = JSON.stringify([
      await page.channel.publish(buildContent()),
      await page.channel.publish(buildContent({ pictureKey: 'cards/a.png' })),
      await page.channel.check('MUR'),
    ]);
    expect(said).toContain('unauthorized');
    expect(said).not.toContain('EAA-');
  });
});

describe('what the Graph answers, in the trade’s words', () => {
  const answered = (status: number | null, code: number, headers = {}) => ({
    status,
    body: code === 0 ? null : { message: 'Words', code },
    headers,
    message: 'Words',
  });
  it.each([
    [190, 400, 'unauthorized'],
    [102, 400, 'unauthorized'],
    [4, 400, 'rate-limited'],
    [17, 400, 'rate-limited'],
    [32, 400, 'rate-limited'],
    [341, 400, 'rate-limited'],
    [613, 400, 'rate-limited'],
    [80_001, 400, 'rate-limited'],
    [368, 400, 'rate-limited'],
    [506, 400, 'duplicate'],
    [1, 400, 'unknown'],
    [2, 400, 'unknown'],
    [2, 500, 'unknown'],
    [190, 500, 'unknown'],
    [0, 502, 'unknown'],
    [0, 400, 'unknown'],
    [10, 403, 'rejected'],
    [200, 403, 'rejected'],
    [100, 400, 'rejected'],
  ])('code %i with %i: %s', (code, status, kind) => {
    expect(outcomeOfRefusal(answered(status, code), NOON).kind).toBe(kind);
  });

  it('no answer at all is unknown', () => {
    expect(outcomeOfRefusal(answered(null, 0), NOON).kind).toBe('unknown');
  });

  it('waits an hour when the Page is blocked for a time, a quarter when nothing is said', () => {
    expect(outcomeOfRefusal(answered(400, 368), NOON)).toMatchObject({
      until: new Date('2026-12-01T13:00:00Z'),
    });
    expect(outcomeOfRefusal(answered(400, 4), NOON)).toMatchObject({
      until: new Date('2026-12-01T12:15:00Z'),
    });
  });
});
