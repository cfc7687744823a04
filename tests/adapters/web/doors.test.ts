import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { recallSpot } from '../../../src/use-cases/alerts';
import {
  issueDeliveryToken,
  revokeDeliveryToken,
  type IssueTokenAnswer,
} from '../../../src/use-cases/delivery';
import { mediaTypeOf } from '../../../src/domain/audio';
import { buildConsent, buildRendition } from '../../helpers/builders';
import { openWorld, type World } from './world';

let world: World;
let feed: string;

beforeEach(async () => {
  world = await openWorld();
  feed = (await handOut()).secret;
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

type Issued = Extract<IssueTokenAnswer, { kind: 'issued' }>;

async function handOut(purpose: 'feed' | 'bundle' = 'feed', stationCode = 'KAY'): Promise<Issued> {
  const answer = await issueDeliveryToken(world.ports, {
    stationCode,
    purpose,
    label: 'LibreTime du studio',
    by: 'user:manager',
  });
  if (answer.kind !== 'issued') throw new Error(answer.kind);
  return answer;
}

async function planned(code: string, sizeBytes = 48_000) {
  const spot = await world.addSpot({ code, sizeBytes });
  await world.addSlot({ id: `slot-${code}`, spotCode: code });
  return spot;
}

const NAME = 'KAY-0042_v1_FR_20261201-20261231_030s.mp3';

const ask = (path: string, headers: Record<string, string> = {}, secret = feed) =>
  world.fetch(`/d/${secret}/${path}`, { headers });

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

async function listOf(secret = feed): Promise<{
  readonly version: number;
  readonly files: readonly { readonly spotCode: string; readonly url: string }[];
  readonly recalled: readonly {
    readonly spotCode: string;
    readonly fileNames: readonly string[];
  }[];
}> {
  const answer = await ask('manifest.json', {}, secret);
  expect(answer.status).toBe(200);
  return JSON.parse(await answer.text()) as Awaited<ReturnType<typeof listOf>>;
}

describe('the list of a station, for a program', () => {
  it('names each file with its address, size, hash and windows', async () => {
    const spot = await planned('0042');
    expect(await listOf()).toMatchObject({
      version: 1,
      from: '2026-12-02',
      to: '2026-12-09',
      timeZone: 'Africa/Bamako',
      files: [
        {
          spotCode: '0042',
          fileName: NAME,
          url: `http://127.0.0.1:1337/d/${feed}/sounds/${NAME}`,
          sha256: spot.sha256,
          sizeBytes: 48_000,
          flight: { from: '2026-12-01', to: '2026-12-31' },
          slots: [{ slotId: 'slot-0042', airDate: '2026-12-02' }],
        },
      ],
      changes: [{ op: 'add', spotCode: '0042', fileName: NAME }],
    });
  });

  it('names a window that was cancelled after the station was told of it', async () => {
    await planned('0042');
    await listOf();
    await world.ports.slots.cancel('slot-0042', 'user:1', world.clock.now());
    expect(await listOf()).toMatchObject({
      version: 2,
      files: [],
      cancelled: [{ slotId: 'slot-0042', spotCode: '0042', airDate: '2026-12-02' }],
    });
  });

  it('costs a program that has it nothing but the question', async () => {
    await planned('0042');
    const first = await ask('manifest.json');
    const etag = first.headers.get('etag') ?? '';
    await first.text();
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await ask('manifest.json', { 'if-none-match': known });
      expect(again.status, known).toBe(304);
      expect(await again.text()).toBe('');
    }
    await planned('0043');
    expect((await ask('manifest.json', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is sent compressed to who asks for it, under a tag of its own', async () => {
    await planned('0042');
    const plain = await ask('manifest.json', { 'accept-encoding': 'identity' });
    const zipped = await ask('manifest.json', { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(await zipped.text()).toBe(await plain.text());
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const tag = zipped.headers.get('etag') ?? '';
    expect((await ask('manifest.json', { 'if-none-match': tag })).status).toBe(304);
  });

  it.each([
    ['jour=2026-12-02', 200],
    ['jour=2026-12-09&heure=23', 200],
    ['jour=2026-12-10', 404],
    ['jour=2026-12-01', 404],
    ['jour=demain', 400],
    ['jour=2026-13-01', 400],
    ['heure=7', 400],
    ['jour=2026-12-02&heure=24', 400],
    ['jour=2026-12-02&heure=-1', 400],
    ['jour=', 400],
  ])('asked for %s answers %i', async (query, status) => {
    await planned('0042');
    expect((await ask(`manifest.json?${query}`)).status).toBe(status);
  });
});

describe('a sound of the list', () => {
  it('arrives whole, in slim headers, and leaves a receipt of the feed', async () => {
    const spot = await planned('0042');
    const answer = await ask(`sounds/${NAME}`);
    expect(await bytesOf(answer)).toEqual(spot.content);
    expect(answer.headers.get('etag')).toBe(`"${spot.sha256}"`);
    expect(answer.headers.get('content-security-policy')).toBeNull();
    await vi.waitFor(async () => {
      expect(await world.ports.receipts.all()).toMatchObject([
        { stationCode: 'KAY', renditionId: spot.id, isWhole: true, door: 'feed' },
      ]);
    }, 20_000);
  });

  it.each([
    [{ range: 'bytes=10-19' }, 206],
    [{ range: 'bytes=10-19', 'if-range': '"an older recording"' }, 200],
    [{ range: 'bytes=48000-' }, 416],
    [{ range: 'bytes=-99999' }, 206],
  ] as const)('asked for with %o answers %i', async (headers, status) => {
    const spot = await planned('0042');
    const answer = await ask(`sounds/${NAME}`, { ...headers });
    expect(answer.status).toBe(status);
    const bytes = await bytesOf(answer);
    if (headers.range === 'bytes=10-19' && status === 206) {
      expect(bytes).toEqual(spot.content.subarray(10, 20));
    }
    if (status === 200) expect(bytes).toEqual(spot.content);
  });

  it('of another station is not found, by whatever name', async () => {
    await planned('0042');
    const other = (await handOut('feed', 'BKO')).secret;
    for (const name of [
      NAME,
      'BKO-0042_v1_FR_20261201-20261231_030s.mp3',
      'r-0042',
      '..%2f..%2f',
    ]) {
      expect((await ask(`sounds/${name}`, {}, other)).status, name).toBe(404);
    }
    expect((await listOf(other)).files).toEqual([]);
  });

  it('is gone once it was recalled, from every door at once, and named in the list', async () => {
    await planned('0042');
    expect((await ask(`sounds/${NAME}`)).status).toBe(200);
    const at = world.clock.now();
    await world.ports.notices.add({
      id: 'recall-1',
      kind: 'recall',
      spotCode: '0042',
      reason: 'Une information est fausse.',
      stationCodes: ['KAY'],
      createdBy: 'user:manager',
      createdAt: at,
      inForceAt: at,
      approvedBy: null,
      endedAt: null,
      endedBy: null,
    });
    const answer = await ask(`sounds/${NAME}`, { range: 'bytes=10-' });
    expect(answer.status).toBe(410);
    expect(answer.headers.get('etag')).toBeNull();
    expect(await listOf()).toMatchObject({
      version: 2,
      files: [],
      recalled: [{ spotCode: '0042', fileNames: [NAME] }],
    });
    await world.ports.notices.end('recall-1', 'user:manager', world.clock.now());
    expect((await ask(`sounds/${NAME}`)).status).toBe(200);
  });

  it('is gone the moment its consent is withdrawn', async () => {
    await world.addSpot({ code: '0042', spot: { voices: 'adult' } });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    expect((await listOf()).files).toEqual([]);
    await world.ports.consents.add(buildConsent());
    expect((await ask(`sounds/${NAME}`)).status).toBe(200);
    await world.ports.consents.withdraw('consent-1', 'user:manager', world.clock.now());
    expect((await ask(`sounds/${NAME}`)).status).toBe(410);
  });
});

describe('the link of a program', () => {
  it('opens nothing when it is wrong, cut short, or of nobody', async () => {
    await planned('0042');
    const sentences = new Set<string>();
    for (const wrong of [
      feed.slice(1),
      `${feed}x`,
      feed.toLowerCase(),
      'x'.repeat(32),
      'KAY',
      '%00',
    ]) {
      const answer = await ask('manifest.json', {}, wrong);
      expect(answer.status, wrong).toBe(404);
      sentences.add(await answer.text());
    }
    expect(sentences.size).toBe(1);
  });

  it('opens nothing once it was revoked, also in the middle of a download', async () => {
    await planned('0042');
    const { secret, token } = await handOut();
    const etag = (await ask(`sounds/${NAME}`, { range: 'bytes=0-9' }, secret)).headers.get('etag');
    expect(await revokeDeliveryToken(world.ports, 'BKO', token.id, 'user:manager')).toBe(false);
    expect(await revokeDeliveryToken(world.ports, 'KAY', token.id, 'user:manager')).toBe(true);
    expect(await revokeDeliveryToken(world.ports, 'KAY', token.id, 'user:manager')).toBe(false);
    const resume = { range: 'bytes=10-', 'if-range': etag ?? '' };
    expect((await ask(`sounds/${NAME}`, resume, secret)).status).toBe(404);
    expect((await ask(`sounds/${NAME}`)).status).toBe(200);
  });

  it('works beside the new one while programs are told; a third closes the oldest', async () => {
    world.clock.advance({ minutes: 1 });
    const second = await handOut();
    expect((await ask('manifest.json')).status).toBe(200);
    expect((await ask('manifest.json', {}, second.secret)).status).toBe(200);
    world.clock.advance({ minutes: 1 });
    const third = await handOut();
    expect(third.retired).toHaveLength(1);
    expect((await ask('manifest.json')).status).toBe(404);
    expect((await ask('manifest.json', {}, second.secret)).status).toBe(200);
    expect((await ask('manifest.json', {}, third.secret)).status).toBe(200);
  });

  it('opens the doors of its purpose alone', async () => {
    await planned('0042');
    const bundle = (await handOut('bundle')).secret;
    expect((await ask('bundle.zip')).status).toBe(404);
    expect((await ask('bundle.zip', {}, bundle)).status).toBe(200);
    expect((await ask(`sounds/${NAME}`, {}, bundle)).status).toBe(404);
    expect((await ask('manifest.json', {}, bundle)).status).toBe(200);
  });

  it('is kept as a hash, and its use is noted now and then', async () => {
    const stored = async () => world.knex('ops_delivery_tokens').select();
    expect(JSON.stringify(await stored())).not.toContain(feed);
    await ask('manifest.json');
    expect(await stored()).toMatchObject([{ last_used_at: '2026-12-02T08:00:00.000Z' }]);
    world.clock.advance({ minutes: 9 });
    await ask('manifest.json');
    expect(await stored()).toMatchObject([{ last_used_at: '2026-12-02T08:00:00.000Z' }]);
    world.clock.advance({ minutes: 1 });
    await ask('manifest.json');
    expect(await stored()).toMatchObject([{ last_used_at: '2026-12-02T08:10:00.000Z' }]);
  });

  it.each(['feed', 'bundle'] as const)('for a %s can never confirm an airing', async (purpose) => {
    await planned('0042');
    const { secret } = await handOut(purpose);
    const form = { slot: 'slot-0042', outcome: 'aired', key: 'a-key-of-its-own' };
    const origin = { origin: 'http://127.0.0.1:1337' };
    for (const path of ['airings', 'manifest.json', 'bundle.zip', `sounds/${NAME}`]) {
      expect([404, 405]).toContain((await world.post(`/d/${secret}/${path}`, form)).status);
    }
    const cookie = `yeelen_station=${secret}`;
    const asSession = await world.post('/station/airings', form, { ...origin, cookie });
    expect(asSession.headers.get('location')).toContain('/station?avis=');
    const asCode = await world.post('/station/session', { station: 'KAY', access: secret }, origin);
    expect(asCode.status).toBe(401);
    expect(await world.ports.airings.all()).toEqual([]);
  });
});

describe('the station that is signed in', () => {
  it('takes the archive and the lists from its page', async () => {
    const spot = await planned('0042');
    const cookie = await world.signIn();
    const page = await world.fetch('/station/programme', { headers: { cookie } });
    expect(await page.text()).toContain('href="/station/bundle.zip"');
    const archive = await world.fetch('/station/bundle.zip', { headers: { cookie } });
    expect(archive.status).toBe(200);
    expect((await bytesOf(archive)).includes(spot.content)).toBe(true);
    const list = await world.fetch('/station/listes/manifest.json', { headers: { cookie } });
    expect(JSON.parse(await list.text())).toMatchObject({
      files: [{ url: `http://127.0.0.1:1337/station/sounds/${NAME}` }],
    });
  });

  it('takes a sound by its name, the Opus file of its recording too, and nothing else', async () => {
    await planned('0042');
    const opus = await world.ports.renditions.add(
      buildRendition({
        id: 'r-opus',
        spotVersionId: 'v-0042',
        spotCode: '0042',
        profileCode: 'OPUS-24',
        profileHash: 'profile-hash-opus',
        mediaType: mediaTypeOf('opus'),
        fileName: '0042_v1_FR_030s.opus',
        storageKey: 'renditions/0042.opus',
        sizeBytes: 4,
      }),
    );
    await world.ports.files.put(opus.storageKey, Readable.from([Buffer.from('Opus')]), 10);
    const cookie = await world.signIn();
    const take = (name: string) => world.fetch(`/station/sounds/${name}`, { headers: { cookie } });
    expect((await take(NAME)).status).toBe(200);
    expect(await (await take(NAME.replace('.mp3', '.opus'))).text()).toBe('Opus');
    expect((await take('KAY-0043_v1_FR_20261201-20261231_030s.opus')).status).toBe(404);
    await recallSpot(world.ports, {
      spotCode: '0042',
      reason: 'content-error',
      note: '',
      withPosts: false,
      by: 'user:manager',
    });
    // A copy that was sent on is named too, so that it is deleted.
    expect((await take(NAME.replace('.mp3', '.opus'))).status).toBe(410);
    expect((await listOf()).recalled).toMatchObject([
      { spotCode: '0042', fileNames: [NAME, NAME.replace('.mp3', '.opus')] },
    ]);
  });

  it('gets a 401 without a session: a resumed download never takes in a page', async () => {
    await planned('0042');
    const answer = await world.fetch('/station/bundle.zip', { headers: { range: 'bytes=50-' } });
    expect(answer.status).toBe(401);
    expect((await world.fetch('/station/listes/manifest.json')).status).toBe(401);
  });
});
