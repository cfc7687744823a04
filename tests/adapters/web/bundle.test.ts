import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { issueDeliveryToken, readCurrentManifest } from '../../../src/use-cases/delivery';
import { seededChance } from '../../helpers/chance';
import { readZip, textIn, type ReadEntry } from '../../helpers/read-zip';
import { openWorld, TODAY, type World } from './world';

const run = promisify(execFile);

let world: World;
let secret: string;

beforeEach(async () => {
  world = await openWorld();
  const issued = await issueDeliveryToken(world.ports, {
    stationCode: 'KAY',
    purpose: 'bundle',
    label: 'Clé USB du studio',
    by: 'user:manager',
  });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  secret = issued.secret;
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

function ask(query = '', headers: Record<string, string> = {}): Promise<Response> {
  return world.fetch(`/d/${secret}/bundle.zip${query}`, { headers });
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

function sounds(entries: readonly ReadEntry[]): readonly string[] {
  return entries.map(({ name }) => name).filter((name) => name.endsWith('.mp3'));
}

/** A spot that is planned today. */
async function planned(code: string, sizeBytes = 48_000) {
  const spot = await world.addSpot({ code, sizeBytes });
  await world.addSlot({ id: `slot-${code}`, spotCode: code });
  return spot;
}

const NAME = (code: string) => `KAY-${code}_v1_FR_20261201-20261231_030s.mp3`;

/** Pulls a spot off the air. */
function recall(spotCode: string) {
  return world.ports.notices.add({
    id: `recall-${spotCode}`,
    kind: 'recall',
    spotCode,
    reason: 'Une information est fausse.',
    stationCodes: [],
    createdBy: 'user:manager',
    createdAt: world.clock.now(),
    inForceAt: world.clock.now(),
    approvedBy: null,
    endedAt: null,
    endedBy: null,
  });
}

describe('the bundle of a station', () => {
  it('is an archive that any reader opens: what to do, the list, and the sounds as they are', async () => {
    const first = await planned('0042');
    const second = await planned('0043', 70_001);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': 'attachment; filename="KAY-liste-1.zip"',
      'content-type': 'application/zip',
    });
    const archive = await bytesOf(answer);
    expect(archive).toHaveLength(Number(answer.headers.get('content-length')));
    const entries = await readZip(archive);
    expect(entries.every(({ isStored }) => isStored)).toBe(true);
    expect(sounds(entries)).toEqual([NAME('0042'), NAME('0043')]);
    expect(entries.at(-2)?.content).toEqual(first.content);
    expect(entries.at(-1)?.content).toEqual(second.content);
    const readMe = textIn(entries, 'LISEZMOI.txt');
    expect(readMe).toMatch(/^\ufeffPartir informé – Radio Rurale de Kayes \(KAY\)\r\nListe 1,/);
    expect(readMe).toContain('entre 7 h 00 et 7 h 30 : 0042 Partir, c’est aussi savoir\r\n');
    expect(readMe.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(JSON.parse(textIn(entries, 'manifest.json'))).toMatchObject({
      version: 1,
      files: [{ url: NAME('0042') }, { url: NAME('0043') }],
    });
  });

  it('passes the test of unzip, where it is installed', async () => {
    await planned('0042');
    const file = join(world.folder, 'bundle.zip');
    await writeFile(file, await bytesOf(await ask()));
    const unzip = ['/usr/bin/unzip', '/bin/unzip'].find((path) => existsSync(path));
    const said = unzip === undefined ? 'No errors' : (await run(unzip, ['-t', file])).stdout;
    expect(said).toContain('No errors');
  });

  it('is the same bytes whenever it is asked for, and another archive when the list is another', async () => {
    await planned('0042');
    const first = await ask();
    world.clock.advance({ minutes: 90 });
    const again = await ask();
    expect(await bytesOf(again)).toEqual(await bytesOf(first));
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    await planned('0043');
    const other = await ask();
    expect(other.headers.get('etag')).not.toBe(first.headers.get('etag'));
    expect(sounds(await readZip(await bytesOf(other)))).toHaveLength(2);
  });

  it('sends nothing to who has it already', async () => {
    await planned('0042');
    const etag = (await ask()).headers.get('etag') ?? '';
    expect((await ask('', { 'if-none-match': etag })).status).toBe(304);
  });

  it('goes on after a cut at any byte, and is whole then', async () => {
    await planned('0042', 3000);
    await planned('0043', 1);
    const whole = await ask();
    const archive = await bytesOf(whole);
    const etag = whole.headers.get('etag') ?? '';
    const chance = seededChance(7);
    const cuts = Array.from({ length: 40 }, () => Math.floor(chance() * archive.length));
    for (const cut of [0, 1, 29, 30, archive.length - 22, archive.length - 1, ...cuts]) {
      const rest = await ask('', { range: `bytes=${cut}-`, 'if-range': etag });
      expect(rest.status).toBe(206);
      expect(rest.headers.get('content-range')).toBe(
        `bytes ${cut}-${archive.length - 1}/${archive.length}`,
      );
      expect((await bytesOf(rest)).equals(archive.subarray(cut)), `cut at ${cut}`).toBe(true);
    }
  });

  it('gives twenty parts asked for at once, each its own', async () => {
    await planned('0042', 200_000);
    const archive = await bytesOf(await ask());
    const size = Math.ceil(archive.length / 20);
    const parts = await Promise.all(
      Array.from({ length: 20 }, async (_, part) =>
        bytesOf(await ask('', { range: `bytes=${part * size}-${(part + 1) * size - 1}` })),
      ),
    );
    expect(Buffer.concat(parts).equals(archive)).toBe(true);
  });

  it.each([
    ['past the end', (size: number) => `bytes=${size}-`, 416],
    ['far past the end', () => 'bytes=99999999999-', 416],
    ['of its last byte', (size: number) => `bytes=${size - 1}-`, 206],
    ['longer than itself', (size: number) => `bytes=-${size + 5}`, 206],
    ['backwards', () => 'bytes=9-3', 200],
    ['of several parts', () => 'bytes=0-1,5-6', 200],
    ['in another unit', () => 'seconds=1-2', 200],
  ])('answers a range %s', async (_how, range, status) => {
    await planned('0042', 100);
    const size = Number((await ask('', {})).headers.get('content-length'));
    const answer = await ask('', { range: range(size) });
    expect([status, 416]).toContain(answer.status);
    if (answer.status === 416) expect(answer.headers.get('content-range')).toBe(`bytes */${size}`);
    await answer.arrayBuffer();
  });
});

describe('what changed since a list', () => {
  it('is the new sounds alone, and what to delete', async () => {
    await planned('0042');
    await planned('0043');
    await bytesOf(await ask());
    await world.ports.slots.cancel('slot-0043', 'user:manager', world.clock.now());
    const added = await planned('0044');
    const answer = await ask('?depuis=1');
    expect(answer.headers.get('content-disposition')).toContain('KAY-liste-2-depuis-1.zip');
    const entries = await readZip(await bytesOf(answer));
    expect(sounds(entries)).toEqual([NAME('0044')]);
    expect(entries.at(-1)?.content).toEqual(added.content);
    const readMe = textIn(entries, 'LISEZMOI.txt');
    expect(readMe).toContain('Seulement ce qui a changé depuis la liste 1.');
    expect(readMe).toContain(`À EFFACER, s’ils sont sur votre ordinateur\r\n- ${NAME('0043')}`);
  });

  it('is next to nothing when nothing changed', async () => {
    await planned('0042');
    const entries = await readZip(await bytesOf(await ask('?depuis=1')));
    expect(entries.map(({ name }) => name)).toEqual(['LISEZMOI.txt']);
    expect(textIn(entries, 'LISEZMOI.txt')).toContain('Aucun son nouveau');
  });

  it.each([
    ['?depuis=7', 404, 'Il n’y a pas de liste 7.'],
    ['?depuis=0', 404, 'Il n’y a pas de liste 0.'],
    ['?liste=2', 404, 'Il n’y a pas de liste 2.'],
    ['?depuis=-1', 400, 'depuis=12'],
    ['?depuis=', 400, 'depuis=12'],
    ['?depuis=1e3', 400, 'depuis=12'],
    ['?depuis=1&depuis=2', 400, 'depuis=12'],
    ['?liste=99999999999', 400, 'depuis=12'],
  ])('%s is answered with %i', async (query, status, words) => {
    await planned('0042');
    const answer = await ask(query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBeNull();
    expect((await answer.text()).replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
  });
});

describe('a bundle of which a spot was recalled', () => {
  it('is gone as a whole: who goes on with it gets the new one from the start', async () => {
    await planned('0042');
    await planned('0043');
    const old = await ask();
    const etag = old.headers.get('etag') ?? '';
    await bytesOf(old);
    await recall('0042');
    const resumed = await ask('', { range: 'bytes=1000-', 'if-range': etag });
    expect(resumed.status).toBe(200);
    const entries = await readZip(await bytesOf(resumed));
    expect(sounds(entries)).toEqual([NAME('0043')]);
    const readMe = textIn(entries, 'LISEZMOI.txt');
    expect(readMe).toContain('À NE PLUS DIFFUSER\r\n- Spot 0042, retiré le 02/12/2026');
    expect(readMe).toContain(`À EFFACER, s’ils sont sur votre ordinateur\r\n- ${NAME('0042')}`);
  });

  it('answers its own number with 410 and the way to the new one', async () => {
    await planned('0042');
    await planned('0043');
    expect((await ask('?liste=1')).status).toBe(200);
    await recall('0042');
    const answer = await ask('?liste=1');
    expect(answer.status).toBe(410);
    expect(answer.headers.get('link')).toContain(`/d/${secret}/bundle.zip>; rel="latest-version"`);
    expect(await answer.text()).toContain(`/d/${secret}/bundle.zip`);
    expect((await ask('?liste=2')).status).toBe(200);
  });

  it('goes on under its own number when only a window was added', async () => {
    await planned('0042');
    const old = await ask('?liste=1');
    const etag = old.headers.get('etag') ?? '';
    const archive = await bytesOf(old);
    await world.addSlot({ id: 'more', spotCode: '0042', airDate: '2026-12-03' });
    const resumed = await ask('?liste=1', { range: 'bytes=700-', 'if-range': etag });
    expect(resumed.status).toBe(206);
    expect((await bytesOf(resumed)).equals(archive.subarray(700))).toBe(true);
  });
});

describe('the receipts of a bundle', () => {
  const receipts = (count: number) =>
    vi.waitFor(async () => {
      const found = await world.ports.receipts.all();
      expect(found).toHaveLength(count);
      return found;
    }, 20_000);

  it('are one for each sound that went out whole', async () => {
    await planned('0042');
    await planned('0043', 70_001);
    await bytesOf(await ask());
    const found = await receipts(2);
    expect(found).toMatchObject([
      { renditionId: 'r-0042', firstByte: 0, lastByte: 47_999, isWhole: true, door: 'bundle' },
      { renditionId: 'r-0043', firstByte: 0, lastByte: 70_000, isWhole: true, door: 'bundle' },
    ]);
  });

  it('tell a part from the whole, and add up when the download goes on', async () => {
    await planned('0042');
    await planned('0043');
    const size = Number(
      (await ask('', { range: 'bytes=0-0' })).headers.get('content-range')?.split('/')[1],
    );
    const middle = size - 60_000;
    await bytesOf(await ask('', { range: `bytes=0-${middle - 1}` }));
    const partly = await receipts(1);
    expect(partly).toMatchObject([{ renditionId: 'r-0042', firstByte: 0, isWhole: false }]);
    await bytesOf(await ask('', { range: `bytes=${middle}-` }));
    const all = await receipts(3);
    expect(all.slice(1)).toMatchObject([
      { renditionId: 'r-0042', isWhole: true, lastByte: 47_999 },
      { renditionId: 'r-0043', isWhole: true, firstByte: 0 },
    ]);
    expect(all[1]?.firstByte).toBe((partly[0]?.lastByte ?? 0) + 1);
  });

  it('count after a cut no byte that did not leave', async () => {
    const size = 16_000_000;
    await planned('0042', size);
    const answer = await new Promise<IncomingMessage>((arrived) => {
      get(`${world.address}/d/${secret}/bundle.zip`, arrived);
    });
    await new Promise<void>((seen) => {
      let arrived = 0;
      answer.on('data', (chunk: Buffer) => {
        arrived += chunk.length;
        if (arrived > 1_000_000) seen();
      });
    });
    answer.destroy();
    const [receipt] = await receipts(1);
    expect(receipt).toMatchObject({ isWhole: false, firstByte: 0 });
    expect(receipt?.lastByte).toBeLessThan(size - 1);
  });

  it('are none for a look, an archive that is there already, or texts alone', async () => {
    await planned('0042');
    const look = await world.fetch(`/d/${secret}/bundle.zip`, { method: 'HEAD' });
    expect(look.status).toBe(200);
    await ask('', { 'if-none-match': look.headers.get('etag') ?? '' });
    await bytesOf(await ask('', { range: 'bytes=0-60' }));
    await bytesOf(await ask('?depuis=1'));
    await bytesOf(await ask());
    expect(await receipts(1)).toHaveLength(1);
  });
});

it('is refused rather than half right when the storage holds something else', async () => {
  const spot = await planned('0042');
  await world.ports.files.remove(spot.storageKey);
  const answer = await ask();
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('Un fichier manque sur le serveur.');
  const manifest = await readCurrentManifest(world.ports, 'KAY');
  expect([manifest?.version, manifest?.from]).toEqual([1, TODAY]);
});
