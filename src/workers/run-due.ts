import type { Ports } from '../composition/ports';
import { checkAccounts } from '../use-cases/accounts';
import { freezeDue, type FreezeReport } from '../use-cases/delivery';
import {
  publishDue,
  takeInsights,
  type HeartbeatReport,
  type InsightsReport,
} from '../use-cases/social';
import { runAlerts, type AlertsReport } from './run-alerts';
import { keepHouse, type HouseReport } from './keep-house';
import { tendAirings, type AiringsReport } from './tend-airings';
import { runJobs, type JobsOptions, type JobsReport } from './run-jobs';

export const PARTS = [
  'house',
  'jobs',
  'lists',
  'posts',
  'insights',
  'alerts',
  'airings',
  'accounts',
] as const;
export type Part = (typeof PARTS)[number];

export type OnError = (part: Part, error: unknown) => void;

export type DueReport = {
  readonly jobs: JobsReport | null;
  readonly posts: HeartbeatReport | null;
  readonly insights: InsightsReport | null;
  readonly house: HouseReport | null;
  readonly alerts: AlertsReport | null;
  readonly lists: FreezeReport | null;
  readonly airings: AiringsReport | null;
  /** Connections that were looked at. */
  readonly accounts: number | null;
  /** Parts that failed as a whole; the others did their work all the same. */
  readonly failed: readonly Part[];
};

/** Publishes what is due; each row's trouble is told, and holds up no other. */
export async function runPosts(ports: Ports, onError: OnError): Promise<HeartbeatReport> {
  const report = await publishDue(ports, ports.system.now());
  for (const { deliveryId, words } of report.troubles) {
    onError('posts', new Error(`Delivery ${deliveryId}: ${words}`));
  }
  return report;
}

/** Keeps the figures of published posts that are due; each post's trouble is told, and holds up no other. */
export async function runInsights(ports: Ports, onError: OnError): Promise<InsightsReport> {
  const report = await takeInsights(ports);
  for (const { deliveryId, words } of report.troubles) {
    onError('insights', new Error(`Figures of ${deliveryId}: ${words}`));
  }
  return report;
}

/** Brings the stations' lists up to date; one that cannot be made holds up no other. */
export async function runLists(ports: Ports, onError: OnError): Promise<FreezeReport> {
  const report = await freezeDue(ports);
  for (const { error } of report.troubles) onError('lists', error);
  return report;
}

/**
 * One round of everything that is due: also what fell due while the power was out. A part that fails is reported and
 * stops no other. The part's report is null when it failed.
 */
export async function runDue(
  ports: Ports,
  options: Omit<JobsOptions, 'onError'> & { readonly onError?: OnError } = {},
): Promise<DueReport> {
  const { onError = () => undefined, ...jobsOptions } = options;
  const failed: Part[] = [];
  const isolated = async <Report>(
    part: Part,
    run: () => Promise<Report>,
  ): Promise<Report | null> => {
    try {
      return await run();
    } catch (error) {
      failed.push(part);
      onError(part, error);
      return null;
    }
  };
  const house = await isolated('house', () => keepHouse(ports));
  // Before the posts: what is connected again goes out in this round.
  const accounts = await isolated('accounts', () => checkAccounts(ports));
  const airings = await isolated('airings', () => tendAirings(ports));
  // Posts do not wait for the engine, nor the engine for a network.
  const [jobs, posts, alerts] = await Promise.all([
    isolated('jobs', () =>
      runJobs(ports, { ...jobsOptions, onError: (error) => onError('jobs', error) }),
    ),
    isolated('posts', () => runPosts(ports, onError)),
    isolated('alerts', () => runAlerts(ports)),
  ]);
  // After the posts: what a network is asked about is what it was given.
  const insights = await isolated('insights', () => runInsights(ports, onError));
  // Last: what was prepared in this round stands in the lists.
  const lists = await isolated('lists', () => runLists(ports, onError));
  return { jobs, posts, insights, house, alerts, airings, accounts, lists, failed };
}
