import { schedule } from 'node-cron';

import type { Ports } from '../composition/ports';
import { checkAccounts } from '../use-cases/accounts';
import { keepHouse } from './keep-house';
import { runAlerts } from './run-alerts';
import { openLane, type Lane } from './lane';
import { runInsights, runLists, runPosts, type OnError, type Part } from './run-due';
import { runJobs } from './run-jobs';
import { tendAirings } from './tend-airings';

/** A heartbeat, nothing more: what is due stands in the database, and survives this process. */
const HEARTBEATS: Readonly<Record<Part, string>> = {
  jobs: '*/15 * * * * *',
  posts: '*/15 * * * * *',
  insights: '45 */5 * * * *',
  alerts: '30 * * * * *',
  lists: '30 * * * * *',
  airings: '*/15 * * * * *',
  // What is due is a matter of hours; a look costs little.
  accounts: '45 * * * * *',
  house: '0 */10 * * * *',
};

export type Ticker = {
  /** Looks for jobs and posts at once, after an upload or an approval. */
  wake(): void;
  /** Begins nothing new and waits for the work in hand. */
  stop(): Promise<void>;
};

/**
 * Starts the workers: a round of everything at once, then at every heartbeat. Jobs, posts and upkeep have lanes of
 * their own: a long recording delays no post. A skipped heartbeat is no loss, the next one finds the same work.
 */
export function startTicker(ports: Ports, { onError }: { readonly onError: OnError }): Ticker {
  let isStopping = false;
  const lane = (part: Part, round: () => Promise<unknown>) =>
    openLane(round, (error) => onError(part, error));
  const lanes: Readonly<Record<Part, Lane>> = {
    jobs: lane('jobs', () =>
      runJobs(ports, {
        isStopping: () => isStopping,
        onError: (error) => onError('jobs', error),
      }),
    ),
    posts: lane('posts', () => runPosts(ports, onError)),
    // Figures may wait for minutes: a network that is slow to count delays no post.
    insights: lane('insights', () => runInsights(ports, onError)),
    // A mail server that is slow to answer delays neither posts nor recordings.
    alerts: lane('alerts', () => runAlerts(ports)),
    lists: lane('lists', () => runLists(ports, onError)),
    airings: lane('airings', () => tendAirings(ports)),
    accounts: lane('accounts', () => checkAccounts(ports)),
    house: lane('house', async () => {
      const { asked, received } = await keepHouse(ports);
      if (asked + received > 0) void lanes.jobs.run();
    }),
  };
  const parts = Object.keys(lanes) as Part[];
  const tasks = parts.map((part) =>
    schedule(HEARTBEATS[part], () => lanes[part].run(), {
      name: `yeelen-${part}`,
      noOverlap: true,
      // A machine that was too busy for one heartbeat has another soon.
      suppressMissedWarning: true,
    }),
  );
  for (const part of parts) void lanes[part].run();

  return {
    wake() {
      void lanes.jobs.run();
      void lanes.posts.run();
    },
    async stop() {
      isStopping = true;
      await Promise.all(tasks.map(async (task) => task.destroy()));
      await Promise.all(parts.map((part) => lanes[part].stop()));
    },
  };
}
