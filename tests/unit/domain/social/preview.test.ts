import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitOf, foldOf, limitsWith, NETWORK_LIMITS } from '../../../../src/domain/social';

describe('what a network takes of a text', () => {
  const limits = NETWORK_LIMITS.simulator;

  it('is all of it at the limit, and one letter less beyond it', () => {
    expect(fitOf('a'.repeat(280), limits)).toMatchObject({ weight: 280, surplus: '' });
    expect(fitOf('a'.repeat(281), limits)).toMatchObject({ weight: 281, surplus: 'a' });
  });

  it('keeps a tone mark with its letter', () => {
    const text = `${'a'.repeat(279)}ɛ\u0301`;
    expect(fitOf(text, limits)).toMatchObject({ taken: 'a'.repeat(279), surplus: 'ɛ\u0301' });
  });

  it('is never more than it takes, and both parts together are the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ɛ', 'ɛ\u0301', ' ', '😀', '\n'), maxLength: 400 }),
        (text) => {
          const { taken, surplus, maximum } = fitOf(text, limits);
          expect(taken + surplus).toBe(text);
          expect(limits.weigh(taken)).toBeLessThanOrEqual(maximum);
        },
      ),
    );
  });
});

describe('what Facebook folds behind « Voir plus »', () => {
  it('is nothing of a short text, nor on another network', () => {
    expect(foldOf('facebook', 'Court.').folded).toBe('');
    expect(foldOf('x', 'mot '.repeat(200)).folded).toBe('');
  });

  it('is what follows the fifth line, or the last whole word that fits', () => {
    expect(foldOf('facebook', '1\n2\n3\n4\n5\n6')).toEqual({
      seen: '1\n2\n3\n4\n5',
      folded: '\n6',
    });
    const { seen, folded } = foldOf('facebook', 'mot '.repeat(200));
    expect(seen.endsWith('mot')).toBe(true);
    expect(seen.length).toBeLessThanOrEqual(477);
    expect(seen + folded).toBe('mot '.repeat(200));
  });
});

describe('the rules of every network', () => {
  it('count a text for X with the count they are given', () => {
    expect(
      limitsWith(() => 7)
        .get('x')
        ?.weigh('whatever'),
    ).toBe(7);
    expect(
      limitsWith(() => 7)
        .get('telegram')
        ?.weigh('ɲŋ'),
    ).toBe(2);
  });
});
