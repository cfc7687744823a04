import { describe, expect, it } from 'vitest';

import { splitDay } from '../../../../src/domain/broadcast';
import { buildAiring, buildSlot } from '../../../helpers/builders';

const NOW = new Date('2026-12-01T07:30:00Z');
const item = (what: Partial<Parameters<typeof splitDay>[0][number]> = {}) => ({
  slot: buildSlot(),
  airing: null,
  isSuspended: false,
  ...what,
});

describe('"everything was aired"', () => {
  it('speaks of what is over and unanswered', () => {
    expect(splitDay([item()], NOW)).toEqual({
      open: [buildSlot()],
      answered: 0,
      notOver: 0,
      suspended: 0,
    });
  });

  it('says nothing of a window that ends a moment later', () => {
    const early = new Date(NOW.getTime() - 1);
    expect(splitDay([item()], early)).toMatchObject({ open: [], notOver: 1 });
  });

  it('leaves what was answered, what is suspended and what was cancelled', () => {
    const split = splitDay(
      [
        item({ airing: buildAiring({ outcome: 'missed' }) }),
        item({ isSuspended: true }),
        item({ slot: buildSlot({ state: 'cancelled' }) }),
      ],
      NOW,
    );
    expect(split).toEqual({ open: [], answered: 1, notOver: 0, suspended: 1 });
  });
});
