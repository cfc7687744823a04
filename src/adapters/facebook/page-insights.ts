import { z } from 'zod';

import type { InsightReading } from '../../domain/social';
import { GraphRefused, type Graph } from './graph';
import { outcomeOfRefusal } from './graph-errors';

/**
 * The names of November 2026: `post_impressions_unique` is retired. They change; each reading carries the name it was
 * read by.
 */
const METRICS: readonly Pick<InsightReading, 'metric' | 'kind'>[] = [
  { metric: 'post_total_media_view_unique', kind: 'people' },
  { metric: 'post_media_view', kind: 'impressions' },
  { metric: 'post_clicks', kind: 'engagements' },
];

const answerShape = z.object({
  data: z.array(z.object({ values: z.array(z.object({ value: z.unknown() })) })),
});

async function readOne(graph: Graph, remoteId: string, metric: string): Promise<number | null> {
  const answer = answerShape.parse(
    await graph.call('GET', [remoteId, 'insights'], { metric, period: 'lifetime' }),
  );
  const value = answer.data[0]?.values.at(-1)?.value;
  return typeof value === 'number' ? value : null;
}

/**
 * The figures of a post. One name a call: one that Meta retired would fail the whole request. A name that is refused is
 * left out; a Graph that does not answer fails the reading.
 */
export async function readPostInsights(
  graph: Graph,
  remoteId: string,
): Promise<readonly InsightReading[]> {
  const readings: InsightReading[] = [];
  for (const { metric, kind } of METRICS) {
    try {
      const value = await readOne(graph, remoteId, metric);
      if (value !== null) readings.push({ metric, kind, value });
    } catch (error) {
      const isRefused =
        error instanceof GraphRefused &&
        outcomeOfRefusal(error.refusal, new Date(0)).kind === 'rejected';
      if (!isRefused) throw error;
    }
  }
  return readings;
}
