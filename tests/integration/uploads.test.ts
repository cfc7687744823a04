import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import type { Ports } from '../../src/composition/ports';
import { personAt, type Answer } from '../helpers/desk-client';
import { newSpot } from '../helpers/desk-stories';
import { bootApp, newFolders, type App } from '../helpers/strapi';

const PIECE = 256 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

const folders = newFolders();
// The same secrets after a restart: a person stays signed in.
const env = makeSecrets();
/** What breaks inside the house, once, as a crash would leave it. */
let accident: 'before the version' | 'before the note' | null = null;

let app: App;
let journalist: string;
let spotCode: string;

function strike(at: NonNullable<typeof accident>): void {
  if (accident !== at) return;
  accident = null;
  throw new Error('The power went out.');
}

function fragile(ports: Ports): Ports {
  return {
    ...ports,
    files: {
      ...ports.files,
      put: (key, content, maximumBytes) => {
        strike('before the version');
        return ports.files.put(key, content, maximumBytes);
      },
    },
    uploads: {
      ...ports.uploads,
      markSubmitted: async (id, at) => {
        strike('before the note');
        await ports.uploads.markSubmitted(id, at);
      },
    },
  };
}

const open = () => bootApp({ env, folders, withPorts: fragile });

beforeAll(async () => {
  app = await open();
  journalist = await app.signIn('yeelen-journalist');
  spotCode = await newSpot(app, personAt(app, journalist));
});
afterAll(() => app.stop());

const tus = (token: string, headers: Readonly<Record<string, string>> = {}) =>
  personAt(app, token, { 'Tus-Resumable': '1.0.0', ...headers });

function metadata(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

function announce(
  sizeBytes: number,
  what: { readonly token?: string; readonly spot?: string } = {},
): Promise<Answer> {
  const { token = journalist, spot = spotCode } = what;
  return tus(token, {
    'Upload-Length': String(sizeBytes),
    'Upload-Metadata': metadata({ spotCode: spot, filename: 'Fatou.wav' }),
  }).ask('POST', '/desk/uploads');
}

async function opened(sizeBytes: number): Promise<string> {
  const answer = await announce(sizeBytes);
  expect(answer.status, answer.text).toBe(201);
  return answer.headers.get('Location') ?? '';
}

async function offsetOf(address: string): Promise<number> {
  const answer = await tus(journalist).ask('HEAD', address);
  expect(answer.status).toBe(200);
  return Number(answer.headers.get('Upload-Offset'));
}

type Sent = { readonly status: number; readonly text: string };

/** Sends a piece; with `cutAfter` the line breaks when so many of its bytes have left. */
function send(address: string, offset: number, piece: Buffer, cutAfter?: number): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const asked = request(`${app.url}${address}`, {
      method: 'PATCH',
      headers: {
        Authorization: journalist,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(piece.length),
      },
    });
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', (error) => {
      if (cutAfter === undefined) reject(error);
      else resolve({ status: 0, text: '' });
    });
    if (cutAfter === undefined) asked.end(piece);
    else asked.write(piece.subarray(0, cutAfter), () => void turn().then(() => asked.destroy()));
  });
}

async function sendRest(address: string, sound: Buffer): Promise<Sent> {
  let last: Sent = { status: 0, text: '' };
  for (let offset = await offsetOf(address); offset < sound.length; offset += PIECE) {
    last = await send(address, offset, sound.subarray(offset, offset + PIECE));
    if (last.status !== 204) break;
  }
  return last;
}

