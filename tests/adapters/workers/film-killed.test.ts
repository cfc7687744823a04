import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createDiskFileStore } from '../../../src/adapters/storage';
import { findAudiogram, requestAudiogram } from '../../../src/use-cases/audiogram';
import { LEASE_SECONDS, runJobs } from '../../../src/workers/run-jobs';
import { wav } from '../../fixtures/audio/sounds';
import { FILM_PROFILE, FILM_SPOT, filmPorts, placeSound } from '../../helpers/film-story';
import type { JobWorkerOrder } from '../../helpers/job-worker';
import { openTestPorts, type TestPorts } from '../../helpers/test-ports';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Real ffmpeg work, niced, on a machine that does other things too. */
const PATIENCE_MS = 180_000;
const WORKER = join(ROOT, 'tests', 'helpers', 'film-worker.ts');

let story: TestPorts;
beforeEach(async () => {
  story = await openTestPorts({
    ...filmPorts(),
    content: { spots: [FILM_SPOT], profiles: [FILM_PROFILE] },
  });
});
afterEach(() => story.close());

/** Runs a worker until ffmpeg is in the middle of the film, then cuts the power of both. */
async function killHalfWay(): Promise<void> {
  const order: JobWorkerOrder = {
    databaseFile: story.databaseFile,
    folder: story.folder,
    now: story.clock.now().toISOString(),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, JSON.stringify(order)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, ffmpeg included.
    detached: true,
  });
  const ended = once(child, 'exit');
  const said: unknown[] = await Promise.race([once(child.stdout, 'data'), ended]);
  expect(String(said[0])).toContain('making');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
}

async function films(): Promise<string[]> {
  const entries = await readdir(story.folder, { recursive: true });
  return entries.filter((name) => name.includes('mp4') && !name.startsWith('.scratch'));
}

describe('a film whose worker is killed half-way', () => {
  it(
    'leaves no half file, and is made by the next worker, once',
    async () => {
      await placeSound(story.ports, { bytes: wav({ parts: [{ voice: 6, peakDbfs: -6 }] }) });
      const asked = { spotCode: '0042', shape: 'square', by: 'user:journalist' } as const;
      const requested = await requestAudiogram(story.ports, asked);
      if (requested.kind !== 'requested') throw new Error(requested.kind);
      const { id } = requested.audiogram;

      await killHalfWay();
      expect(await films()).toEqual([]);
      expect((await story.ports.audiograms.byId(id))?.state).toBe('making');
      expect(await findAudiogram(story.ports, id)).toBeNull();
      // The server starts again.
      await createDiskFileStore(story.folder).sweepScratch();

      story.clock.advance({ seconds: LEASE_SECONDS });
      expect(await runJobs(story.ports)).toEqual({ done: 1, toRetry: 0, givenUp: 0, lost: 0 });
      expect(await findAudiogram(story.ports, id)).toMatchObject({ state: 'ready' });
      expect(await films()).toEqual([`audiograms/0042/${id}.mp4`]);

      // Asked for again it is there already, and no work is done.
      const again = await requestAudiogram(story.ports, asked);
      expect(again).toMatchObject({ audiogram: { id, state: 'ready' } });
      expect((await runJobs(story.ports)).done).toBe(0);
    },
    PATIENCE_MS,
  );
});
