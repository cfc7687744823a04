import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createGammuSmsGateway } from '../../../src/adapters/gammu';
import { sign } from '../../../src/web/sms';

const SECRET = 'un secret de plus de trente-deux lettres';
const NUMBER = '+22376123456';
const SCRIPT = path.resolve(import.meta.dirname, '..', '..', '..', 'scripts', 'hand-in-sms.mjs');
const HAS_GAMMU = spawnSync('gammu-smsd', ['--version']).status === 0;

type HandedIn = { readonly id: string; readonly from: string; readonly text: string };

let folder: string;
let server: Server;
let settingsFile: string;
/** What came to the door, properly signed. */
let handedIn: HandedIn[];
/** What the door answers. */
let status: number;
const at = (...names: string[]) => path.join(folder, ...names);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yeelen-gammu-'));
  for (const name of ['inbox', 'outbox', 'error']) await mkdir(at(name));
  handedIn = [];
  status = 200;
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const timestamp = String(request.headers['x-sms-timestamp']);
      const isSigned = request.headers['x-sms-signature'] === sign(SECRET, timestamp, body);
      if (isSigned && request.url === '/sms/inbound') {
        handedIn.push(JSON.parse(body.toString()) as HandedIn);
      }
      response.statusCode = isSigned ? status : 401;
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  settingsFile = at('yeelen-sms.env');
  await writeSettings(SECRET);
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

async function writeSettings(secret: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const lines = [
    `YEELEN_URL=http://127.0.0.1:${port}`,
    `SMS_INBOUND_SECRET=${secret}`,
    `SMS_INBOX=${at('inbox')}`,
  ];
  await writeFile(settingsFile, lines.join('\n'));
}

/** A message as the program leaves it: UTF-16, most significant byte first, a zero at the end. */
async function received(text: string, part = '00', second = '01'): Promise<void> {
  const name = `IN20261201_1900${second}_00_${NUMBER}_${part}.txt`;
  await writeFile(at('inbox', name), Buffer.from(`\ufeff${text}\0`, 'utf16le').swap16());
}

function handIn(): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, settingsFile], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr });
    });
  });
}

describe('a text message that came in', () => {
  it('is handed in, signed, and then deleted; a long one in one piece', async () => {
    await received('OK 104 émetteur');
    await received('NON 104 3 ', '00', '05');
    await received('COURANT', '01', '05');
    await writeFile(at('inbox', 'LISEZMOI.txt'), 'not a message');
    expect(await handIn()).toEqual({ code: 0, said: '' });
    expect(handedIn).toEqual([
      { id: `IN20261201_190001_00_${NUMBER}`, from: NUMBER, text: 'OK 104 émetteur' },
      { id: `IN20261201_190005_00_${NUMBER}`, from: NUMBER, text: 'NON 104 3 COURANT' },
    ]);
    expect(await readdir(at('inbox'))).toEqual(['LISEZMOI.txt']);
  });

  it.each([
    ['the server fails', 500],
    ['the door is closed', 503],
  ])('stays for the next time when %s, under the same id', async (_, answered) => {
    await received('OK 104');
    status = answered;
    const first = await handIn();
    expect(first.code).toBe(1);
    expect(first.said).toContain(String(answered));
    expect(first.said).not.toMatch(/76123456|OK 104/);
    status = 200;
    expect((await handIn()).code).toBe(0);
    expect(new Set(handedIn.map(({ id }) => id)).size).toBe(1);
    expect(await readdir(at('inbox'))).toEqual([]);
  });

  it('stays when the secrets differ, or Yeelen does not run', async () => {
    await received('OK 104');
    await writeSettings('another secret of more than thirty-two letters');
    expect(await handIn()).toMatchObject({
      code: 1,
      said: expect.stringContaining('401') as string,
    });
    await writeFile(settingsFile, (await readFile(settingsFile, 'utf8')).replace(/:\d+$/m, ':9'));
    expect(await handIn()).toMatchObject({ code: 1 });
    expect(await readdir(at('inbox'))).toHaveLength(1);
  });

  it('that can never be taken is given up', async () => {
    await received('x'.repeat(100));
    status = 422;
    expect((await handIn()).code).toBe(0);
    expect(await readdir(at('inbox'))).toEqual([]);
  });

  it('waits while a setting is missing, which is named', async () => {
    await writeFile(settingsFile, 'SMS_INBOX=/tmp');
    expect(await handIn()).toEqual({
      code: 1,
      said: expect.stringContaining('YEELEN_URL') as string,
    });
  });
});

