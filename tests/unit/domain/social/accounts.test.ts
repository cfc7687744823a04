import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkSecrets,
  costUsdOfAll,
  createMicroUsd,
  isBeyondCap,
  microUsdOf,
  monthOf,
  nextMonth,
  safeWords,
} from '../../../../src/domain/social';

const TELEGRAM = { botToken: '4200:jeton-exemple-de-vingt-signes', chatId: '@canal_exemple' };

describe('what is entered to connect an account', () => {
  it('is taken without the blanks of a copy, and nothing else with it', () => {
    const entered = { ...TELEGRAM, chatId: ' @canal_exemple\n', other: 'x' };
    expect(checkSecrets('telegram', entered)).toEqual({ ok: true, value: TELEGRAM });
  });

  it.each([
    ['no token', { ...TELEGRAM, botToken: '  ' }, 'secret-missing'],
    ['a token that is none', { ...TELEGRAM, botToken: 'abc' }, 'secret-misshapen'],
    ['a channel by its address', { ...TELEGRAM, chatId: 'https://t.me/x' }, 'secret-misshapen'],
  ])('is refused with the field named: %s', (_story, entered, kind) => {
    expect(checkSecrets('telegram', entered)).toMatchObject({ ok: false, refusals: [{ kind }] });
  });

  it('is refused with every field that lacks', () => {
    const answer = checkSecrets('x', {});
    expect(answer.ok ? [] : answer.refusals).toHaveLength(4);
  });

  it('is nothing at all for the simulator', () => {
    expect(checkSecrets('simulator', {})).toEqual({ ok: true, value: {} });
  });
});

describe('words of a network that are kept', () => {
  it('hold no secret, whatever stands around it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_-]{12,40}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (token, before, after) => {
        const words = `${before} https://graph/x?access_token=${token}&a=1 ${token} ${after}`;
        expect(safeWords(words, { token })).not.toContain(token);
      }),
    );
  });

  it('hold no access token even where the secrets are not known', () => {
    const words = 'GET https://graph.example/me?access_token=EAAsecret&x=1, /bot4200:abc/getMe';
    expect(safeWords(words, null)).toBe(
      'GET https://graph.example/me?access_token=…&x=1, /bot…/getMe',
    );
  });

  it('are one short line', () => {
    expect(safeWords(`a\n b ${'c'.repeat(900)}`, null)).toHaveLength(400);
  });
});

describe('what X takes', () => {
  it('is counted in millionths of a dollar', () => {
    expect(createMicroUsd('x', 'Bonjour')).toBe(15_000);
    expect(createMicroUsd('x', 'Voir https://yeelen.example')).toBe(200_000);
    expect(createMicroUsd('facebook', 'Voir https://yeelen.example')).toBe(0);
    expect(microUsdOf('ownedRead', 3)).toBe(3000);
    expect(microUsdOf('remove')).toBe(10_000);
    const parts = [{ network: 'x', text: 'Bonjour' } as const];
    expect(costUsdOfAll(parts)).toBe(0.015);
  });

  it.each([
    [85_000, 15_000, 100_000, false],
    [85_001, 15_000, 100_000, true],
    [500_000, 0, 100_000, false],
    [500_000, 15_000, null, false],
  ])('%i spent, %i more, cap %s: beyond it %s', (spent, next, cap, isBeyond) => {
    expect(isBeyondCap(spent, next, cap)).toBe(isBeyond);
  });

  it('is reckoned by calendar months, also at the turn of the year', () => {
    expect(monthOf(new Date('2026-12-31T23:59:59Z'))).toBe('2026-12');
    expect(nextMonth(new Date('2026-12-31T23:59:59Z'))).toEqual(new Date('2027-01-01T00:00:00Z'));
  });
});
