/**
 * A worker in a process of its own that begins a job, says so, and never comes further: to be killed.
 *
 *     node --import tsx tests/helpers/job-worker.ts '<JobWorkerOrder as JSON>'
 */
import { runJobs } from '../../src/workers/run-jobs';
import { buildEngine } from './audio-engine';
import { buildProfile, buildSpot } from './builders';
import { buildContent } from './content';
import { connect } from './database';
import { createTestPorts } from './test-ports';

export type JobWorkerOrder = {
  readonly databaseFile: string;
  readonly folder: string;
  readonly now: string;
};

async function workUntilKilled(order: JobWorkerOrder): Promise<void> {
  const engine = buildEngine({
    measure: () => {
      process.stdout.write('measuring\n');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
  });
  const ports = createTestPorts({
    knex: connect(order.databaseFile),
    folder: order.folder,
    content: buildContent({ spots: [buildSpot()], profiles: [buildProfile()] }),
    now: () => new Date(order.now),
    overrides: { audio: engine },
  });
  await runJobs(ports);
}

void workUntilKilled(JSON.parse(process.argv[2] ?? '{}') as JobWorkerOrder);
