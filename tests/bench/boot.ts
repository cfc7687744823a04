/**
 * What this house costs over a bare Strapi of the same version: time to the first healthy answer, memory when idle.
 *
 * Fair because both run on the same packages, Node, machine and minute, in production mode, with SQLite and the same built
 * admin panel, each on a database that one unmeasured start has made; the two take turns, and the seed decides who begins.
 * Idle is the resident memory of the process, three seconds after it was healthy. The bare one has no content types, no
 * users-permissions plugin and no workers; this one runs with all of its own, examples included.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { startServerProcess, type ServerRequest } from '../helpers/server-process';
import { writeBareStrapi } from './bare-strapi';
import { median, seedFrom } from './statistics';

const ROUNDS = 5;
const SETTLE_MILLISECONDS = 3_000;

type Reading = { readonly bootMilliseconds: number; readonly idleBytes: number };

function residentBytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}

async function measure(request: ServerRequest): Promise<Reading> {
  const server = await startServerProcess(request);
  try {
    await pause(SETTLE_MILLISECONDS);
    return { bootMilliseconds: server.bootMilliseconds, idleBytes: residentBytes(server.pid) };
  } finally {
    await server.stop();
  }
}

function applications(folder: string): { yeelen: ServerRequest; bare: ServerRequest } {
  const project = path.resolve(__dirname, '..', '..');
  const bare = path.join(folder, 'bare');
  writeBareStrapi(bare, project);
  const media = path.join(folder, 'media');
  const data = path.join(folder, 'data');
  for (const made of [media, data]) mkdirSync(made);
  const secrets = makeSecrets();
  return {
    yeelen: {
      appDir: project,
      distDir: path.join(project, 'dist'),
      env: { ...secrets, DATA_DIR: data, MEDIA_DIR: media, DATABASE_CLIENT: 'sqlite' },
    },
    bare: { appDir: bare, distDir: bare, env: { ...secrets, DATA_DIR: path.join(bare, 'data') } },
  };
}

async function main(): Promise<void> {
  const seed = seedFrom(process.argv);
  const folder = mkdtempSync(path.join(tmpdir(), 'yeelen-bench-boot-'));
  try {
    const apps = applications(folder);
    const turns = seed % 2 === 1 ? (['bare', 'yeelen'] as const) : (['yeelen', 'bare'] as const);
    const readings: Record<'yeelen' | 'bare', Reading[]> = { yeelen: [], bare: [] };
    for (const name of turns) await measure(apps[name]);
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const name of turns) {
        const reading = await measure(apps[name]);
        readings[name].push(reading);
        const { bootMilliseconds, idleBytes } = reading;
        const megabytes = (idleBytes / 1e6).toFixed(0);
        console.log(
          `${round}/${ROUNDS} ${name}: ${bootMilliseconds.toFixed(0)} ms, ${megabytes} MB`,
        );
      }
    }
    const boots = (name: 'yeelen' | 'bare') =>
      readings[name].map((one) => Math.round(one.bootMilliseconds));
    const idles = (name: 'yeelen' | 'bare') => readings[name].map((one) => one.idleBytes);
    const ratio = (ours: number[], theirs: number[]) =>
      Math.round((median(ours) / median(theirs)) * 1000) / 1000;
    console.log(
      JSON.stringify({
        bench: 'boot',
        bootToBare: ratio(boots('yeelen'), boots('bare')),
        idleToBare: ratio(idles('yeelen'), idles('bare')),
        bootMilliseconds: median(boots('yeelen')),
        bareBootMilliseconds: median(boots('bare')),
        idleBytes: median(idles('yeelen')),
        bareIdleBytes: median(idles('bare')),
        rounds: ROUNDS,
        seed,
        readings,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
