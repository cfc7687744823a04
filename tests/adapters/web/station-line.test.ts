import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildClient } from '../../../scripts/lib/build-client.mjs';
import { issueSignInLink } from '../../../src/use-cases/stations';
import { openWorld, type World } from './world';

let clientFolder: string;
let world: World;

beforeAll(async () => {
  clientFolder = await mkdtemp(path.join(tmpdir(), 'yeelen-client-'));
  await buildClient(clientFolder);
});

afterAll(() => rm(clientFolder, { recursive: true, force: true }));

beforeEach(async () => {
  world = await openWorld({ clientFolder });
  await world.addSpot({ code: '0042' });
  await world.addSlot({ id: 's1', spotCode: '0042' });
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

describe('a programme that did not change', () => {
  it('is answered by 304 until something is said of it', async () => {
    const cookie = await world.signIn();
    const first = await world.fetch('/station/programme', { headers: { cookie } });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}-gzip"$|^"[\w-]{22}-br"$/);
    world.clock.advance({ minutes: 5 });
    const headers = { cookie, 'if-none-match': etag };
    const again = await world.fetch('/station/programme', { headers });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('server-timing')).toBe('heure;dur=1796198700');

    const form = { slot: 's1', outcome: 'aired', key: 'key-of-the-form' };
    expect((await world.post('/station/airings', form, { cookie })).status).toBe(303);
    expect((await world.fetch('/station/programme', { headers })).status).toBe(200);
  });

  it('is another answer when it is packed otherwise', async () => {
    const cookie = await world.signIn();
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (encoding) => {
        const headers = { cookie, 'accept-encoding': encoding };
        return (await world.fetch('/station/programme', { headers })).headers.get('etag');
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it('is kept nowhere over plain http, where nothing could empty a browser', async () => {
    const local = await openWorld({ clientFolder, publicUrl: 'http://radio.local:1337' });
    const cookie = await local.signIn();
    const answer = await local.fetch('/station/programme', { headers: { cookie } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
    await local.close();
  });
});

describe('the script of the pages', () => {
  it('is packed, kept for good under the hash of its content, and small', async () => {
    const door = await (await world.fetch('/station')).text();
    const address = /<script src="([^"]+)" defer/.exec(door)?.[1] ?? '';
    const answer = await world.fetch(address, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(Number(answer.headers.get('content-length'))).toBeLessThanOrEqual(5 * 1024);
    const etag = answer.headers.get('etag') ?? '';
    await answer.arrayBuffer();
    const headers = { 'accept-encoding': 'br', 'if-none-match': etag };
    expect((await world.fetch(address, { headers })).status).toBe(304);
    const old = await world.fetch('/station/client/page.0000000000.js');
    expect(old.status).toBe(404);
  });

  it('is a file of ours alone: no script stands in a page', async () => {
    const cookie = await world.signIn();
    const answer = await world.fetch('/station/programme', { headers: { cookie } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await answer.text()).not.toMatch(/<script(?! src="\/station\/client\/)/);
  });

  it('has a worker that reaches the door too', async () => {
    const worker = await world.fetch('/station/sw.js');
    expect(worker.headers.get('service-worker-allowed')).toBe('/station');
    expect(Number(worker.headers.get('content-length'))).toBeLessThanOrEqual(2 * 1024);
  });
});

describe('an answer that waited for the line', () => {
  const ask = { accept: 'application/json' };
  const tap = { slot: 's1', outcome: 'aired', key: 'tap-0123456789', seen: 'vu-rien-encore' };

  it('is told in a word that it was taken, twice if need be', async () => {
    const cookie = await world.signIn();
    for (const waited of ['12', '99999999999', '-5', 'NaN']) {
      const answer = await world.post('/station/airings', { ...tap, waited }, { cookie, ...ask });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({
        mark: expect.stringMatching(/^vu-/) as string,
      });
    }
    expect(await world.ports.airings.all()).toHaveLength(1);
  });

  it('is told in French why it was not taken', async () => {
    const cookie = await world.signIn();
    const form = { ...tap, outcome: 'missed' };
    const answer = await world.post('/station/airings', form, { cookie, ...ask });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      sentences: ['Dites pourquoi le spot n’a pas été diffusé.'],
    });
    const nowhere = await world.post('/station/airings', { ...tap, slot: 'x' }, { cookie, ...ask });
    expect(nowhere.status).toBe(404);
    expect(JSON.stringify(await nowhere.json())).toContain('Rien n’a été enregistré');
  });

  it('is never taken for the answer of another station that signed in meanwhile', async () => {
    const cookie = await world.signIn('BKO');
    const answer = await world.post(
      '/station/airings',
      { ...tap, radio: 'KAY' },
      { cookie, ...ask },
    );
    expect(answer.status).toBe(409);
    expect(await world.ports.airings.all()).toEqual([]);
  });

  it('waits on when nobody is signed in', async () => {
    const answer = await world.post('/station/airings', tap, ask);
    expect(answer.status).toBe(401);
  });
});

describe('a link from the manager', () => {
  it('shows whose page it opens, and signs in by its button alone, once', async () => {
    const issued = await issueSignInLink(world.ports, 'KAY', 'user:7');
    const { pathname, search, searchParams } = new URL(issued?.address ?? '');
    for (let look = 0; look < 3; look += 1) {
      const page = await world.fetch(`${pathname}${search}`);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain('Entrer comme Radio Rurale de Kayes');
    }
    const form = { jeton: searchParams.get('jeton') ?? '' };
    const stolen = await world.post('/station/session/lien', form, {
      origin: 'https://evil.example',
    });
    expect(stolen.status).toBe(403);
    const entered = await world.post('/station/session/lien', form);
    expect(entered.headers.get('location')).toBe('/station/programme');
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await world.fetch('/station/programme', { headers: { cookie } })).status).toBe(200);

    const again = await world.post('/station/session/lien', form);
    expect(again.status).toBe(404);
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(await again.text()).toContain('Ce lien a déjà servi');
  });

  it('that is none leads back to the code', async () => {
    for (const query of ['', '?jeton=', '?jeton=rien', '?jeton=a&jeton=b']) {
      const answer = await world.fetch(`/station/lien${query}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Entrer avec le code');
    }
  });
});

describe('signing out', () => {
  it('empties the browser’s cache, and leaves alone what belongs to others', async () => {
    const cookie = await world.signIn();
    const out = await world.post('/station/sign-out', {}, { cookie });
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('stands at the top of mishaps too, with the station’s name', async () => {
    const cookie = await world.signIn();
    const answer = await world.fetch('/station/files/nothing', { headers: { cookie } });
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain('<strong>KAY</strong> · Radio Rurale de Kayes');
    expect(html).toContain('Se déconnecter');
  });
});
