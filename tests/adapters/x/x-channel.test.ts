import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createXChannel, outcomeOfError, writtenText } from '../../../src/adapters/x';
import { openNetworkChannel } from '../../helpers/network-channel';
import type { NetworkChannel } from '../../helpers/network-channel';
import { buildContent, describeSocialChannel } from '../../helpers/social-channel-contract';
import { startXServer } from '../../helpers/x-server';

const NOON = new Date('2026-12-01T12:00:00Z');
const secretsOf = (account: string) => ({
  appKey: 'app-key-exemple',
  appSecret: 'app-secret-exemple',
  accessToken: `${account}-jeton-exemple`,
  accessSecret: 'access-secret-exemple',
});
const SECRETS = { MUR: secretsOf('1001'), RADIO: secretsOf('1002') };
const MEDIA = { 'cards/a.png': Buffer.alloc(1500, 7), 'films/b.mp4': Buffer.alloc(2_500_000, 9) };

const open = () => openNetworkChannel(startXServer, createXChannel, SECRETS, MEDIA);

describeSocialChannel('X', open);

describe('X', () => {
  let x: NetworkChannel;
  beforeEach(async () => {
    x = await open();
  });
  afterEach(() => x.close());

  it('sends the picture first, then its description, then the post', async () => {
    await x.channel.publish(
      buildContent({ pictureKey: 'cards/a.png', altText: 'Une carte bleue' }),
    );
    expect(x.server.ledger()[0]).toMatchObject({ altText: 'Une carte bleue', mediaBytes: 1500 });
    expect(x.server.requests.map((line) => line.replace(/\d{8,}/, 'N'))).toEqual([
      'POST /2/media/upload/initialize',
      'POST /2/media/upload/N/append',
      'POST /2/media/upload/N/finalize',
      'POST /2/media/metadata',
      'POST /2/tweets',
    ]);
  });

  it('sends a film in parts', async () => {
    await x.channel.publish(buildContent({ pictureKey: 'films/b.mp4' }));
    expect(x.server.ledger()[0]).toMatchObject({ mediaBytes: 2_500_000 });
    expect(x.server.requests.filter((line) => line.endsWith('/append'))).toHaveLength(3);
  });

  it('reads a text back as it was written: addresses, three escaped signs, no address of the picture', async () => {
    const text =
      'Écoutez & partagez <3 : https://yeelen.example/l/1?a=1&b=2 puis https://yeelen.example/l/2';
    await x.channel.publish(buildContent({ text, pictureKey: 'cards/a.png' }));
    const timeline = await x.channel.timeline('MUR', new Date(0));
    expect(timeline?.map((entry) => entry.text)).toEqual([text]);
  });

  it('calls the same text twice a duplicate, to be looked up, not a refusal', async () => {
    await x.channel.publish(buildContent());
    expect((await x.channel.publish(buildContent())).kind).toBe('duplicate');
    expect(await x.ledgerSize()).toBe(1);
  });

  it('waits until the instant X names', async () => {
    x.server.faults.next = ['rate-limit'];
    x.server.faults.limitSeconds = 600;
    const before = Date.now();
    const outcome = await x.channel.publish(buildContent());
    if (outcome.kind !== 'rate-limited') throw new Error(outcome.kind);
    const seconds = (outcome.until.getTime() - before) / 1000;
    expect(seconds).toBeGreaterThan(595);
    expect(seconds).toBeLessThan(605);
  });

  it('knows an account without credit', async () => {
    x.server.faults.next = ['out-of-credit'];
    expect((await x.channel.publish(buildContent())).kind).toBe('out-of-credit');
  });

  it('tells what each call costs: one with an address is dearer, a lost one is counted, a refused one is not', async () => {
    await x.channel.publish(buildContent());
    await x.channel.publish(buildContent({ text: 'Voir https://yeelen.example' }));
    x.server.faults.next = ['hang-up-after', 'unauthorized'];
    await x.channel.publish(buildContent({ text: 'Perdue' }));
    await x.channel.publish(buildContent({ text: 'Refusée' }));
    expect(x.paid.map(({ call }) => call)).toEqual(['create', 'createWithLink', 'create']);
    await x.channel.timeline('MUR', new Date(0));
    expect(x.paid.at(-1)).toEqual({ account: 'MUR', call: 'ownedRead', times: 3 });
  });

  it('never says a secret, and asks nothing of X for an account without one', async () => {
    x.server.faults.isExpired = true;
    const said = JSON.stringify([
      await x.channel.publish(buildContent()),
      await x.channel.check('MUR'),
    ]);
    for (const secret of Object.values(SECRETS.MUR)) expect(said).not.toContain(secret);
    const asked = x.server.requests.length;
    expect((await x.channel.publish(buildContent({ accountCode: 'AUTRE' }))).kind).toBe(
      'unauthorized',
    );
    expect((await x.channel.check('AUTRE')).kind).toBe('broken');
    expect(await x.channel.timeline('AUTRE', new Date(0))).toBeNull();
    expect(x.server.requests).toHaveLength(asked);
  });
});

