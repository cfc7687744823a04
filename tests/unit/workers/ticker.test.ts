import { Readable } from 'node:stream';
import { getTasks } from 'node-cron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { submitRecording } from '../../../src/use-cases/audio';
import { PARTS, startTicker, type Part } from '../../../src/workers';
import { buildEngine } from '../../helpers/audio-engine';
import { buildProfile, buildSpot } from '../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../helpers/test-ports';

let story: TestPorts;
let measured: number;
beforeEach(async () => {
  measured = 0;
  story = await openTestPorts({
    content: { spots: [buildSpot()], profiles: [buildProfile()] },
    audio: {
      toolchain: buildEngine().toolchain,
      render: () => Promise.reject(new Error('not reached')),
      measure: async () => {
        measured += 1;
        return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
      },
    },
  });
});
afterEach(() => story.close());

const upload = () =>
  submitRecording(story.ports, {
    spotCode: '0042',
    content: Readable.from([Buffer.from('text renamed .mp3')]),
    by: 'user:journalist',
  });
const failOnError = (part: Part, error: unknown) => {
  throw new Error(`${part} failed`, { cause: error });
};
const jobStates = async () => (await story.ports.jobs.all()).map(({ state }) => state);

/** The ticker works in the background: as soon as it is done, and at the latest when the machine is very busy. */
const eventually = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 });

describe('the ticker', { timeout: 30_000 }, () => {
  it('looks once at its start for what fell due while it was away', async () => {
    await upload();
    const ticker = startTicker(story.ports, { onError: failOnError });
    await eventually(async () => expect(await jobStates()).toEqual(['done']));
    await ticker.stop();
    expect(measured).toBe(1);
    expect((await story.ports.spotVersions.latest('0042'))?.state).toBe('refused');
  });

  it('looks at once when it is woken', async () => {
    const ticker = startTicker(story.ports, { onError: failOnError });
    await upload();
    ticker.wake();
    await eventually(async () => expect(await jobStates()).toEqual(['done']));
    await ticker.stop();
  });

  it('stops after the work in hand and leaves no heartbeat behind', async () => {
    await upload();
    const before = getTasks().size;
    const ticker = startTicker(story.ports, { onError: failOnError });
    expect(getTasks().size).toBe(before + PARTS.length);
    await ticker.stop();
    expect(getTasks().size).toBe(before);
    expect(await jobStates()).not.toContain('running');
    await upload();
    ticker.wake();
    await ticker.stop();
    expect(await jobStates()).toContain('queued');
  });

  it('tells what failed and goes on', async () => {
    const errors: Part[] = [];
    const { jobs } = story.ports;
    let isBroken = true;
    const claimNext: typeof jobs.claimNext = (...asked) =>
      isBroken ? Promise.reject(new Error('database is locked')) : jobs.claimNext(...asked);
    const ports = { ...story.ports, jobs: { ...jobs, claimNext } };
    const ticker = startTicker(ports, { onError: (part) => errors.push(part) });
    await eventually(() => expect(errors).toEqual(['jobs']));
    isBroken = false;
    await upload();
    ticker.wake();
    await eventually(async () => expect(await jobStates()).toEqual(['done']));
    await ticker.stop();
  });
});
