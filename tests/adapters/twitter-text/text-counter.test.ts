import { describe, expect, it } from 'vitest';

import { createTextCounter } from '../../../src/adapters/twitter-text';
import { NETWORK_LIMITS } from '../../../src/domain/social';

describe('X’s own count of a text', () => {
  it.each([
    ['letters of Bambara and Soninke', 'ɛɔɲŋ', 4],
    ['a composed accent, however it was typed', 'e\u0301', 1],
    ['a tone mark on ɛ, which has no composed form', 'ɛ\u0301 ɔ\u0300', 5],
    ['an emoji', '😀', 2],
    ['a family, joined from three', '👨‍👩‍👧', 2],
    ['a long address', `https://yeelen.ml/${'a'.repeat(200)}`, 23],
    ['an address without https', 'kayes.ml', 23],
  ])('%s', async (_story, text, weight) => {
    expect((await createTextCounter().onX())(text)).toBe(weight);
  });

  it('is what the desk counts before it has the library, for plain words', async () => {
    const count = await createTextCounter().onX();
    for (const text of [
      'Avant de partir, informez-vous.',
      'I ka kunnafoni ɲini ŋ',
      'Lire https://a.ml/x',
    ]) {
      expect(NETWORK_LIMITS.x.weigh(text)).toBe(count(text));
    }
  });

  it('loads the library once', async () => {
    const counter = createTextCounter();
    expect(await counter.onX()).toBe(await counter.onX());
  });
});
