import { describe, expect, it } from 'vitest';

import { slotsNeeding } from '../../../../src/domain/delivery';
import { buildSlot } from '../../../helpers/builders';

const TODAY = '2026-12-10';

describe('what a station needs a file for', () => {
  it.each([
    ['2026-12-06', 0],
    ['2026-12-07', 1],
    ['2026-12-10', 1],
    ['2027-01-09', 1],
    ['2027-01-10', 0],
  ])('a slot on %s: %d', (airDate, count) => {
    expect(slotsNeeding('0042', [buildSlot({ airDate })], TODAY)).toHaveLength(count);
  });

  it('not a cancelled slot, nor another spot', () => {
    const slots = [
      buildSlot({ airDate: TODAY, state: 'cancelled' }),
      buildSlot({ airDate: TODAY, spotCode: '0043' }),
    ];
    expect(slotsNeeding('0042', slots, TODAY)).toEqual([]);
  });
});
