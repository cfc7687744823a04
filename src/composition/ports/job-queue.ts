export const JOB_KINDS = ['prepare-spot', 'make-audiogram'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export type Job = {
  readonly id: string;
  readonly kind: JobKind;
  /** Identifier of what the job is about. */
  readonly subject: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly attempts: number;
  readonly runAt: Date;
  readonly claim: string | null;
  readonly leaseUntil: Date | null;
  readonly failure: string | null;
};

/** Idempotent work that outlives a power cut: rows in the database, claimed under a lease. */
export interface JobQueue {
  /** Adds it unless the same kind and subject is queued or running. */
  add(kind: JobKind, subject: string, runAt: Date): Promise<void>;
  /** Takes one job that is due, or whose lease ran out, and counts the attempt. */
  claimNext(now: Date, claim: string, leaseUntil: Date): Promise<Job | null>;
  /** Extends the lease; false when the job is no longer ours. */
  renew(id: string, claim: string, leaseUntil: Date): Promise<boolean>;
  /** Puts it back for later without counting the attempt: nothing was tried. */
  postpone(id: string, claim: string, runAt: Date): Promise<boolean>;
  finish(id: string, claim: string, at: Date): Promise<boolean>;
  /** Puts it back for `retryAt`, or ends it as failed when null. */
  fail(id: string, claim: string, failure: string, retryAt: Date | null): Promise<boolean>;
  all(): Promise<readonly Job[]>;
  /** Forgets jobs that were done before an instant; failed ones stay for a person to see. */
  sweep(before: Date): Promise<void>;
}
