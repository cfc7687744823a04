import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AudioEngine } from '../../../src/composition/ports';
import { prepareMissing, submitRecording } from '../../../src/use-cases/audio';
import { runDue } from '../../../src/workers';
import {
  ENGINE_WAIT_SECONDS,
  LEASE_SECONDS,
  MAXIMUM_ATTEMPTS,
  MAXIMUM_CLAIMS,
  retrySeconds,
  runJobs,
} from '../../../src/workers/run-jobs';
import { buildEngine } from '../../helpers/audio-engine';
import { buildProfile, buildSpot } from '../../helpers/builders';
import { openTestPorts, unprepared, type TestPorts } from '../../helpers/test-ports';

let told: { measure?: () => Promise<void> };
let story: TestPorts;
beforeEach(async () => {
  told = {};
  story = await openTestPorts({
    content: { spots: [buildSpot()], profiles: [buildProfile()] },
    audio: buildEngine(told),
  });
});
afterEach(() => story.close());

const upload = async () => {
  const answer = await submitRecording(story.ports, {
    spotCode: '0042',
    content: Readable.from([Buffer.from('a recording')]),
    by: 'user:journalist',
  });
  if (answer.kind !== 'received') throw new Error(answer.kind);
  return answer.version.id;
};
const stateOf = async (versionId: string) =>
  (await story.ports.spotVersions.byId(versionId))?.state;

