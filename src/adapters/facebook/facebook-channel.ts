import { z } from 'zod';

import type { ChannelNeeds, SocialChannel } from '../../composition/ports';
import {
  connectionOf,
  NETWORK_LIMITS,
  NO_ACCESS,
  publishWith,
  refuseTooLong,
  removalOf,
} from '../../domain/social';
import type { AccountSecrets, DeliveryContent, NotPublished } from '../../domain/social';
import { GraphRefused, JSON_CALL_MS, openGraph, type Graph } from './graph';
import { isNoSuchObject, outcomeOfRefusal } from './graph-errors';
import { readPostInsights } from './page-insights';
import { addressOf, postIdOf, readPageTimeline } from './page-timeline';

/** Sending a picture or a short film and the post itself; well inside a claim. */
const CALL_TIMEOUT_MS = 30_000;

/** What is left for the file: the post itself is one more call, and a little is kept for loading the library. */
const UPLOAD_MS = CALL_TIMEOUT_MS - JSON_CALL_MS - 2_000;

const created = z.object({ id: z.string() });

type Page = { readonly graph: Graph; readonly pageId: string; readonly secrets: AccountSecrets };

/** A Facebook Page, through `facebook-nodejs-business-sdk`. Every answer is one of the trade's words. */
export function createFacebookChannel(needs: ChannelNeeds): SocialChannel {
  const { apiUrl, now, secretsOf, readMedia } = needs;
  const limits = NETWORK_LIMITS.facebook;

  async function openPage(accountCode: string): Promise<Page | null> {
    const secrets = await secretsOf(accountCode);
    if (secrets === null) return null;
    const { pageId = '', pageToken = '' } = secrets;
    return { graph: await openGraph(apiUrl, pageToken), pageId, secrets };
  }

  /** A picture that is on nobody's wall until a post names it. */
  async function uploadPicture({ graph, pageId }: Page, content: DeliveryContent, key: string) {
    const form = new FormData();
    const type = key.endsWith('.png') ? 'image/png' : 'image/jpeg';
    form.set('published', 'false');
    if (content.altText !== '') form.set('alt_text_custom', content.altText);
    form.set('source', new Blob([new Uint8Array(await readMedia(key))], { type }), 'image');
    return created.parse(await graph.upload([pageId, 'photos'], form, UPLOAD_MS)).id;
  }

  /** A film is a post as it is sent: this is the call that publishes. */
  async function publishFilm(page: Page, content: DeliveryContent, key: string) {
    const { graph, pageId } = page;
    const form = new FormData();
    form.set('description', content.text);
    form.set(
      'source',
      new Blob([new Uint8Array(await readMedia(key))], { type: 'video/mp4' }),
      'film.mp4',
    );
    const film = created.parse(await graph.upload([pageId, 'videos'], form, UPLOAD_MS));
    // It is taken. Its post has another number, which is told later while the film is still being prepared.
    const told = await graph
      .call('GET', [film.id], { fields: 'post_id,permalink_url' })
      .catch(() => ({}));
    const { post_id: postId, permalink_url: permalink } = z
      .object({ post_id: z.string().optional(), permalink_url: z.string().optional() })
      .parse(told);
    const remoteId = postId === undefined ? film.id : postIdOf(pageId, postId);
    return { remoteId, remoteUrl: addressOf(remoteId, permalink) };
  }

  async function publishPost(page: Page, content: DeliveryContent) {
    const { graph, pageId } = page;
    const { pictureKey, text } = content;
    if (pictureKey?.endsWith('.mp4') === true) return publishFilm(page, content, pictureKey);
    const picture = pictureKey === null ? null : await uploadPicture(page, content, pictureKey);
    const attached = picture === null ? {} : { attached_media: [{ media_fbid: picture }] };
    const post = created.parse(
      await graph.call('POST', [pageId, 'feed'], { message: text, ...attached }),
    );
    return { remoteId: post.id, remoteUrl: addressOf(post.id, undefined) };
  }

  /** What a fault means; what is not the Graph's answer is unknown. */
  function outcomeOf(error: unknown): NotPublished {
    return error instanceof GraphRefused
      ? outcomeOfRefusal(error.refusal, now())
      : { kind: 'unknown', words: error instanceof Error ? error.name : 'unknown' };
  }

  /** The Graph says the same of a post that is gone and of one we may not see: the Page itself has to confirm it. */
  async function isReallyGone({ graph, pageId }: Page, remoteId: string): Promise<boolean> {
    const me = created.parse(await graph.call('GET', ['me'], { fields: 'id' }));
    if (me.id !== pageId) return false;
    const timeline = await readPageTimeline(graph, pageId, new Date(0));
    return timeline !== null && !timeline.some((entry) => entry.remoteId === remoteId);
  }

  return {
    network: 'facebook',
    callTimeoutMs: CALL_TIMEOUT_MS,
    maximumWeight: limits.maximumWeight,
    weigh: (text) => limits.weigh(text),

    publish: async (content) =>
      refuseTooLong(content.text, limits) ??
      publishWith(
        await openPage(content.accountCode),
        (page) => publishPost(page, content),
        outcomeOf,
      ),

    async timeline(accountCode, since) {
      try {
        const page = await openPage(accountCode);
        return page === null ? null : await readPageTimeline(page.graph, page.pageId, since);
      } catch {
        return null;
      }
    },

    async remove(accountCode, remoteId) {
      const page = await openPage(accountCode);
      if (page === null) return 'refused';
      try {
        await page.graph.call('DELETE', [remoteId]);
        return 'removed';
      } catch (error) {
        try {
          if (error instanceof GraphRefused && isNoSuchObject(error.refusal)) {
            return (await isReallyGone(page, remoteId)) ? 'removed' : 'refused';
          }
        } catch {
          return null;
        }
        return removalOf(outcomeOf(error));
      }
    },

    async check(accountCode) {
      const page = await openPage(accountCode);
      if (page === null) return { kind: 'broken', words: NO_ACCESS };
      try {
        const me = z
          .object({ id: z.string(), name: z.string().default('') })
          .parse(await page.graph.call('GET', ['me'], { fields: 'id,name' }));
        // A person's token, or that of a Page not ticked when it was made.
        if (me.id !== page.pageId) {
          return { kind: 'broken', words: `The token belongs to ${me.id}, not to this Page` };
        }
        return { kind: 'connected', accountName: me.name === '' ? me.id : me.name };
      } catch (error) {
        return connectionOf(outcomeOf(error), page.secrets);
      }
    },

    async insights(accountCode, remoteId) {
      try {
        const page = await openPage(accountCode);
        return page === null ? null : await readPostInsights(page.graph, remoteId);
      } catch {
        return null;
      }
    },
  };
}
