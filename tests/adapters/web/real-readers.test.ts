import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { issueDeliveryToken } from '../../../src/use-cases/delivery';
import { openWorld, type World } from './world';

const run = promisify(execFile);

/** Programs of Debian; a story passes over those that are not installed. */
const HAS = {
  liquidsoap: starts('liquidsoap', ['--version']),
  icalendar: spawnSync('/usr/bin/python3', ['-c', 'import icalendar']).status === 0,
  podget: starts('podget', ['-V']),
  bsdtar: starts('bsdtar', ['--version']),
  sevenZip: starts('7zz', ['i']),
};

function starts(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

const NAMES = ['0042', '0043'].map((code) => `KAY-${code}_v1_FR_20261201-20261231_030s.mp3`);

let world: World;
let feed: string;
let bundle: string;

beforeEach(async () => {
  world = await openWorld();
  for (const code of ['0042', '0043']) {
    await world.addSpot({ code, spot: { title: 'Ka bɔ so ani ka ɲɛnini kɛ' } });
    await world.addSlot({ id: `slot-${code}`, spotCode: code });
  }
  feed = await linkFor('feed');
  bundle = await linkFor('bundle');
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

async function linkFor(purpose: 'feed' | 'bundle'): Promise<string> {
  const by = 'user:manager';
  const asked = { stationCode: 'KAY', purpose, label: 'Programme du studio', by } as const;
  const issued = await issueDeliveryToken(world.ports, asked);
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  return `/d/${issued.secret}`;
}

/** Puts what the door gives into the folder of the story. */
async function fetched(address: string, name: string): Promise<string> {
  const answer = await world.fetch(address);
  expect(answer.status).toBe(200);
  const file = join(world.folder, name);
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

/** The feed names its sounds under the public address, where nobody listens here. */
async function atThisAddress(feedText: string) {
  const text = feedText.replaceAll(world.ports.settings.publicUrl, world.address);
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8');
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/podcast.xml`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('the lists, read by programs of Debian', () => {
  it.skipIf(!HAS.liquidsoap)(
    'liquidsoap finds both files beside an M3U and an M3U8',
    async () => {
      const lists = [
        await fetched(`${feed}/playlist.m3u`, 'liste.m3u'),
        await fetched(`${feed}/playlist.m3u8`, 'liste.m3u8'),
      ];
      const script = [
        'settings.init.allow_root.set(true)',
        'def show(file) = list.iter(fun (entry) -> print(entry), playlist.parse(file)) end',
        ...lists.map((file) => `show("${file}")`),
        // It ends only by itself, and only when something could be heard.
        'output.dummy(blank())',
        'shutdown()',
      ];
      const liq = join(world.folder, 'read.liq');
      await writeFile(liq, script.join('\n'));
      const { stdout } = await run('liquidsoap', [liq], { timeout: 60_000 });
      const entries = stdout.split('\n').filter((line) => line.includes('.mp3'));
      expect(entries.map((line) => /([^/"]+\.mp3)/.exec(line)?.[1])).toEqual([...NAMES, ...NAMES]);
      expect(entries[2]).toContain('0042 Ka bɔ so ani ka ɲɛnini kɛ');
    },
    90_000,
  );

  it.skipIf(!HAS.icalendar)('python3-icalendar reads the windows of the calendar', async () => {
    const file = await fetched(`${feed}/calendrier.ics`, 'calendrier.ics');
    const script =
      'import icalendar,sys\n' +
      'for e in icalendar.Calendar.from_ical(open(sys.argv[1],"rb").read()).walk("VEVENT"):\n' +
      ' print(e["DTSTART"].dt.isoformat(), e["SUMMARY"])';
    const { stdout } = await run('/usr/bin/python3', ['-c', script, file], {
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT07:00:00\+00:00 004[23] Ka bɔ so ani ka ɲɛnini kɛ/);
  });

  it.skipIf(!HAS.podget)(
    'podget subscribes to the podcast and fetches both sounds whole',
    async () => {
      const home = join(world.folder, 'home');
      const settings = join(home, 'settings');
      await mkdir(settings, { recursive: true });
      const podcast = await atThisAddress(await (await world.fetch(`${feed}/podcast.xml`)).text());
      await writeFile(join(settings, 'serverlist'), `${podcast.address} Essai Kayes\n`);
      await run('podget', ['-d', settings, '-r', '5'], {
        env: { ...process.env, HOME: home },
        timeout: 60_000,
      }).finally(podcast.close);
      const sounds = await readdir(join(home, 'POD', 'Essai', 'Kayes'));
      expect(sounds.sort()).toEqual(NAMES);
    },
    90_000,
  );
});

describe('the archive, read by programs of Debian', () => {
  it.skipIf(!HAS.bsdtar)('bsdtar unpacks every file', async () => {
    const file = await fetched(`${bundle}/bundle.zip`, 'lot.zip');
    const { stdout } = await run('bsdtar', ['-tf', file]);
    expect(stdout.split('\n').filter((name) => name.endsWith('.mp3'))).toEqual(NAMES);
    await run('bsdtar', ['-xf', file, '-C', world.folder]);
    expect(await readdir(world.folder)).toEqual(expect.arrayContaining([...NAMES, 'LISEZMOI.txt']));
  });

  it.skipIf(!HAS.sevenZip)('7-Zip finds no fault in it', async () => {
    const file = await fetched(`${bundle}/bundle.zip`, 'lot.zip');
    const { stdout } = await run('7zz', ['t', file]);
    expect(stdout).toContain('Everything is Ok');
    expect(stdout).not.toMatch(/Warning/i);
  });
});
