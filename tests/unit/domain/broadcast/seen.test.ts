import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isIdempotencyKey,
  isSeenMark,
  isStillWhatWasSeen,
  seenMark,
  shortSlotName,
  slotNamed,
} from '../../../../src/domain/broadcast';
import { buildAiring } from '../../../helpers/builders';

describe('what a page showed of a slot', () => {
  const current = buildAiring({ id: 'airing-1', slotId: 's-1', idempotencyKey: 's-1:tap-0001' });

  it('is named by what was said last, and is a key that a form may carry', () => {
    expect(seenMark(null)).not.toBe(seenMark(current));
    for (const mark of [seenMark(null), seenMark(current)]) {
      expect(isIdempotencyKey(mark)).toBe(true);
      expect(isSeenMark(mark)).toBe(true);
    }
    expect(isSeenMark('tap-0001')).toBe(false);
  });

  it('still stands while nobody said anything else', () => {
    expect(isStillWhatWasSeen(seenMark(null), null)).toBe(true);
    expect(isStillWhatWasSeen(seenMark(current), current)).toBe(true);
    expect(isStillWhatWasSeen(seenMark(null), current)).toBe(false);
  });

  it('is also what the same computer answered just before', () => {
    expect(isStillWhatWasSeen('tap-0001', current)).toBe(true);
    expect(isStillWhatWasSeen('tap-0002', current)).toBe(false);
  });

  it('overwrites nothing where nothing stands', () => {
    expect(isStillWhatWasSeen('tap-of-a-refused-answer', null)).toBe(true);
  });
});

describe('the short name of a slot', () => {
  it('means that slot and no other, and never one of two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 50 }), (ids) => {
        const slots = ids.map((id) => ({ id }));
        for (const id of ids) {
          const short = shortSlotName(id);
          const twins = ids.filter((other) => shortSlotName(other) === short);
          expect(slotNamed(short, slots)?.id ?? null).toBe(twins.length === 1 ? id : null);
        }
      }),
    );
  });

  it('leaves names alone that are no identifiers of ours', () => {
    expect(shortSlotName('s-1')).toBe('s-1');
    expect(slotNamed('nothing', [{ id: 's-1' }])).toBeNull();
  });
});
