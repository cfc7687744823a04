import { describe, expect, it } from 'vitest';
import { clearCookie, cookieLine, readCookie, setCookie } from '../../../../src/web/shared/cookie';
import { fakeContext } from '../fake-context';

const SHAPE = { name: 'yeelen_station', path: '/station' };

describe('the session cookie', () => {
  it('is Secure when people reach us by https', () => {
    expect(cookieLine(SHAPE, 'abc', 'https://yeelen.example')).toBe(
      'yeelen_station=abc; Path=/station; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('is not Secure over plain http, where a browser would drop it', () => {
    expect(cookieLine(SHAPE, 'abc', 'http://192.168.1.10:1337')).toBe(
      'yeelen_station=abc; Path=/station; HttpOnly; SameSite=Lax',
    );
  });

  it('ends with the browser: it has no lifetime of its own', () => {
    const { ctx, sent } = fakeContext({});
    setCookie(ctx, SHAPE, 'abc', 'https://yeelen.example');
    expect(sent.get('set-cookie')).not.toMatch(/Max-Age|Expires/);
  });

  it('is taken out of the browser at sign-out', () => {
    const { ctx, sent } = fakeContext({});
    clearCookie(ctx, SHAPE, 'http://localhost');
    expect(sent.get('set-cookie')).toBe(
      'yeelen_station=; Path=/station; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it.each([
    ['yeelen_station=abc-_~.1', 'abc-_~.1'],
    ['other=1; yeelen_station=abc; last=2', 'abc'],
    ['xyeelen_station=abc', null],
    ['yeelen_station=', null],
    ['yeelen_station=a"b', null],
    ['', null],
  ])('is read from « %s »', (header, expected) => {
    expect(readCookie(fakeContext({ cookie: header }).ctx, SHAPE)).toBe(expected);
  });
});
