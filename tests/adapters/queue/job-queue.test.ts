import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createJobQueue } from '../../../src/adapters/queue';
import type { JobQueue } from '../../../src/composition/ports';
import { connect, openTestDatabase, type TestDatabase } from '../../helpers/database';

const NOON = new Date('2026-11-24T12:00:00Z');
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

let database: TestDatabase;
let queue: JobQueue;
beforeEach(async () => {
  database = await openTestDatabase();
  queue = createJobQueue(database.knex);
});
afterEach(() => database.close());

describe('the queue of jobs', () => {
  it('holds one living job of a kind and subject', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    await queue.add('prepare-spot', 'v1', NOON);
    await queue.add('prepare-spot', 'v2', NOON);
    expect(await queue.all()).toHaveLength(2);
  });

  it('takes the same subject again once the first job is done', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const job = await queue.claimNext(NOON, 'me', later(60));
    expect(await queue.finish(job?.id ?? '', 'me', later(1))).toBe(true);
    await queue.add('prepare-spot', 'v1', later(2));
    expect((await queue.all()).map(({ state }) => state)).toEqual(['done', 'queued']);
  });

  it('gives out nothing before it is due, and the oldest first', async () => {
    await queue.add('prepare-spot', 'second', later(10));
    await queue.add('prepare-spot', 'first', later(5));
    expect(await queue.claimNext(later(4), 'me', later(60))).toBeNull();
    const job = await queue.claimNext(later(10), 'me', later(60));
    expect(job).toMatchObject({ subject: 'first', state: 'running', attempts: 1, claim: 'me' });
  });

  it('gives a job to one of two workers on connections of their own', async () => {
    const second: Knex = connect(database.file);
    try {
      for (let number = 0; number < 10; number += 1) {
        await queue.add('prepare-spot', `v${number}`, NOON);
      }
      const other = createJobQueue(second);
      const taken = await Promise.all(
        Array.from({ length: 12 }, (_, number) =>
          (number % 2 === 0 ? queue : other).claimNext(NOON, `worker-${number}`, later(60)),
        ),
      );
      const subjects = taken.flatMap((job) => (job === null ? [] : [job.subject]));
      expect(new Set(subjects).size).toBe(subjects.length);
      expect(subjects).toHaveLength(10);
    } finally {
      await second.destroy();
    }
  });

  it('gives a job on when its worker let the lease run out, and counts the attempt', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const dead = await queue.claimNext(NOON, 'dead', later(60));
    expect(await queue.claimNext(later(59), 'next', later(120))).toBeNull();
    const job = await queue.claimNext(later(60), 'next', later(120));
    expect(job).toMatchObject({ id: dead?.id, attempts: 2, claim: 'next' });
  });

  it('takes a job back that nothing was tried of, without counting the attempt', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const job = await queue.claimNext(NOON, 'me', later(60));
    expect(await queue.postpone(job?.id ?? '', 'somebody else', later(60))).toBe(false);
    expect(await queue.postpone(job?.id ?? '', 'me', later(60))).toBe(true);
    expect(await queue.claimNext(later(59), 'me', later(120))).toBeNull();
    expect(await queue.claimNext(later(60), 'me', later(120))).toMatchObject({ attempts: 1 });
  });

  it('hears nothing more from a worker that lost its lease', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const job = await queue.claimNext(NOON, 'slow', later(60));
    const id = job?.id ?? '';
    await queue.claimNext(later(60), 'next', later(120));
    expect(await queue.renew(id, 'slow', later(999))).toBe(false);
    expect(await queue.finish(id, 'slow', later(61))).toBe(false);
    expect(await queue.fail(id, 'slow', 'too late', null)).toBe(false);
    expect(await queue.finish(id, 'next', later(70))).toBe(true);
  });

  it('leaves a job with a worker that keeps renewing', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const job = await queue.claimNext(NOON, 'slow', later(60));
    expect(await queue.renew(job?.id ?? '', 'slow', later(120))).toBe(true);
    expect(await queue.claimNext(later(119), 'next', later(180))).toBeNull();
  });

  it('puts a failed job back for later, or ends it', async () => {
    await queue.add('prepare-spot', 'v1', NOON);
    const first = await queue.claimNext(NOON, 'me', later(60));
    await queue.fail(first?.id ?? '', 'me', 'no space on the disk', later(300));
    expect(await queue.claimNext(later(299), 'me', later(360))).toBeNull();
    const second = await queue.claimNext(later(300), 'me', later(360));
    expect(second).toMatchObject({ attempts: 2, failure: 'no space on the disk' });
    await queue.fail(second?.id ?? '', 'me', 'no space on the disk', null);
    expect((await queue.all())[0]).toMatchObject({ state: 'failed', claim: null });
    expect(await queue.claimNext(later(9999), 'me', later(10_000))).toBeNull();
  });
});
