import { addMinutes } from '../shared';
import type { InsightReading } from './connection';
import type { Network } from './post';

/**
 * The ages of a post at which its figures are kept, in hours: the first echo, a day, a week, four weeks. Networks count on for
 * months, and two posts are compared only at the same age.
 */
export const INSIGHT_AGES_HOURS = [1, 24, 168, 672] as const;
export type InsightAge = (typeof INSIGHT_AGES_HOURS)[number];

/** A post that old is asked about no more: a network may have forgotten it, and each question may cost. */
export const LAST_INSIGHT_DAYS = 60;

/** One figure of one delivery at one age, as the network named it. */
export type InsightSnapshot = InsightReading & {
  readonly deliveryId: string;
  /** The age it was taken for. */
  readonly ageHours: InsightAge;
  /** When it was really taken: after a power cut later than its age says. */
  readonly takenAt: Date;
};

/** The ages at which a post has had its time and no look was kept, the youngest first. */
export function dueAges(
  sentAt: Date,
  looked: ReadonlySet<number>,
  now: Date,
): readonly InsightAge[] {
  return INSIGHT_AGES_HOURS.filter(
    (age) => !looked.has(age) && addMinutes(sentAt, age * 60).getTime() <= now.getTime(),
  );
}

/** How old the post really was when a figure was taken, in whole hours. */
export function trueAgeHours(sentAt: Date, takenAt: Date): number {
  return Math.floor((takenAt.getTime() - sentAt.getTime()) / 3_600_000);
}

/** A figure of a delivery with where it stands. */
export type PlacedSnapshot = InsightSnapshot & { readonly network: Network };

/** What one network says by one name of a figure, over all posts. */
export type InsightLine = {
  readonly network: Network;
  readonly metric: string;
  readonly kind: InsightReading['kind'];
  /** Parts of posts that have this figure. */
  readonly deliveries: number;
  /** Of the part that has most: at least so many are different people, where people are counted. */
  readonly highest: number;
  /** Over all parts. Of people it counts the same person once for each post. */
  readonly sum: number;
};

/**
 * The newest figure of each delivery, by network and by the network's own name. Figures of two names, two kinds or two networks
 * are never added: a person has several accounts, and an impression is not a person.
 */
export function insightLines(snapshots: readonly PlacedSnapshot[]): readonly InsightLine[] {
  const newest = new Map<string, PlacedSnapshot>();
  for (const snapshot of snapshots) {
    const key = JSON.stringify([snapshot.deliveryId, snapshot.metric]);
    const known = newest.get(key);
    if (known === undefined || isNewer(snapshot, known)) newest.set(key, snapshot);
  }
  const lines = new Map<string, InsightLine>();
  for (const { network, metric, kind, value } of newest.values()) {
    const key = JSON.stringify([network, metric, kind]);
    const line = lines.get(key);
    lines.set(key, {
      network,
      metric,
      kind,
      deliveries: (line?.deliveries ?? 0) + 1,
      highest: Math.max(line?.highest ?? 0, value),
      sum: (line?.sum ?? 0) + value,
    });
  }
  return [...lines.values()].sort(
    (one, other) =>
      one.network.localeCompare(other.network) ||
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
      one.metric.localeCompare(other.metric),
  );
}

const KINDS: readonly InsightReading['kind'][] = ['people', 'impressions', 'engagements'];

function isNewer(one: InsightSnapshot, other: InsightSnapshot): boolean {
  const later = one.takenAt.getTime() - other.takenAt.getTime();
  return later > 0 || (later === 0 && one.ageHours > other.ageHours);
}
