import { describe, expect, it } from 'vitest';

import {
  checkTokenLabel,
  isTokenPurpose,
  isUseNews,
  LAST_USE_MINUTES,
  opensDoor,
  retiredByAnother,
  TOKEN_BITS,
  TOKEN_PURPOSES,
  type DeliveryToken,
} from '../../../../src/domain/delivery';
import { addMinutes } from '../../../../src/domain/shared';

const NOON = new Date('2026-11-24T12:00:00Z');

function token(id: string, what: Partial<DeliveryToken> = {}): DeliveryToken {
  return {
    id,
    stationCode: 'KAY',
    purpose: 'feed',
    label: 'LibreTime',
    createdBy: 'user:manager',
    createdAt: NOON,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
    ...what,
  };
}

describe('the link of a program', () => {
  it('cannot be guessed', () => {
    expect(TOKEN_BITS).toBeGreaterThanOrEqual(128);
  });

  it.each([
    ['feed', ['manifest', 'list', 'sound']],
    ['bundle', ['manifest', 'bundle']],
  ] as const)('for %s opens its own doors alone', (purpose, doors) => {
    const all = ['manifest', 'list', 'sound', 'bundle'] as const;
    expect(all.filter((door) => opensDoor(purpose, door))).toEqual(doors);
  });

  it('has one of the known purposes', () => {
    expect(TOKEN_PURPOSES.every(isTokenPurpose)).toBe(true);
    expect(['', 'station', 'confirm', 7, null].some(isTokenPurpose)).toBe(false);
  });

  it('needs a name that fits a line', () => {
    expect(checkTokenLabel('  LibreTime,\n studio ')).toEqual({
      ok: true,
      value: 'LibreTime, studio',
    });
    expect(checkTokenLabel(' \n ')).toEqual({ ok: false, refusals: [{ kind: 'label-missing' }] });
    expect(checkTokenLabel('ɛ'.repeat(60)).ok).toBe(true);
    expect(checkTokenLabel('ɛ'.repeat(61))).toMatchObject({
      refusals: [{ kind: 'label-too-long', maximum: 60 }],
    });
  });

  it('leaves the newest of the old ones in force beside a new one', () => {
    const living = [0, 5, 3].map((minutes) =>
      token(`at-${minutes}`, { createdAt: addMinutes(NOON, minutes) }),
    );
    expect(retiredByAnother(living).map(({ id }) => id)).toEqual(['at-3', 'at-0']);
    expect(retiredByAnother(living.slice(0, 1))).toEqual([]);
  });

  it('notes its use now and then, not at each request', () => {
    expect(isUseNews(token('a'), NOON)).toBe(true);
    const used = token('a', { lastUsedAt: NOON });
    expect(isUseNews(used, addMinutes(NOON, LAST_USE_MINUTES - 1))).toBe(false);
    expect(isUseNews(used, addMinutes(NOON, LAST_USE_MINUTES))).toBe(true);
  });
});
