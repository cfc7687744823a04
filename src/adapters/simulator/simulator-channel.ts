import { randomUUID } from 'node:crypto';

import type { SocialChannel } from '../../composition/ports';
import { NETWORK_LIMITS } from '../../domain/social';
import type { DeliveryContent, InsightReading, SendOutcome } from '../../domain/social';
import type { SimulatorFaults } from './faults';
import { readEntries, removeEntry, takeEntry } from './ledger';
import type { WallEntry } from './ledger';

export type SimulatorOptions = {
  /** Where the network keeps its posts, one file each. Made when missing. */
  readonly folder: string;
  /** The network's own clock. */
  readonly now: () => Date;
  /** Address of the page that shows the wall; a post is found there under `#<its id>`. */
  readonly wallUrl: string;
  readonly faults?: SimulatorFaults;
};

export type SimulatorChannel = SocialChannel & {
  /** Everything on the wall, the newest first. */
  wallEntries(): Promise<readonly WallEntry[]>;
};

/** As long as the real networks are given. */
const CALL_TIMEOUT_MS = 20_000;

/** The wall has no readers: its figures grow with the minutes, so that a rehearsal has something to show. */
function simulatedInsights({ publishedAt }: WallEntry, now: Date): readonly InsightReading[] {
  const minutes = Math.max(0, Math.floor((now.getTime() - publishedAt.getTime()) / 60_000));
  return [
    { metric: 'simulated_viewers', kind: 'people', value: minutes },
    { metric: 'simulated_views', kind: 'impressions', value: minutes * 2 },
    { metric: 'simulated_reactions', kind: 'engagements', value: Math.floor(minutes / 10) },
  ];
}

/**
 * A network of our own that behaves like a remote one: it has its ledger, knows nothing of our database, offers no
 * idempotency key, and takes the same post twice if asked twice. What it holds is therefore a fair count of doubles.
 */
export function createSimulatorChannel(options: SimulatorOptions): SimulatorChannel {
  const { folder, now, wallUrl, faults = {} } = options;
  const limits = NETWORK_LIMITS.simulator;
  const pause = faults.pause ?? (() => Promise.resolve());

  async function take(content: DeliveryContent): Promise<WallEntry> {
    const entry: WallEntry = {
      remoteId: randomUUID(),
      accountCode: content.accountCode,
      language: content.language,
      text: content.text,
      altText: content.altText,
      pictureKey: content.pictureKey,
      publishedAt: now(),
    };
    await takeEntry(folder, entry);
    return entry;
  }

  const urlOf = (remoteId: string) => `${wallUrl}#${remoteId}`;

  async function publish(content: DeliveryContent): Promise<SendOutcome> {
    const weight = limits.weigh(content.text);
    if (weight > limits.maximumWeight) {
      return {
        kind: 'rejected',
        words: `Text too long: ${weight} of ${limits.maximumWeight}`,
      };
    }
    const fault = faults.onPublish?.() ?? null;
    if (fault?.kind === 'unauthorized') {
      return { kind: 'unauthorized', words: 'Token expired' };
    }
    if (fault?.kind === 'rate-limit') {
      return { kind: 'rate-limited', until: fault.until, words: 'Too many requests' };
    }
    await pause();
    if (fault?.kind === 'hang-up-before') return { kind: 'unknown', words: 'socket hang up' };
    const entry = await take(content);
    await pause();
    if (fault?.kind === 'hang-up-after') return { kind: 'unknown', words: 'socket hang up' };
    return { kind: 'published', remoteId: entry.remoteId, remoteUrl: urlOf(entry.remoteId) };
  }

  return {
    network: 'simulator',
    callTimeoutMs: CALL_TIMEOUT_MS,
    maximumWeight: limits.maximumWeight,
    weigh: (text) => limits.weigh(text),

    async publish(content) {
      try {
        return await publish(content);
      } catch (error) {
        // A full or read-only disk: whether the post was taken cannot be told from here.
        return { kind: 'unknown', words: error instanceof Error ? error.message : String(error) };
      }
    },

    async timeline(accountCode, since) {
      if (faults.isTimelineDown?.() ?? false) return null;
      const { timelineLagMs } = faults;
      const shownUntil = timelineLagMs === undefined ? Infinity : now().getTime() - timelineLagMs;
      try {
        return (await readEntries(folder))
          .filter((entry) => entry.accountCode === accountCode)
          .filter((entry) => entry.publishedAt.getTime() >= since.getTime())
          .filter((entry) => entry.publishedAt.getTime() <= shownUntil)
          .map(({ remoteId, text, publishedAt }) => ({
            remoteId,
            remoteUrl: urlOf(remoteId),
            text,
            publishedAt,
          }));
      } catch {
        // Part of a timeline would pass for the whole of it, and a post that is there for one that is not.
        return null;
      }
    },

    async remove(_accountCode, remoteId) {
      if (faults.isRemoveDown?.() ?? false) return null;
      try {
        await removeEntry(folder, remoteId);
        return 'removed';
      } catch {
        return null;
      }
    },

    check(accountCode) {
      const report = faults.onCheck?.() ?? null;
      return Promise.resolve(report ?? { kind: 'connected', accountName: accountCode });
    },

    async insights(_accountCode, remoteId) {
      if (faults.isInsightsDown?.() ?? false) return null;
      try {
        const entry = (await readEntries(folder)).find((each) => each.remoteId === remoteId);
        return entry === undefined ? [] : simulatedInsights(entry, now());
      } catch {
        return null;
      }
    },

    wallEntries: () => readEntries(folder),
  };
}
