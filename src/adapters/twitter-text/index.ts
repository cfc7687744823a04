import type { TextCounter } from '../../composition/ports';

/** X's own count of a text, by its own library. */
export function createTextCounter(): TextCounter {
  let loading: Promise<(text: string) => number> | null = null;
  return {
    onX: () => {
      loading ??= load();
      return loading;
    },
  };
}

/** The library takes a third of a second and some megabytes: a house without an account on X never loads it. */
async function load(): Promise<(text: string) => number> {
  const { default: twitter } = await import('twitter-text');
  return (text) => twitter.parseTweet(text).weightedLength;
}
