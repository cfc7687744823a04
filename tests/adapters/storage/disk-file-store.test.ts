import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskFileStore } from '../../../src/adapters/storage';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'yeelen-store-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a recording on its way into the store', () => {
  it('is kept whole, counted and hashed', async () => {
    const store = createDiskFileStore(root);
    const sound = randomBytes(300_000);
    const answer = await store.put('masters/0042/take-1', Readable.from([sound]), 1_000_000);
    expect(answer).toEqual({
      kind: 'stored',
      file: {
        key: 'masters/0042/take-1',
        sizeBytes: 300_000,
        sha256: createHash('sha256').update(sound).digest('hex'),
      },
    });
    expect(await bytesOf(store.read('masters/0042/take-1'))).toEqual(sound);
    expect(await bytesOf(store.read('masters/0042/take-1', { first: 10, last: 19 }))).toEqual(
      sound.subarray(10, 20),
    );
    expect(await store.sizeOf('masters/0042/take-1')).toBe(300_000);
    expect(await store.has('masters/0042/take-2')).toBe(false);
    expect(await filesIn(root)).toEqual(['take-1']);
  });

  it('may be exactly as large as allowed, and not one byte more', async () => {
    const store = createDiskFileStore(root);
    const fits = await store.put('masters/0042/fits', Readable.from([Buffer.alloc(1000)]), 1000);
    expect(fits.kind).toBe('stored');
    const tooLarge = await store.put(
      'masters/0042/over',
      Readable.from([Buffer.alloc(1001)]),
      1000,
    );
    expect(tooLarge).toEqual({ kind: 'too-large', maximumBytes: 1000 });
    expect(await filesIn(root)).toEqual(['fits']);
  });

  it('stops listening to a sender who goes on for ever', async () => {
    const store = createDiskFileStore(root);
    let sentBytes = 0;
    const endless = new Readable({
      read() {
        sentBytes += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    const answer = await store.put('masters/0042/endless', endless, 500_000);
    expect(answer.kind).toBe('too-large');
    expect(endless.destroyed).toBe(true);
    expect(sentBytes).toBeLessThan(2_000_000);
    expect(await filesIn(root)).toEqual([]);
  });

  it('leaves nothing when it is empty or breaks off half-way', async () => {
    const store = createDiskFileStore(root);
    expect(await store.put('masters/0042/empty', Readable.from([]), 1000)).toEqual({
      kind: 'empty',
    });
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(1000));
        this.destroy(new Error('the line was cut'));
      },
    });
    await expect(store.put('masters/0042/broken', broken, 100_000)).rejects.toThrow(
      'the line was cut',
    );
    expect(await filesIn(root)).toEqual([]);
  });

  it('does not harm the file of that name that is there already', async () => {
    const store = createDiskFileStore(root);
    await store.put('masters/0042/take', Readable.from([Buffer.from('first')]), 1000);
    await store.put('masters/0042/take', Readable.from([Buffer.alloc(2000)]), 1000);
    expect((await bytesOf(store.read('masters/0042/take'))).toString()).toBe('first');
  });
});

describe('a file that a job made', () => {
  it('moves from its scratch folder into place', async () => {
    const store = createDiskFileStore(root);
    const folder = await store.makeScratchFolder('prepare');
    await writeFile(path.join(folder, 'out.mp3'), 'sound');
    const stored = await store.adopt(path.join(folder, 'out.mp3'), 'renditions/0042/v1/out.mp3');
    expect(stored).toEqual({
      key: 'renditions/0042/v1/out.mp3',
      sizeBytes: 5,
      sha256: createHash('sha256').update('sound').digest('hex'),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is swept at the next start when the job was killed', async () => {
    const store = createDiskFileStore(root);
    const folder = await store.makeScratchFolder('prepare');
    await writeFile(path.join(folder, 'half.mp3'), 'so');
    await store.put('masters/0042/take', Readable.from([Buffer.from('kept')]), 1000);
    await store.sweepScratch();
    expect(await filesIn(root)).toEqual(['take']);
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  it('is gone after it was removed, and removing twice is no error', async () => {
    const store = createDiskFileStore(root);
    await store.put('masters/0042/take', Readable.from([Buffer.from('x')]), 1000);
    await store.remove('masters/0042/take');
    await store.remove('masters/0042/take');
    await store.remove('masters/0099/never-there');
    expect(await store.has('masters/0042/take')).toBe(false);
  });
});

describe('a key', () => {
  it.each([
    '../outside',
    'masters/../../outside',
    '/etc/passwd',
    'masters//take',
    'masters/.hidden',
    'masters/take\0.mp3',
    'masters/Majuscule',
    'masters/a b',
    'masters\\take',
    'masters',
    '',
    '.scratch/half',
  ])('that spells %j opens no file', async (key) => {
    const store = createDiskFileStore(root);
    expect(() => store.pathOf(key)).toThrow(TypeError);
    expect(() => store.read(key)).toThrow(TypeError);
    await expect(store.put(key, Readable.from(['x']), 10)).rejects.toThrow(TypeError);
    expect(await filesIn(root)).toEqual([]);
  });
});
