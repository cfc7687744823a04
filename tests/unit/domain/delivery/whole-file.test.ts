import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fileAtStation, filesHeldWhole, isWhole } from '../../../../src/domain/delivery';

describe('a file that was fetched in parts', () => {
  it.each([
    ['in one go', [[0, 99]], true],
    ['but for its last byte', [[0, 98]], false],
    ['but for its first byte', [[1, 99]], false],
    [
      'resumed where it broke off',
      [
        [0, 41],
        [42, 99],
      ],
      true,
    ],
    [
      'resumed a byte too far',
      [
        [0, 41],
        [43, 99],
      ],
      false,
    ],
    [
      'twice over, out of order',
      [
        [50, 99],
        [0, 60],
        [0, 99],
      ],
      true,
    ],
    ['not at all', [], false],
  ])('is whole or not: %s', (_how, parts, expected) => {
    const ranges = parts.map(([first = 0, last = 0]) => ({ first, last }));
    expect(isWhole(ranges, 100)).toBe(expected);
  });

  it('an empty file never counts', () => {
    expect(isWhole([{ first: 0, last: 0 }], 0)).toBe(false);
  });

  it('is whole exactly when every byte came', () => {
    const range = fc
      .tuple(fc.nat(29), fc.nat(29))
      .map(([one, other]) => ({ first: Math.min(one, other), last: Math.max(one, other) }));
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        (ranges, size) => {
          const bytes = Array.from({ length: size }, (_, byte) =>
            ranges.some(({ first, last }) => first <= byte && byte <= last),
          );
          expect(isWhole(ranges, size)).toBe(bytes.every(Boolean));
        },
      ),
    );
  });
});

describe('what stations hold', () => {
  const part = (what: { stationCode?: string; firstByte?: number; lastByte?: number }) => ({
    stationCode: 'KAY',
    renditionId: 'r1',
    firstByte: 0,
    lastByte: 99,
    sizeBytes: 100,
    ...what,
  });

  it('adds up the parts of one station alone', () => {
    const held = filesHeldWhole([
      part({ lastByte: 49 }),
      part({ stationCode: 'BKO', firstByte: 50 }),
    ]);
    expect([...held]).toEqual([]);
  });

  it('names the whole files', () => {
    const held = filesHeldWhole([part({ lastByte: 49 }), part({ firstByte: 50 })]);
    expect([...held]).toEqual([fileAtStation('KAY', 'r1')]);
  });
});
