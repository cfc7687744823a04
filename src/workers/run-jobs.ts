import type { Job, Ports } from '../composition/ports';
import { giveUpPreparing, prepareSpot, readEngine } from '../use-cases/audio';
import { giveUpAudiogram, makeAudiogram } from '../use-cases/audiogram';

/** A job that fails is tried this often; then a person has to look at it. */
export const MAXIMUM_ATTEMPTS = 5;

/** Power cuts are no fault of the job: one that only ever lost its worker is claimed this often. */
export const MAXIMUM_CLAIMS = 12;

/** A worker that died is noticed after this long; one that lives renews well before. */
export const LEASE_SECONDS = 60;
const RENEW_AFTER_SECONDS = 15;

/** First wait before another attempt; it doubles each time, up to a quarter of an hour. */
const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 15 * 60;

/** Work on sound waits while there is no engine, and is looked at again this often: that is no fault of the recording. */
export const ENGINE_WAIT_SECONDS = 60;
const NEEDS_ENGINE: ReadonlySet<Job['kind']> = new Set(['prepare-spot']);

export type JobsReport = {
  readonly done: number;
  /** Put back for another attempt. */
  readonly toRetry: number;
  readonly givenUp: number;
  /** Finished under a lease that another worker holds meanwhile; its result counts, ours is idempotent. */
  readonly lost: number;
};

export type JobsOptions = {
  /** A round takes at most so many jobs. */
  readonly maximumJobs?: number;
  /** Asked between jobs: a server that shuts down begins no new one. */
  readonly isStopping?: () => boolean;
  readonly onError?: (error: unknown) => void;
};

function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

/** Seconds to wait after the given attempt, the first being 1. */
export function retrySeconds(attempt: number): number {
  return Math.min(FIRST_RETRY_SECONDS * 2 ** (attempt - 1), LONGEST_RETRY_SECONDS);
}

/** Renews the lease while the work goes on: as the engine reports progress, and by a timer while it is silent. */
function keepLease(ports: Ports, job: Job, claim: string) {
  let renewedAt = ports.system.now();
  let pending: Promise<unknown> = Promise.resolve();
  const beat = () => {
    const now = ports.system.now();
    if (now < later(renewedAt, RENEW_AFTER_SECONDS)) return;
    renewedAt = now;
    // A renewal that fails is tried again at the next beat; a lease that was lost shows when the job is finished.
    pending = ports.jobs.renew(job.id, claim, later(now, LEASE_SECONDS)).catch(() => false);
  };
  const timer = setInterval(beat, RENEW_AFTER_SECONDS * 1000).unref();
  return {
    beat,
    async end() {
      clearInterval(timer);
      await pending;
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function giveUp(ports: Ports, job: Job, claim: string, failure: string): Promise<'givenUp'> {
  switch (job.kind) {
    case 'prepare-spot':
      await giveUpPreparing(ports, job.subject, failure);
      break;
    case 'make-audiogram':
      await giveUpAudiogram(ports, job.subject, failure);
      break;
  }
  await ports.jobs.fail(job.id, claim, failure, null);
  return 'givenUp';
}

async function work(ports: Ports, job: Job, onHeartbeat: () => void): Promise<void> {
  switch (job.kind) {
    case 'prepare-spot':
      await prepareSpot(ports, job.subject, onHeartbeat);
      break;
    case 'make-audiogram':
      await makeAudiogram(ports, job.subject, onHeartbeat);
      break;
  }
}

async function runJob(
  ports: Ports,
  job: Job,
  claim: string,
  onError: (error: unknown) => void,
): Promise<keyof JobsReport> {
  if (job.attempts > MAXIMUM_CLAIMS) {
    return giveUp(ports, job, claim, `The worker was lost ${MAXIMUM_CLAIMS} times at this job.`);
  }
  if (NEEDS_ENGINE.has(job.kind) && (await readEngine(ports)).kind === 'stopped') {
    const runAt = later(ports.system.now(), ENGINE_WAIT_SECONDS);
    return (await ports.jobs.postpone(job.id, claim, runAt)) ? 'toRetry' : 'lost';
  }
  const lease = keepLease(ports, job, claim);
  try {
    await work(ports, job, lease.beat);
    await lease.end();
    return (await ports.jobs.finish(job.id, claim, ports.system.now())) ? 'done' : 'lost';
  } catch (error) {
    await lease.end();
    onError(error);
    if (job.attempts >= MAXIMUM_ATTEMPTS) return giveUp(ports, job, claim, describe(error));
    const retryAt = later(ports.system.now(), retrySeconds(job.attempts));
    const isOurs = await ports.jobs.fail(job.id, claim, describe(error), retryAt);
    return isOurs ? 'toRetry' : 'lost';
  }
}

/** One round of jobs: what is due, and what a worker that died left behind, one after the other. */
export async function runJobs(ports: Ports, options: JobsOptions = {}): Promise<JobsReport> {
  const { maximumJobs = 10, isStopping = () => false, onError = () => undefined } = options;
  const report = { done: 0, toRetry: 0, givenUp: 0, lost: 0 };
  for (let taken = 0; taken < maximumJobs && !isStopping(); taken += 1) {
    const now = ports.system.now();
    const claim = ports.system.newId();
    const job = await ports.jobs.claimNext(now, claim, later(now, LEASE_SECONDS));
    if (job === null) break;
    report[await runJob(ports, job, claim, onError)] += 1;
  }
  return report;
}
