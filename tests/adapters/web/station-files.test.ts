import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openWorld, recording, type World } from './world';

let world: World;
let cookie: string;

beforeEach(async () => {
  world = await openWorld();
  cookie = await world.signIn();
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

const PATH = '/station/files/r-0042';

function ask(headers: Record<string, string> = {}, path = `${PATH}?dl=1`): Promise<Response> {
  return world.fetch(path, { headers: { cookie, ...headers } });
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

/** The receipts, once there are as many as expected. */
async function receipts(count: number) {
  return vi.waitFor(async () => {
    const found = await world.ports.receipts.all();
    expect(found).toHaveLength(count);
    return found;
  });
}

describe('a file of a station', () => {
  it('arrives whole, under its own name, and leaves a receipt', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(await bytesOf(answer)).toEqual(spot.content);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${spot.sha256}"`,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-type': 'audio/mpeg',
      'content-length': '48000',
      'content-disposition': `attachment; filename="KAY-0042_v1_FR_20261201-20261231_030s.mp3"`,
    });
    const [receipt] = await receipts(1);
    expect(receipt).toMatchObject({ stationCode: 'KAY', renditionId: spot.id, isWhole: true });
    const page = await world.fetch('/station/programme', { headers: { cookie } });
    expect(await page.text()).toContain('Téléchargé');
  });

  it('resumes after a cut, byte for byte, and counts as held only when nothing is missing', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const first = await ask({ range: 'bytes=0-19999' });
    expect(first.status).toBe(206);
    expect(first.headers.get('content-range')).toBe('bytes 0-19999/48000');
    const head = await bytesOf(first);
    expect((await receipts(1))[0]).toMatchObject({ isWhole: false, lastByte: 19_999 });
    const etag = first.headers.get('etag') ?? '';
    const second = await ask({ range: 'bytes=20000-', 'if-range': etag });
    expect(second.status).toBe(206);
    expect(Buffer.concat([head, await bytesOf(second)])).toEqual(spot.content);
    expect((await receipts(2)).map(({ isWhole }) => isWhole)).toEqual([false, true]);
  });

  it('starts again from the beginning when the file was replaced meanwhile', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await ask({ range: 'bytes=20000-', 'if-range': '"an older recording"' });
    expect(answer.status).toBe(200);
    expect(await bytesOf(answer)).toEqual(spot.content);
  });

  it('says where the end is to who asks past it', async () => {
    await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await ask({ range: 'bytes=48000-' });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */48000');
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.text()).toContain('au-delà de la fin');
  });

  it('sends nothing to who has it already, and leaves no receipt for that', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await ask({ 'if-none-match': `"${spot.sha256}"` });
    expect(answer.status).toBe(304);
    const look = await world.fetch(`${PATH}?dl=1`, { method: 'HEAD', headers: { cookie } });
    expect(look.status).toBe(200);
    expect(look.headers.get('content-length')).toBe('48000');
    await bytesOf(await ask());
    expect(await receipts(1)).toHaveLength(1);
  });

  it('is not held by a station that only listened to it', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await ask({}, PATH);
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="KAY-0042_v1_FR_20261201-20261231_030s.mp3"`,
    );
    expect(await bytesOf(answer)).toEqual(spot.content);
    await bytesOf(await ask());
    expect(await receipts(1)).toHaveLength(1);
  });

  it('counts after a cut no byte that did not leave', async () => {
    const size = 32_000_000;
    await world.addSpot({ code: '0042', sizeBytes: size });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await new Promise<IncomingMessage>((arrived) => {
      get(`${world.address}${PATH}?dl=1`, { headers: { cookie } }, arrived);
    });
    await new Promise((seen) => answer.once('data', seen));
    answer.destroy();
    const [receipt] = await receipts(1);
    expect(receipt?.isWhole).toBe(false);
    expect(receipt?.lastByte).toBeLessThan(size - 1);
    const page = await world.fetch('/station/programme', { headers: { cookie } });
    expect(await page.text()).toContain('À télécharger');
  });

  it('gives twenty parts asked for at once, each its own', async () => {
    const spot = await world.addSpot({ code: '0042', sizeBytes: 200_000 });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const parts = await Promise.all(
      Array.from({ length: 20 }, async (_, part) =>
        bytesOf(await ask({ range: `bytes=${part * 10_000}-${part * 10_000 + 9_999}` })),
      ),
    );
    expect(Buffer.concat(parts)).toEqual(spot.content);
    await receipts(20);
    const page = await world.fetch('/station/programme', { headers: { cookie } });
    expect(await page.text()).toContain('Téléchargé');
  });

  it('is not found by another station, nor when it is no longer planned', async () => {
    await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const other = await world.signIn('BKO');
    const foreign = await world.fetch(PATH, { headers: { cookie: other } });
    expect(foreign.status).toBe(404);
    expect(await foreign.text()).toContain('pas au programme de votre radio');
    await world.ports.slots.cancel('s1', 'user:manager', world.clock.now());
    expect((await ask()).status).toBe(404);
    expect((await ask({}, '/station/files/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  it('answers 401 without a session: a resumed download never takes in a page', async () => {
    await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    const answer = await world.fetch(`${PATH}?dl=1`, { headers: { range: 'bytes=20000-' } });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Se connecter');
  });

  it('is refused rather than half sent when the storage holds something else', async () => {
    const spot = await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    await world.ports.files.remove(spot.storageKey);
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Indisponible pour le moment');
    expect(recording(3, 'a')).not.toEqual(recording(3, 'b'));
  });
});
