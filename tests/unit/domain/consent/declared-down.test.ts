import { describe, expect, it } from 'vitest';

import { isDeclaredDown, VOICES } from '../../../../src/domain/consent';

describe('whose voice it is, declared anew after a consent was recorded', () => {
  it.each([
    ['adult', 'no-real-person', true],
    ['minor', 'no-real-person', true],
    ['minor', 'adult', true],
    ['adult', 'minor', false],
    ['no-real-person', 'adult', false],
    ['adult', 'adult', false],
  ] as const)('from %s to %s', (before, after, isDown) => {
    expect(isDeclaredDown(before, after, 1)).toBe(isDown);
  });
});

describe('a wrong tick', () => {
  it('may be corrected while nobody has signed anything', () => {
    for (const before of VOICES) {
      for (const after of VOICES) expect(isDeclaredDown(before, after, 0)).toBe(false);
    }
  });
});
