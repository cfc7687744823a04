import { describe, expect, it } from 'vitest';

import { checkSignature, sign } from '../../../../src/web/sms/signature';

const SECRET = 'un secret de plus de trente-deux lettres';
const NOW = new Date('2026-12-01T09:00:00Z');
const seconds = (offset: number) => String(NOW.getTime() / 1000 + offset);
const body = Buffer.from('{"id":"1","from":"+22376123456","text":"OK 104"}');
const check = (what: Partial<Parameters<typeof checkSignature>[1]> = {}, secret = SECRET) =>
  checkSignature(
    secret,
    { timestamp: seconds(0), signature: sign(SECRET, seconds(0), body), body, ...what },
    NOW,
  );

describe('a signed message', () => {
  it('is good when secret, time and every byte agree', () => {
    expect(check()).toBe('good');
  });

  it.each([-300, 300])('is good %i seconds off, and stale one second further', (offset) => {
    const at = (seconded: string) => ({
      timestamp: seconded,
      signature: sign(SECRET, seconded, body),
    });
    expect(check(at(seconds(offset)))).toBe('good');
    expect(check(at(seconds(offset + Math.sign(offset))))).toBe('stale');
  });

  it.each([
    ['another secret', {}, 'un autre secret de plus de trente-deux lettres'],
    ['another body', { body: Buffer.from('{}') }, SECRET],
    ['another time', { timestamp: seconds(1) }, SECRET],
    ['no signature', { signature: '' }, SECRET],
    ['half a signature', { signature: sign(SECRET, seconds(0), body).slice(0, 20) }, SECRET],
    ['no time', { timestamp: '' }, SECRET],
    ['words for a time', { timestamp: 'maintenant' }, SECRET],
  ])('is bad with %s', (_story, what, secret) => {
    expect(check(what, secret)).toBe('bad');
  });
});
