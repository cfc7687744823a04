import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { submitRecording } from '../../../src/use-cases/audio';
import { LEASE_SECONDS, runJobs } from '../../../src/workers/run-jobs';
import { buildEngine } from '../../helpers/audio-engine';
import { buildProfile, buildSpot } from '../../helpers/builders';
import type { JobWorkerOrder } from '../../helpers/job-worker';
import { openTestPorts, type TestPorts } from '../../helpers/test-ports';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const WORKER = join(ROOT, 'tests', 'helpers', 'job-worker.ts');

let story: TestPorts;
beforeEach(async () => {
  story = await openTestPorts({
    content: { spots: [buildSpot()], profiles: [buildProfile()] },
    audio: buildEngine(),
  });
});
afterEach(() => story.close());

/** Runs a worker until it is in the middle of its job, then cuts its power. */
async function killHalfWay(): Promise<void> {
  const order: JobWorkerOrder = {
    databaseFile: story.databaseFile,
    folder: story.folder,
    now: story.clock.now().toISOString(),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, JSON.stringify(order)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: unknown[] = await Promise.race([once(child.stdout, 'data'), ended]);
  expect(String(said[0])).toBe('measuring\n');
  child.kill('SIGKILL');
  await ended;
}

describe('a worker that is killed half-way', () => {
  it('leaves its job to the next one, and nothing is lost, doubled or half-written', async () => {
    const received = await submitRecording(story.ports, {
      spotCode: '0042',
      content: Readable.from([Buffer.from('a recording')]),
      by: 'user:journalist',
    });
    if (received.kind !== 'received') throw new Error(received.kind);
    const { id } = received.version;

    await killHalfWay();
    expect(await story.ports.jobs.all()).toMatchObject([{ state: 'running', attempts: 1 }]);
    story.clock.advance({ seconds: LEASE_SECONDS - 1 });
    expect((await runJobs(story.ports)).done).toBe(0);

    // The second worker takes over and is killed in its turn.
    story.clock.advance({ seconds: 1 });
    await killHalfWay();
    expect(await story.ports.jobs.all()).toMatchObject([{ state: 'running', attempts: 2 }]);

    story.clock.advance({ seconds: LEASE_SECONDS });
    expect(await runJobs(story.ports)).toEqual({ done: 1, toRetry: 0, givenUp: 0, lost: 0 });
    expect((await story.ports.spotVersions.byId(id))?.state).toBe('ready');
    expect(await story.ports.renditions.ofVersion(id)).toHaveLength(1);
    const files = await readdir(join(story.folder, 'renditions'), { recursive: true });
    expect(files.filter((name) => name.endsWith('.mp3'))).toHaveLength(1);
  });
});
