import type { Ports } from '../../composition/ports';
import { addMinutes } from '../../domain/shared';
import { dueAges, LAST_INSIGHT_DAYS, type InsightReading } from '../../domain/social';
import { accountHold } from '../accounts';
import { channelOf } from './settle-delivery';

/** One heartbeat asks about so many posts: the next one comes in minutes, and each question may cost. */
const POSTS_PER_HEARTBEAT = 50;

type InsightPorts = Pick<
  Ports,
  'system' | 'content' | 'channels' | 'insights' | 'accountSecrets' | 'accountStates' | 'spending'
>;

export type InsightsReport = {
  /** Looks that were kept: one for each delivery and age. */
  readonly kept: number;
  /** Posts whose network did not answer, or whose account is paused: asked again at the next heartbeat. */
  readonly waiting: number;
  readonly troubles: readonly { readonly deliveryId: string; readonly words: string }[];
};

/** One figure of each name: a network that says one twice is believed the first time. */
function once(readings: readonly InsightReading[]): readonly InsightReading[] {
  const byMetric = new Map<string, InsightReading>();
  for (const reading of readings) {
    if (!byMetric.has(reading.metric)) byMetric.set(reading.metric, reading);
  }
  return [...byMetric.values()];
}

/**
 * Keeps the figures of published posts at the ages that are due; also of those that fell due while the power was out, with the
 * instant at which they were really taken. A network is asked once, also when two ages are due together.
 */
export async function takeInsights(ports: InsightPorts): Promise<InsightsReport> {
  const now = ports.system.now();
  const accounts = await ports.content.accounts();
  const since = addMinutes(now, -LAST_INSIGHT_DAYS * 24 * 60);
  let [kept, waiting] = [0, 0];
  const troubles: { deliveryId: string; words: string }[] = [];
  for (const { delivery, looked } of await ports.insights.due(now, since, POSTS_PER_HEARTBEAT)) {
    const { id: deliveryId, remoteId, sentAt, content } = delivery;
    if (remoteId === null || sentAt === null) continue;
    try {
      const account = accounts.find(({ code }) => code === content.accountCode);
      const channel = await channelOf(ports, content.accountCode);
      // What holds a post back holds a question back as well: a pause, a broken connection, the month's cap.
      const isPaused = (await accountHold(ports, account, '', now)) !== null;
      const readings = isPaused
        ? null
        : ((await channel?.insights(content.accountCode, remoteId)) ?? null);
      if (readings === null) {
        waiting += 1;
        continue;
      }
      const takenAt = ports.system.now();
      for (const ageHours of dueAges(sentAt, looked, now)) {
        const figures = once(readings).map((reading) => ({
          ...reading,
          deliveryId,
          ageHours,
          takenAt,
        }));
        if (await ports.insights.keep({ deliveryId, ageHours, at: takenAt }, figures)) kept += 1;
      }
    } catch (error) {
      troubles.push({ deliveryId, words: error instanceof Error ? error.message : String(error) });
    }
  }
  return { kept, waiting, troubles };
}
