import { describe, expect, it } from 'vitest';
import {
  LIMIT_RANGES,
  limitsWith,
  SPOT_LIMITS,
  type SettableLimit,
} from '../../../../src/domain/audio';
import { limitRefusalSentence } from '../../../../src/wording/audio';

const LIMITS = Object.keys(LIMIT_RANGES) as SettableLimit[];

describe('the thresholds of the check', () => {
  it('are the defaults where a campaign set nothing', () => {
    expect(limitsWith({})).toEqual({ ok: true, value: SPOT_LIMITS });
  });

  it('are what a campaign set, the others staying as they were', () => {
    expect(limitsWith({ quietBelowLufs: -28 })).toEqual({
      ok: true,
      value: { ...SPOT_LIMITS, quietBelowLufs: -28 },
    });
  });

  it.each(LIMITS)('%s has a default within its own range', (limit) => {
    const [minimum, maximum] = LIMIT_RANGES[limit];
    expect(SPOT_LIMITS[limit]).toBeGreaterThanOrEqual(minimum);
    expect(SPOT_LIMITS[limit]).toBeLessThanOrEqual(maximum);
  });

  it.each(LIMITS)('%s is refused one step beyond its range, with both ends named', (limit) => {
    const [minimum, maximum] = LIMIT_RANGES[limit];
    for (const value of [minimum - 0.01, maximum + 0.01, Number.NaN]) {
      const answer = limitsWith({ [limit]: value });
      expect(answer.ok).toBe(false);
      if (answer.ok) continue;
      expect(answer.refusals[0]).toEqual({ kind: 'limit-out-of-range', limit, minimum, maximum });
      expect(limitRefusalSentence(answer.refusals[0])).toContain('se règle entre');
    }
  });

  it('cannot refuse a voice that nobody would have been warned of', () => {
    const answer = limitsWith({ refusedBelowLufs: -25, quietBelowLufs: -30 });
    expect(answer).toMatchObject({ ok: false, refusals: [{ kind: 'refused-above-warned' }] });
  });
});
