/**
 * A worker in a process of its own that makes a film with the real ffmpeg and says how far it is: to be killed.
 *
 *     node --import tsx tests/helpers/film-worker.ts '<JobWorkerOrder as JSON>'
 */
import { runJobs } from '../../src/workers/run-jobs';
import { buildContent } from './content';
import { connect } from './database';
import { FILM_PROFILE, FILM_SPOT, filmPorts } from './film-story';
import type { JobWorkerOrder } from './job-worker';
import { createTestPorts } from './test-ports';

async function workUntilKilled(order: JobWorkerOrder): Promise<void> {
  const { audiogramMaker, audiogramPainter } = filmPorts();
  const ports = createTestPorts({
    knex: connect(order.databaseFile),
    folder: order.folder,
    content: buildContent({ spots: [FILM_SPOT], profiles: [FILM_PROFILE] }),
    now: () => new Date(order.now),
    overrides: {
      audiogramPainter,
      audiogramMaker: {
        ...audiogramMaker,
        make: (film, onProgress) =>
          audiogramMaker.make(film, (percent) => {
            process.stdout.write('making\n');
            onProgress?.(percent);
          }),
      },
    },
  });
  await runJobs(ports);
}

void workUntilKilled(JSON.parse(process.argv[2] ?? '{}') as JobWorkerOrder);