describe('a round of work', { timeout: 30_000 }, () => {
  it('prepares what was uploaded', async () => {
    const versionId = await upload();
    const report = await runDue(story.ports);
    expect(report.jobs).toEqual({ done: 1, toRetry: 0, givenUp: 0, lost: 0 });
    expect(report.failed).toEqual([]);
    expect(await stateOf(versionId)).toBe('ready');
    expect(await story.ports.renditions.ofVersion(versionId)).toHaveLength(1);
  });

  it('goes on after a worker was killed half-way, once its lease has run out', async () => {
    const versionId = await upload();
    // The first worker gets as far as the engine and never comes back.
    let engineCalls = 0;
    let letGo: () => void = () => undefined;
    told.measure = () => {
      engineCalls += 1;
      return engineCalls === 1
        ? new Promise((resolve) => {
            letGo = resolve;
          })
        : Promise.resolve();
    };
    const killed = runJobs(story.ports);
    while (engineCalls === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await stateOf(versionId)).toBe('checking');

    story.clock.advance({ seconds: LEASE_SECONDS - 1 });
    expect((await runJobs(story.ports)).done).toBe(0);
    story.clock.advance({ seconds: 1 });
    expect((await runJobs(story.ports)).done).toBe(1);
    expect(await stateOf(versionId)).toBe('ready');
    expect(await story.ports.renditions.ofVersion(versionId)).toHaveLength(1);

    // Were it only slow and not dead, it would find that the job is no longer its own.
    letGo();
    expect(await killed).toMatchObject({ done: 0, lost: 1 });
    expect(await story.ports.renditions.ofVersion(versionId)).toHaveLength(1);
  });

  it('keeps the lease of a long recording while the engine comes further', async () => {
    await upload();
    const leases: (Date | null | undefined)[] = [];
    told.measure = async () => {
      story.clock.advance({ seconds: 50 });
    };
    const { audio } = story.ports;
    const slow: AudioEngine = {
      ...audio,
      async render(...order) {
        leases.push((await story.ports.jobs.all())[0]?.leaseUntil);
        return audio.render(...order);
      },
    };
    const begun = story.clock.now();
    expect((await runJobs({ ...story.ports, audio: slow })).done).toBe(1);
    expect(leases).toEqual([new Date(begun.getTime() + (50 + LEASE_SECONDS) * 1000)]);
  });

  it('tries a job again that failed, later each time, and gives up with the reason', async () => {
    const versionId = await upload();
    told.measure = () => Promise.reject(new Error('No space left on device'));
    const errors: unknown[] = [];
    const round = () => runJobs(story.ports, { onError: (error) => errors.push(error) });
    for (let attempt = 1; attempt < MAXIMUM_ATTEMPTS; attempt += 1) {
      expect(await round()).toMatchObject({ toRetry: 1 });
      story.clock.advance({ seconds: retrySeconds(attempt) - 1 });
      expect(await round()).toMatchObject({ toRetry: 0, givenUp: 0 });
      story.clock.advance({ seconds: 1 });
    }
    expect(await round()).toMatchObject({ givenUp: 1 });
    expect(errors).toHaveLength(MAXIMUM_ATTEMPTS);
    expect(await story.ports.spotVersions.byId(versionId)).toMatchObject({
      state: 'failed',
      failure: 'No space left on device',
    });
    expect(await story.ports.jobs.all()).toMatchObject([{ state: 'failed' }]);
  });

  it('lets a recording wait, for days if need be, while there is no engine', async () => {
    const versionId = await upload();
    const { audio } = story.ports;
    const missing: AudioEngine = {
      ...audio,
      toolchain: () => Promise.reject(new Error('No ffmpeg')),
    };
    for (let round = 0; round < MAXIMUM_CLAIMS + 3; round += 1) {
      const report = await runJobs({ ...story.ports, audio: missing });
      expect(report).toMatchObject({ toRetry: 1, givenUp: 0 });
      story.clock.advance({ seconds: ENGINE_WAIT_SECONDS });
    }
    expect(await stateOf(versionId)).toBe('received');
    expect((await runJobs(story.ports)).done).toBe(1);
    expect(await stateOf(versionId)).toBe('ready');
  });

  it('gives up a job that loses its worker every time', async () => {
    const versionId = await upload();
    for (let claim = 0; claim < MAXIMUM_CLAIMS; claim += 1) {
      const now = story.clock.now();
      await story.ports.jobs.claimNext(now, `dead-${claim}`, new Date(now.getTime() + 1000));
      story.clock.advance({ seconds: 1 });
    }
    expect(await runJobs(story.ports)).toMatchObject({ givenUp: 1 });
    expect(await stateOf(versionId)).toBe('failed');
  });

  it('takes only so many jobs, and none when the server is stopping', async () => {
    for (let number = 0; number < 3; number += 1) await upload();
    expect(await runJobs(story.ports, { isStopping: () => true })).toMatchObject({ done: 0 });
    expect(await runJobs(story.ports, { maximumJobs: 2 })).toMatchObject({ done: 2 });
    expect(await runJobs(story.ports)).toMatchObject({ done: 1 });
  });

  it('asks again for a recording whose job was lost', async () => {
    const versionId = await upload();
    await story.knex('ops_jobs').delete();
    const report = await runDue(story.ports);
    expect(report.house).toEqual({ asked: 1, received: 0 });
    expect(await stateOf(versionId)).toBe('ready');
  });

  it('leaves alone what it gave up, until a person asks for it', async () => {
    const versionId = await upload();
    await runDue(story.ports);
    story.content.profiles.push(buildProfile({ code: 'LOUD', targetLufs: -14 }));
    const { audio } = story.ports;
    const broken = {
      ...story.ports,
      audio: { ...audio, render: () => Promise.reject(new Error('no such encoder')) },
    };
    let rounds = 0;
    while ((await runDue(broken)).jobs?.givenUp === 0) {
      rounds += 1;
      expect(rounds).toBeLessThan(MAXIMUM_ATTEMPTS);
      story.clock.advance({ minutes: 15 });
    }
    story.clock.advance({ minutes: 15 });
    expect((await runDue(broken)).house).toEqual({ asked: 0, received: 0 });
    expect(await stateOf(versionId)).toBe('ready');

    expect(await prepareMissing(story.ports)).toBe(1);
    expect((await runJobs(story.ports)).done).toBe(1);
    expect(await story.ports.renditions.ofVersion(versionId)).toHaveLength(2);
  });

  it('a part that fails stops no other', async () => {
    const versionId = await upload();
    const errors: string[] = [];
    const broken = {
      ...story.ports,
      deliveries: unprepared<TestPorts['ports']['deliveries']>('deliveries'),
      stationAccess: unprepared<TestPorts['ports']['stationAccess']>('stationAccess'),
    };
    const report = await runDue(broken, { onError: (part) => errors.push(part) });
    expect(report).toMatchObject({ jobs: { done: 1 }, posts: null, house: null });
    expect(report.failed.toSorted()).toEqual(['house', 'posts']);
    expect(errors.toSorted()).toEqual(['house', 'posts']);
    expect(await stateOf(versionId)).toBe('ready');
  });

  it('forgets sessions a day after they ended, and jobs a month after', async () => {
    await upload();
    const now = story.clock.now();
    await story.ports.stationAccess.addSession({
      tokenHash: 'old',
      stationCode: 'KAY',
      createdAt: now,
      expiresAt: now,
    });
    await runDue(story.ports);
    story.clock.advance({ days: 29 });
    await runDue(story.ports);
    expect(await story.knex('ops_station_sessions').pluck('token_hash')).toEqual([]);
    expect(await story.ports.jobs.all()).toHaveLength(1);
    story.clock.advance({ days: 2 });
    await runDue(story.ports);
    expect(await story.ports.jobs.all()).toEqual([]);
  });
});

describe('the wait before another attempt', () => {
  it('doubles up to a quarter of an hour', () => {
    expect([1, 2, 3, 5, 6, 9].map(retrySeconds)).toEqual([30, 60, 120, 480, 900, 900]);
  });
});
