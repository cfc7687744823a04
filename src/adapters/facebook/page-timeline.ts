import { z } from 'zod';

import type { TimelineEntry } from '../../composition/ports';
import type { Graph } from './graph';

/** Pages of a hundred that are read of a timeline; more in so short a time is not ours. */
const MOST_PAGES = 5;

const pageShape = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    paging: z
      .object({
        next: z.string().optional(),
        cursors: z.object({ after: z.string().optional() }).optional(),
      })
      .optional(),
  });

const instant = z.string().transform((text) => new Date(text));

const postShape = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: instant,
  permalink_url: z.string().optional(),
});

const filmShape = z.object({
  id: z.string(),
  post_id: z.string().optional(),
  description: z.string().default(''),
  created_time: instant,
  permalink_url: z.string().optional(),
});

/** All pages of an edge; null when there are more than are read: part of it would pass for the whole. */
async function readAll<Item extends z.ZodType>(
  graph: Graph,
  path: readonly string[],
  params: Readonly<Record<string, unknown>>,
  shape: Item,
): Promise<readonly z.output<Item>[] | null> {
  const items: z.output<Item>[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked = { ...params, limit: 100, ...(after === undefined ? {} : { after }) };
    const answer = pageShape(shape).parse(await graph.call('GET', path, asked));
    items.push(...answer.data);
    after = answer.paging?.cursors?.after;
    if (answer.paging?.next === undefined || after === undefined) return items;
  }
  return null;
}

/** A Page's post names its Page before a low line; a film tells only the second half. */
export const postIdOf = (pageId: string, postId: string) =>
  postId.includes('_') ? postId : `${pageId}_${postId}`;

/** Where a post is seen. Films are told with a path only. */
export function addressOf(id: string, permalink: string | undefined): string {
  if (permalink === undefined) return `https://www.facebook.com/${id}`;
  return permalink.startsWith('/') ? `https://www.facebook.com${permalink}` : permalink;
}

/**
 * What a Page published since an instant: its posts, and its films, which are listed among its films while they are still
 * being prepared and no post yet. Null when it is more than is read.
 */
export async function readPageTimeline(
  graph: Graph,
  pageId: string,
  since: Date,
): Promise<readonly TimelineEntry[] | null> {
  const from = { since: Math.max(0, Math.floor(since.getTime() / 1000)) };
  const posts = await readAll(
    graph,
    [pageId, 'published_posts'],
    { ...from, fields: 'id,message,created_time,permalink_url' },
    postShape,
  );
  const films = await readAll(
    graph,
    [pageId, 'videos'],
    { ...from, fields: 'id,post_id,description,created_time,permalink_url' },
    filmShape,
  );
  if (posts === null || films === null) return null;
  const entries = new Map<string, TimelineEntry>();
  for (const film of films) {
    const remoteId = film.post_id === undefined ? film.id : postIdOf(pageId, film.post_id);
    entries.set(remoteId, {
      remoteId,
      remoteUrl: addressOf(remoteId, film.permalink_url),
      text: film.description,
      publishedAt: film.created_time,
    });
  }
  for (const post of posts) {
    entries.set(post.id, {
      remoteId: post.id,
      remoteUrl: addressOf(post.id, post.permalink_url),
      text: post.message,
      publishedAt: post.created_time,
    });
  }
  return [...entries.values()].filter(
    ({ publishedAt }) => publishedAt.getTime() >= since.getTime(),
  );
}