/** What the library throws for an answer. */
function answered(code: number, data: object, rateLimit?: object): ApiResponseError {
  const options = { code, data, rateLimit, headers: {}, request: null, response: null };
  return new ApiResponseError('Request failed', options as never);
}

describe('what X’s library throws, in the trade’s words', () => {
  const duplicate = { detail: 'You are not allowed to create a Tweet with duplicate content.' };
  const limits = { limit: 1, remaining: 0, reset: 1_796_126_400 };
  it.each([
    ['duplicate content', answered(403, duplicate), 'duplicate'],
    ['any other 403', answered(403, { detail: 'Not allowed' }), 'rejected'],
    [
      'rights missing',
      answered(403, { type: 'https://api.x.com/2/problems/oauth1-permissions' }),
      'unauthorized',
    ],
    ['402', answered(402, { title: 'CreditsDepleted' }), 'out-of-credit'],
    [
      'the month is used up',
      answered(429, { type: 'https://api.x.com/2/problems/usage-capped' }),
      'out-of-credit',
    ],
    ['429', answered(429, { title: 'Too Many Requests' }), 'rate-limited'],
    ['401', answered(401, { title: 'Unauthorized' }), 'unauthorized'],
    ['400', answered(400, { detail: 'Too long' }), 'rejected'],
    ['408', answered(408, {}), 'unknown'],
    ['500', answered(500, {}), 'unknown'],
    ['503', answered(503, {}), 'unknown'],
    [
      'no answer',
      new ApiRequestError('Request failed.', { error: new Error('ECONNRESET') } as never),
      'unknown',
    ],
    ['half an answer', new ApiPartialResponseError('partial', {} as never), 'unknown'],
    ['a film that X could not read', new Error('Media processing failed'), 'unknown'],
  ])('%s: %s', (_story, error, kind) => {
    expect(outcomeOfError(error, NOON).kind).toBe(kind);
  });

  it.each([
    ['the window', { ...limits, reset: 1_796_127_000 }, '2026-12-01T12:10:00.000Z'],
    [
      'the user’s day when it is used up',
      { ...limits, userDay: { ...limits, reset: 1_796_169_600 } },
      '2026-12-02T00:00:00.000Z',
    ],
    ['a quarter of an hour when X says nothing', undefined, '2026-12-01T12:15:00.000Z'],
  ])('a limit ends with %s', (_story, rateLimit, until) => {
    const outcome = outcomeOfError(answered(429, {}, rateLimit), NOON);
    expect(outcome).toMatchObject({ kind: 'rate-limited', until: new Date(until) });
  });

  it('says the cause of a request without an answer', () => {
    const error = new ApiRequestError('Request failed.', {
      error: new Error('socket hang up'),
    } as never);
    expect(outcomeOfError(error, NOON)).toEqual({ kind: 'unknown', words: 'socket hang up' });
  });
});

describe('a text as X shows it', () => {
  it('of a long post is the whole one', () => {
    const long = { text: 'Début…', note_tweet: { text: 'Début et fin' } };
    expect(writtenText(long as never)).toBe('Début et fin');
  });
});
