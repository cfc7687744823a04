import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

import type { Job, JobKind, JobQueue } from '../../composition/ports';

type Row = {
  id: string;
  kind: JobKind;
  subject: string;
  state: Job['state'];
  attempts: number;
  run_at: string;
  claim: string | null;
  lease_until: string | null;
  failure: string | null;
  created_at: string;
  finished_at: string | null;
};

const TABLE = 'ops_jobs';

/** Two workers that want the same row settle it in the second round; the rest is a safety rope. */
const ROUNDS = 20;

/** An engine's complaint can be endless. */
const LONGEST_FAILURE = 2000;

function fromRow(row: Row): Job {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    runAt: new Date(row.run_at),
    claim: row.claim,
    leaseUntil: row.lease_until === null ? null : new Date(row.lease_until),
    failure: row.failure,
  };
}

/**
 * Jobs as rows of `ops_jobs`. A job is claimed by compare-and-set on its number of attempts, which every claim raises:
 * of two workers one wins. A worker that dies lets its lease run out, and the job is there for the next one.
 */
export function createJobQueue(knex: Knex): JobQueue {
  const jobs = () => knex<Row>(TABLE);

  const nextDue = (now: string) =>
    jobs()
      .where((due) => {
        void due
          .where((queued) => void queued.where({ state: 'queued' }).where('run_at', '<=', now))
          .orWhere((lost) => void lost.where({ state: 'running' }).where('lease_until', '<=', now));
      })
      .orderBy(['run_at', 'created_at', 'id'])
      .first();

  const writeClaimed = async (id: string, claim: string, change: Partial<Row>) =>
    (await jobs().where({ id, claim, state: 'running' }).update(change)) === 1;

  return {
    async add(kind, subject, runAt) {
      const at = runAt.toISOString();
      await jobs()
        .insert({
          id: randomUUID(),
          kind,
          subject,
          state: 'queued',
          attempts: 0,
          run_at: at,
          created_at: at,
        })
        .onConflict(knex.raw(`(kind, subject) WHERE state IN ('queued', 'running')`))
        .ignore();
    },
    async claimNext(now, claim, leaseUntil) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const row = await nextDue(now.toISOString());
        if (row === undefined) return null;
        const change = {
          state: 'running',
          attempts: row.attempts + 1,
          claim,
          lease_until: leaseUntil.toISOString(),
        } as const;
        const changed = await jobs()
          .where({ id: row.id, state: row.state, attempts: row.attempts, run_at: row.run_at })
          // A lease that was renewed meanwhile is alive.
          .where((same) => {
            if (row.lease_until === null) void same.whereNull('lease_until');
            else void same.where('lease_until', row.lease_until);
          })
          .update(change);
        if (changed === 1) return fromRow({ ...row, ...change });
      }
      return null;
    },
    renew(id, claim, leaseUntil) {
      return writeClaimed(id, claim, { lease_until: leaseUntil.toISOString() });
    },
    async postpone(id, claim, runAt) {
      const changed = await jobs()
        .where({ id, claim, state: 'running' })
        .decrement('attempts', 1)
        .update({ state: 'queued', claim: null, lease_until: null, run_at: runAt.toISOString() });
      return changed === 1;
    },
    finish(id, claim, at) {
      return writeClaimed(id, claim, {
        state: 'done',
        claim: null,
        lease_until: null,
        failure: null,
        finished_at: at.toISOString(),
      });
    },
    fail(id, claim, failure, retryAt) {
      return writeClaimed(id, claim, {
        state: retryAt === null ? 'failed' : 'queued',
        claim: null,
        lease_until: null,
        failure: failure.slice(0, LONGEST_FAILURE),
        ...(retryAt === null ? {} : { run_at: retryAt.toISOString() }),
      });
    },
    async all() {
      // Of two made in the same millisecond, the one that was put back for later came later.
      return (await jobs().orderBy(['created_at', 'run_at', 'id']).select()).map(fromRow);
    },
    async sweep(before) {
      await jobs()
        .where({ state: 'done' })
        .where('finished_at', '<', before.toISOString())
        .delete();
    },
  };
}