const incoming = () => {
  const folder = path.join(folders.media, 'incoming');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const versions = () => app.ports.spotVersions.history(spotCode);

/** The spot's newest version is this sound, to the byte. */
async function expectReceived(sound: Buffer): Promise<void> {
  const version = (await versions()).at(-1);
  expect(version).toMatchObject({ masterSizeBytes: sound.length, masterSha256: sha256(sound) });
  const master = readFileSync(app.ports.files.pathOf(version?.masterKey ?? ''));
  expect(master.equals(sound)).toBe(true);
  expect(incoming()).toEqual([]);
}

describe('a sound that comes in pieces', () => {
  it('is whole after the line broke twice in the middle of a piece', async () => {
    const sound = randomBytes(3 * PIECE + 1234);
    const address = await opened(sound.length);
    expect(address).toMatch(/^\/desk\/uploads\/[0-9a-f-]{36}$/);

    await send(address, 0, sound.subarray(0, PIECE), 100_000);
    const first = await offsetOf(address);
    expect(first).toBeLessThanOrEqual(100_000);
    await send(address, first, sound.subarray(first, first + PIECE));
    const second = await offsetOf(address);
    expect(second).toBe(first + PIECE);
    await send(address, second, sound.subarray(second, second + PIECE), 70_000);
    expect(await offsetOf(address)).toBeLessThanOrEqual(second + 70_000);
    expect(await versions()).toEqual([]);

    expect((await sendRest(address, sound)).status).toBe(204);
    await expectReceived(sound);
    expect((await versions())[0]?.uploadedBy).toMatch(/^user:\d+$/);
    // The last answer may have been lost on its way: asked again, it is said again, and nothing comes twice.
    expect(await offsetOf(address)).toBe(sound.length);
    expect(await versions()).toHaveLength(1);
  });

  it('keeps what had come before the line broke', async () => {
    const sound = randomBytes(2 * PIECE);
    const address = await opened(sound.length);
    await send(address, 0, sound.subarray(0, PIECE), 200_000);
    // What the kernel still held when the line broke is lost; the rest is not.
    expect(await offsetOf(address)).toBeGreaterThan(0);
    await sendRest(address, sound);
    await expectReceived(sound);
  });

  it('takes its sender back while the request of the broken line still hangs', async () => {
    const sound = randomBytes(PIECE);
    const address = await opened(sound.length);
    const hanging = request(`${app.url}${address}`, {
      method: 'PATCH',
      headers: {
        Authorization: journalist,
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(sound.length),
      },
    });
    hanging.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      hanging.write(sound.subarray(0, 50_000), () => resolve());
    });
    while (incoming().length === 0) await turn();
    expect(await offsetOf(address)).toBe(50_000);
    hanging.destroy();
    await sendRest(address, sound);
    await expectReceived(sound);
  });

  it('goes on after the server was closed and opened again', async () => {
    const sound = randomBytes(2 * PIECE + 7);
    const address = await opened(sound.length);
    await send(address, 0, sound.subarray(0, PIECE));
    await app.stop();
    app = await open();
    expect(await offsetOf(address)).toBe(PIECE);
    await sendRest(address, sound);
    await expectReceived(sound);
  });

  it('may be sent by any program that speaks tus', async () => {
    const sound = randomBytes(PIECE + 99);
    await new Promise<void>((resolve, reject) => {
      new Upload(sound, {
        endpoint: `${app.url}/desk/uploads`,
        chunkSize: PIECE,
        headers: { Authorization: journalist },
        metadata: { spotCode },
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    await expectReceived(sound);
  });

  it('tells no other site that it may be asked from there, and keeps no name of a file', async () => {
    const address = await opened(10);
    const answer = await tus(journalist, { Origin: 'https://elsewhere.example' }).ask(
      'HEAD',
      address,
    );
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(answer.headers.get('Upload-Metadata')).toBe(metadata({ spotCode }));
    expect((await tus(journalist).ask('DELETE', address)).status).toBe(204);
    expect((await tus(journalist).ask('HEAD', address)).status).toBe(404);
  });

  it('does not go on from a place where it is not', async () => {
    const address = await opened(PIECE);
    expect((await send(address, 10, randomBytes(10))).status).toBe(409);
    expect((await send(address, 0, randomBytes(PIECE + 1))).status).toBe(413);
    expect(await offsetOf(address)).toBe(0);
    await tus(journalist).ask('DELETE', address);
  });
});

describe('an upload', () => {
  it('is not there for anybody else, who may send sounds too', async () => {
    const address = await opened(PIECE);
    const colleague = tus(await app.signIn('yeelen-journalist'), {
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    });
    for (const method of ['HEAD', 'GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? 'somebody else' : undefined;
      expect((await colleague.ask(method, address, body)).status, method).toBe(404);
    }
    expect(await offsetOf(address)).toBe(0);
    const own = await personAt(app, journalist).get(address);
    expect(own.data).toMatchObject({ spotCode, sizeBytes: PIECE, receivedBytes: 0 });
    await tus(journalist).ask('DELETE', address);
  });

  it('is refused before a byte of it has travelled, and says why', async () => {
    const tooLarge = await announce(app.ports.settings.maximumUploadBytes + 1);
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.message).toMatch(/^Le fichier est trop lourd : 50 Mo au plus/);
    const unknown = await announce(1000, { spot: '9999' });
    expect(unknown.status).toBe(404);
    expect(unknown.message).toMatch(/^Le spot 9999 n’existe pas/);
    expect((await announce(0)).status).toBe(422);
    const plain = await personAt(app, journalist).post('/desk/uploads');
    expect(plain.status).toBe(412);
    expect((await tus(journalist).post('/desk/uploads')).status).toBe(400);
    expect(await app.ports.uploads.all()).toSatisfy((all: readonly unknown[]) =>
      all.every((upload) => (upload as { submittedAt: Date | null }).submittedAt !== null),
    );
  });

  it.each(['before the version', 'before the note'] as const)(
    'that came whole is handed in once, though the power went out %s',
    async (at) => {
      const before = (await versions()).length;
      const sound = randomBytes(1000);
      const address = await opened(sound.length);
      accident = at;
      const last = await send(address, 0, sound);
      // Not received: nobody said so.
      expect(last.status).toBe(500);
      expect(last.text).toContain('reprendra');
      expect((await app.runDue()).failed).toEqual([]);
      await expectReceived(sound);
      await app.runDue();
      expect(await versions()).toHaveLength(before + 1);
      expect(await offsetOf(address)).toBe(sound.length);
      expect(await versions()).toHaveLength(before + 1);
    },
  );

  it('that came whole is handed in when its sender asks, before the answer says so', async () => {
    const sound = randomBytes(1000);
    const address = await opened(sound.length);
    accident = 'before the version';
    await send(address, 0, sound);
    expect(await offsetOf(address)).toBe(sound.length);
    await expectReceived(sound);
  });

  it('waits thirty days for its sender, and no longer', async () => {
    const address = await opened(PIECE);
    await send(address, 0, randomBytes(500));
    const start = app.ports.system.now().getTime();
    try {
      app.setClock(new Date(start + 29 * DAY_MS));
      await app.runDue();
      expect(await offsetOf(address)).toBe(500);
      app.setClock(new Date(start + 31 * DAY_MS));
      expect((await tus(journalist).ask('HEAD', address)).status).toBe(404);
      expect(incoming()).toHaveLength(1);
      await app.runDue();
      expect(incoming()).toEqual([]);
      expect(await app.ports.uploads.all()).toEqual([]);
    } finally {
      app.setClock(null);
    }
  });
});
