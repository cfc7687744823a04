import type { TwitterApiv2 } from 'twitter-api-v2';

import type { ChannelNeeds, SocialChannel, TimelineEntry } from '../../composition/ports';
import {
  connectionOf,
  createCallOf,
  NETWORK_LIMITS,
  NO_ACCESS,
  publishWith,
  removalOf,
} from '../../domain/social';
import type { AccountSecrets, DeliveryContent, Published } from '../../domain/social';
import { readInsights } from './x-insights';
import { outcomeOfError } from './x-errors';
import { openX } from './x-client';
import { writtenText } from './x-text';

/** Sending a picture or a short film and the post itself; well inside a claim. */
const CALL_TIMEOUT_MS = 30_000;

/** The post itself is not begun with less than this left: it would likely be cut off, and its fate be unknown. */
const CREATE_NEEDS_MS = 6_000;

/** X refuses to look further back. */
const X_BEGAN = new Date('2010-11-06T00:00:01Z');

/** Pages of a hundred posts that are read of a timeline; more in so short a time is not ours. */
const MOST_PAGES = 5;

/** Errors by which X says that a post is not there (any more). */
const GONE = 404;

function mediaTypeOf(key: string): 'video/mp4' | 'image/png' | 'image/jpeg' {
  if (key.endsWith('.mp4')) return 'video/mp4';
  return key.endsWith('.png') ? 'image/png' : 'image/jpeg';
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'number'
    ? error.code
    : null;
}

/** Runs calls that all end within a time, also the library's own waiting between them. */
async function within<Value>(
  milliseconds: number,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const signal = AbortSignal.timeout(milliseconds);
  const end = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Timeout')), { once: true });
  });
  return Promise.race([run(signal), end]);
}

