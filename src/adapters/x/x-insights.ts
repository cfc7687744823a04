import type { TwitterApiv2 } from 'twitter-api-v2';

import type { InsightReading } from '../../domain/social';

const METRICS = {
  impression_count: 'impressions',
  like_count: 'engagements',
  retweet_count: 'engagements',
  reply_count: 'engagements',
  quote_count: 'engagements',
} as const satisfies Readonly<Record<string, InsightReading['kind']>>;

/** The public figures of a post. X tells nobody how many people saw it: views are not people. */
export async function readInsights(
  x: TwitterApiv2,
  remoteId: string,
): Promise<readonly InsightReading[]> {
  const { data } = await x.singleTweet(remoteId, { 'tweet.fields': ['public_metrics'] });
  // A post that is gone is answered without data.
  const figures = new Map<string, number>(Object.entries(data?.public_metrics ?? {}));
  return Object.entries(METRICS).flatMap(([metric, kind]) => {
    const value = figures.get(metric);
    return value === undefined ? [] : [{ metric, kind, value }];
  });
}
