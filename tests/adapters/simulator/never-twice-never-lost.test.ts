import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';
import { expect, it } from 'vitest';

import { approvePost, publishDue } from '../../../src/use-cases/social';
import { seededChance } from '../../helpers/chance';
import { openTestDatabase } from '../../helpers/database';
import {
  endPauses,
  POSTS_A_ROUND,
  ROUND_MINUTES,
  STORM_START,
  stormPorts,
  stormPosts,
} from '../../helpers/social-storm';
import type { StormOrder, StormPlace } from '../../helpers/social-storm';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HELPERS = join(ROOT, 'tests', 'helpers');

const SEED = 20261201;
const ROUNDS = 6;
const WORKERS = 3;

const afterRounds = (rounds: number) =>
  new Date(STORM_START.getTime() + rounds * ROUND_MINUTES * 60_000);

/** The worker as one file: eighteen processes start, and reading it anew each time would take most of the time. */
async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'social-worker.cjs');
  await build({
    entryPoints: [join(HELPERS, 'social-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    define: { 'import.meta.dirname': JSON.stringify(HELPERS) },
  });
  return outfile;
}

function start(worker: string, order: StormOrder): ChildProcess {
  return spawn(process.execPath, [worker, JSON.stringify(order)], {
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function isReady(worker: ChildProcess): Promise<void> {
  if (worker.stdout !== null) await once(worker.stdout, 'data');
}

/** Lets one process begin, and kills it, by its own id, a moment after so many dots. */
async function beginAndKill(worker: ChildProcess, dots: number, laterMs: number): Promise<void> {
  let seen = 0;
  const isFarEnough = new Promise<void>((resume) => {
    worker.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen >= dots) resume();
    });
  });
  worker.stdin?.write('begin\n');
  await isFarEnough;
  await new Promise((resume) => setTimeout(resume, laterMs));
  const isOver = once(worker, 'exit');
  worker.kill('SIGKILL');
  await isOver;
}

/** What the network holds of each text, by its own ledger. */
function count(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

it(
  'publishes every post once, whatever is killed at whatever moment',
  { timeout: 60_000 },
  async () => {
    const chance = seededChance(SEED);
    const database = await openTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'yeelen-storm-'));
    const place: StormPlace = {
      databaseFile: database.file,
      wallFolder: join(folder, 'wall'),
      mediaFolder: join(folder, 'media'),
    };
    const workerFile = await bundleWorker(folder);
    const posts = stormPosts(ROUNDS * POSTS_A_ROUND);
    let now = new Date(STORM_START.getTime() - 60_000);
    const { ports, channel } = stormPorts(database.knex, place, posts, () => now);
    for (const { code } of posts) {
      const answer = await approvePost(ports, code, 'user:manager');
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    }
    const expected = (await ports.deliveries.all()).map(({ content }) => content.text);
    expect(expected).toHaveLength(ROUNDS * POSTS_A_ROUND * 2);

    // Rounds in which several processes share everything and all die; the next one starts after their claims ran out.
    let kills = 0;
    let diedInACall = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const workers = Array.from({ length: WORKERS }, () =>
        start(workerFile, {
          ...place,
          postCount: posts.length,
          startsAt: afterRounds(round).toISOString(),
          seed: Math.floor(chance() * 2 ** 31),
        }),
      );
      // They begin together: the same rows are due for all of them.
      await Promise.all(workers.map(isReady));
      await Promise.all(
        workers.map((worker) => beginAndKill(worker, 1 + Math.floor(chance() * 16), chance() * 15)),
      );
      kills += workers.length;
      diedInACall += (await ports.deliveries.living()).filter(
        ({ state, claim }) => state === 'sending' && claim !== null,
      ).length;
    }

    // The storm is over. One process settles what is left, time driven forward.
    for (let beat = 0; (await ports.deliveries.living()).length > 0; beat += 1) {
      if (beat > 200) throw new Error('Something is never settled.');
      now = new Date(afterRounds(ROUNDS).getTime() + beat * 60_000);
      await endPauses(ports);
      expect((await publishDue(ports, now)).troubles).toEqual([]);
    }

    // Only the network's own ledger counts.
    const wall = await channel.wallEntries();
    const counts = count(wall.map(({ text }) => text));
    const doubles = expected.filter((text) => (counts.get(text) ?? 0) > 1);
    const lost = expected.filter((text) => !counts.has(text));
    expect({ doubles, lost }).toEqual({ doubles: [], lost: [] });

    // And our rows tell the same story.
    const rows = await ports.deliveries.all();
    expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(rows.map(({ remoteId }) => remoteId).sort()).toEqual(
      wall.map(({ remoteId }) => remoteId).sort(),
    );

    // The storm was one: processes died in the middle of calls, and more calls were made than posts.
    expect(kills).toBe(ROUNDS * WORKERS);
    expect(diedInACall).toBeGreaterThan(3);
    const calls = rows.reduce((sum, { attempts }) => sum + attempts, 0);
    expect(calls).toBeGreaterThan(expected.length);

    await database.close();
    await rm(folder, { recursive: true, force: true });
  },
);