/** X, through `twitter-api-v2`. Every answer is one of the trade's words; it never throws for one. */
export function createXChannel(needs: ChannelNeeds): SocialChannel {
  const { apiUrl, now, secretsOf, readMedia, onPaid } = needs;
  const limits = NETWORK_LIMITS.x;

  /** The account's own number stands before the dash of its access token; else X is asked. */
  async function userId(x: TwitterApiv2, secrets: AccountSecrets): Promise<string> {
    const [, known] = /^(\d+)-/.exec(secrets['accessToken'] ?? '') ?? [];
    return known ?? (await x.me()).data.id;
  }

  async function uploadMedia(x: TwitterApiv2, content: DeliveryContent, key: string) {
    const type = mediaTypeOf(key);
    const isFilm = type === 'video/mp4';
    const mediaId = await x.uploadMedia(await readMedia(key), {
      media_type: type,
      media_category: isFilm ? 'tweet_video' : 'tweet_image',
    });
    // X takes a description of pictures only.
    if (!isFilm && content.altText !== '') {
      await x.createMediaMetadata(mediaId, { alt_text: { text: content.altText } });
    }
    return mediaId;
  }

  async function create(
    secrets: AccountSecrets,
    content: DeliveryContent,
    signal: AbortSignal,
    latestStart: number,
  ): Promise<Published> {
    const x = await openX(secrets, apiUrl, signal);
    const { pictureKey, text, accountCode } = content;
    const mediaId = pictureKey === null ? null : await uploadMedia(x, content, pictureKey);
    if (signal.aborted || performance.now() > latestStart) {
      // Unknown to the house, as anything that is no answer: it looks before it sends again.
      throw new Error('The upload took too long; the post was not sent');
    }
    try {
      const { data } = await x.tweet(
        text,
        mediaId === null ? {} : { media: { media_ids: [mediaId] } },
      );
      await onPaid(accountCode, createCallOf(text), 1);
      return { remoteId: data.id, remoteUrl: `https://x.com/i/web/status/${data.id}` };
    } catch (error) {
      // Perhaps it was taken, and then it is paid: reckoned rather too high than too low.
      const { kind } = outcomeOfError(error, now());
      if (kind === 'unknown') await onPaid(accountCode, createCallOf(text), 1);
      throw error;
    }
  }

  async function readTimeline(
    secrets: AccountSecrets,
    accountCode: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<readonly TimelineEntry[] | null> {
    const x = await openX(secrets, apiUrl, signal);
    const start = since.getTime() > X_BEGAN.getTime() ? since : X_BEGAN;
    // Asked for a time to come, X answers with an error; nothing is published after it.
    if (start.getTime() > now().getTime()) return [];
    const timeline = await x.userTimeline(await userId(x, secrets), {
      start_time: start.toISOString(),
      max_results: 100,
      'tweet.fields': ['created_at', 'entities', 'note_tweet'],
    });
    for (let page = 1; page < MOST_PAGES && !timeline.done; page += 1)
      await timeline.fetchNext(100);
    if (timeline.tweets.length > 0) {
      await onPaid(accountCode, 'ownedRead', timeline.tweets.length);
    }
    // Part of a timeline would pass for the whole, and a post that is there for one that is not.
    if (!timeline.done) return null;
    return timeline.tweets
      .map((tweet) => ({
        remoteId: tweet.id,
        remoteUrl: `https://x.com/i/web/status/${tweet.id}`,
        text: writtenText(tweet),
        publishedAt: new Date(tweet.created_at ?? 0),
      }))
      .filter(({ publishedAt }) => publishedAt.getTime() >= since.getTime());
  }

  return {
    network: 'x',
    callTimeoutMs: CALL_TIMEOUT_MS,
    maximumWeight: limits.maximumWeight,
    weigh: (text) => limits.weigh(text),

    async publish(content) {
      const secrets = await secretsOf(content.accountCode);
      const latestStart = performance.now() + CALL_TIMEOUT_MS - CREATE_NEEDS_MS;
      return publishWith(
        secrets === null ? null : { secrets },
        (access) =>
          within(CALL_TIMEOUT_MS - 500, (signal) =>
            create(access.secrets, content, signal, latestStart),
          ),
        (error) => outcomeOfError(error, now()),
      );
    },

    async timeline(accountCode, since) {
      const secrets = await secretsOf(accountCode);
      if (secrets === null) return null;
      try {
        return await within(CALL_TIMEOUT_MS, (signal) =>
          readTimeline(secrets, accountCode, since, signal),
        );
      } catch {
        return null;
      }
    },

    async remove(accountCode, remoteId) {
      const secrets = await secretsOf(accountCode);
      if (secrets === null) return 'refused';
      try {
        await within(CALL_TIMEOUT_MS, async (signal) =>
          (await openX(secrets, apiUrl, signal)).deleteTweet(remoteId),
        );
        await onPaid(accountCode, 'remove', 1);
        return 'removed';
      } catch (error) {
        if (statusOf(error) === GONE) return 'removed';
        return removalOf(outcomeOfError(error, now()));
      }
    },

    async check(accountCode) {
      const secrets = await secretsOf(accountCode);
      if (secrets === null) return { kind: 'broken', words: NO_ACCESS };
      try {
        const { data } = await within(CALL_TIMEOUT_MS, async (signal) =>
          (await openX(secrets, apiUrl, signal)).me(),
        );
        await onPaid(accountCode, 'ownedRead', 1);
        return { kind: 'connected', accountName: `@${data.username}` };
      } catch (error) {
        return connectionOf(outcomeOfError(error, now()), secrets);
      }
    },

    async insights(accountCode, remoteId) {
      const secrets = await secretsOf(accountCode);
      if (secrets === null) return null;
      try {
        const readings = await within(CALL_TIMEOUT_MS, async (signal) =>
          readInsights(await openX(secrets, apiUrl, signal), remoteId),
        );
        await onPaid(accountCode, 'ownedRead', 1);
        return readings;
      } catch (error) {
        return statusOf(error) === GONE ? [] : null;
      }
    },
  };
}