describe('a reply', () => {
  const reply = (what = {}) => ({ to: NUMBER, text: 'Merci.', idempotencyKey: 'k-1', ...what });

  it('is one file, however often it is handed over', async () => {
    const gateway = createGammuSmsGateway(at('outbox'));
    expect(await gateway.send(reply())).toBe('accepted');
    expect(await gateway.send(reply())).toBe('accepted');
    expect(await gateway.send(reply({ idempotencyKey: 'k-2' }))).toBe('accepted');
    const names = await readdir(at('outbox'));
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^OUTC\d{8}_\d{6}_00_\+22376123456_[0-9a-f]{16}\.txt$/);
  });

  it('is refused without a folder, or to something that is no number', async () => {
    expect(await createGammuSmsGateway(at('nowhere')).send(reply())).toBe('failed');
    const gateway = createGammuSmsGateway(at('outbox'));
    expect(await gateway.send(reply({ to: '../../x' }))).toBe('failed');
    expect(await readdir(at('outbox'))).toEqual([]);
  });
});

/** gammu-smsd of Debian with its dummy telephone, a folder; what it sends it tells a file of ours. */
async function startGammu(): Promise<ChildProcess> {
  for (const place of ['1', '2', '3', '4', '5']) {
    await mkdir(at('phone', 'sms', place), { recursive: true });
  }
  const sent = `printf '%s %s' "$SMS_1_NUMBER" "$SMS_1_TEXT" > ${at('sent.part')} && mv ${at('sent.part')} ${at('sent')}`;
  await writeFile(at('sent.sh'), sent);
  await writeFile(
    at('smsdrc'),
    [
      '[gammu]',
      `port = ${at('phone')}`,
      'model = dummy',
      'connection = none',
      '[smsd]',
      'service = files',
      `inboxpath = ${at('inbox')}/`,
      `outboxpath = ${at('outbox')}/`,
      `errorsmspath = ${at('error')}/`,
      'inboxformat = unicode',
      `runonreceive = ${process.execPath} ${SCRIPT} ${settingsFile}`,
      `runonsent = /bin/sh ${at('sent.sh')}`,
      'debuglevel = 0',
      `logfile = ${at('log')}`,
      'loopsleep = 1',
      'receivefrequency = 1',
      'checksecurity = 0',
    ].join('\n'),
  );
  return spawn('gammu-smsd', ['-c', at('smsdrc')], {
    stdio: 'ignore',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

function inPhone(text: string): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
  return [
    '[Backup]',
    'Format=1.07',
    '[SMSBackup000]',
    'SMSC = "+22300000000"',
    'Sent = 20261201T190000',
    'State = UnRead',
    `Number = "${NUMBER}"`,
    `Text00 = ${hex}`,
    'Coding = Unicode',
    'Folder = 1',
    `Length = ${text.length}`,
    'Class = -1',
  ].join('\n');
}

const told = { timeout: 30_000, interval: 50 };

describe.skipIf(!HAS_GAMMU)('gammu-smsd of Debian, with its dummy telephone', () => {
  it('hands in what the telephone receives, and sends what the server replies', async () => {
    const daemon = await startGammu();
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    try {
      await writeFile(at('phone', 'sms', '1', '1'), inPhone('NON 104 3 émetteur'));
      await vi.waitFor(() => expect(handedIn).toHaveLength(1), told);
      expect(handedIn[0]).toMatchObject({ from: NUMBER, text: 'NON 104 3 émetteur' });
      await vi.waitFor(async () => expect(await readdir(at('inbox'))).toEqual([]), told);

      const gateway = createGammuSmsGateway(at('outbox'));
      const text = 'KAY 01/12 : ligne 3 notée. Merci.';
      expect(await gateway.send({ to: NUMBER, text, idempotencyKey: 'k' })).toBe('accepted');
      await vi.waitFor(async () => {
        expect(await readFile(at('sent'), 'utf8')).toBe(`${NUMBER} ${text}`);
      }, told);
      await vi.waitFor(async () => expect(await readdir(at('outbox'))).toEqual([]), told);
      expect(await readdir(at('error'))).toEqual([]);
    } finally {
      daemon.kill();
      await ended;
    }
  }, 90_000);
});
