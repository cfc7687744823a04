/** A word behind a hash sign: letters of any language with their tone marks, figures, the underscore. */
const IN_TEXT = /#([\p{L}\p{M}\p{N}_]+)/gu;
const WORD = /^[\p{L}\p{M}\p{N}_]+$/u;
const LETTER = /\p{L}/u;

/** A group as people write it, read: the hashtags in their order, each once, and the words that are none. */
export type HashtagReading = {
  readonly hashtags: readonly string[];
  readonly wrong: readonly string[];
};

/** Hashtags that belong together, to be put on a post at once. */
export type HashtagGroup = {
  readonly documentId: string;
  readonly code: string;
  readonly hashtags: readonly string[];
};

/** The same hashtag, however it was typed: networks do not tell capitals apart. */
function folded(hashtag: string): string {
  return hashtag.normalize('NFC').toLowerCase();
}

/** Of hashtags that differ in capitals alone the first stays. */
export function distinctHashtags(hashtags: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return hashtags.filter((hashtag) => {
    const key = folded(hashtag);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Reads hashtags separated by blanks or commas, with or without their sign. A hashtag has a letter: `#2026` is a number
 * on every network. ɛ, ɔ, ɲ and ŋ are letters as any other.
 */
export function readHashtags(text: string): HashtagReading {
  const words = text
    .normalize('NFC')
    .split(/[\s,;]+/u)
    .filter((word) => word !== '' && word !== '#');
  const bare = (word: string) => word.replace(/^#/u, '');
  const isHashtag = (word: string) => WORD.test(bare(word)) && LETTER.test(bare(word));
  return {
    hashtags: distinctHashtags(words.filter(isHashtag).map((word) => `#${bare(word)}`)),
    wrong: words.filter((word) => !isHashtag(word)),
  };
}

/** The hashtags that a text does not have yet. */
export function missingHashtags(text: string, hashtags: readonly string[]): readonly string[] {
  const there = new Set([...text.normalize('NFC').matchAll(IN_TEXT)].map(([tag]) => folded(tag)));
  return distinctHashtags(hashtags).filter((hashtag) => !there.has(folded(hashtag)));
}
