import type { TweetV2 } from 'twitter-api-v2';

/** X escapes these three in the texts it shows. */
const ESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The text of a post as it was written: X shows each address as a short one of its own and adds one for the picture,
 * and escapes three signs.
 */
export function writtenText(tweet: Pick<TweetV2, 'text' | 'entities' | 'note_tweet'>): string {
  const text = tweet.note_tweet?.text ?? tweet.text;
  const urls = [...(tweet.entities?.urls ?? []), ...(tweet.note_tweet?.entities?.urls ?? [])];
  let written = text;
  for (const { url, expanded_url: expanded, ...rest } of urls) {
    const isMedia = 'media_key' in rest || /\/status\/\d+\/(?:photo|video)\/\d+$/.test(expanded);
    written = written.replaceAll(url, isMedia ? '' : expanded);
  }
  return written.replaceAll(/&(?:lt|gt|amp);/g, (sign) => ESCAPED[sign] ?? sign).trim();
}
