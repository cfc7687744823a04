import { describe, expect, it } from 'vitest';

import { givePass, passHolder, PASS_SECONDS } from '../../../../src/web/desk/listening-pass';
import { fakeContext } from '../fake-context';

const NOW = new Date('2026-11-26T10:00:00Z');
const PATH = '/sounds/masters/0001';
const KEY = 'only for tests';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

/** What the browser is told to keep. */
function cookieFor(by: string, publicUrl = 'http://127.0.0.1:1337', path = PATH): string {
  const { ctx, sent } = fakeContext({});
  givePass(ctx, { by, path, now: NOW }, { digestKey: KEY, publicUrl });
  return sent.get('set-cookie') ?? '';
}

const pair = (cookie: string) => cookie.split(';')[0] ?? '';

/** Who the house takes the browser for that sends this to that address at that time. */
function holder(cookie: string, path = PATH, now = NOW, key = KEY): string | null {
  const { ctx } = fakeContext({ Cookie: cookie });
  return passHolder({ ...ctx, path }, now, key);
}

describe('a pass to one sound', () => {
  it('is a cookie for this address alone, out of reach of scripts and other sites, for ten minutes', () => {
    expect(cookieFor('user:7')).toMatch(
      /^yeelen_listen=7\.\d+\.[\w-]{43}; Path=\/sounds\/masters\/0001; HttpOnly; SameSite=Strict; Max-Age=600$/,
    );
  });

  it('is Secure exactly when people reach us by https', () => {
    expect(cookieFor('user:7', 'https://yeelen.example')).toMatch(/; Secure$/);
    expect(cookieFor('user:7', 'http://192.168.1.10:1337')).not.toMatch(/Secure/);
  });

  it('opens until its last second', () => {
    const cookie = pair(cookieFor('user:7'));
    expect(holder(cookie)).toBe('user:7');
    expect(holder(cookie, PATH, later(PASS_SECONDS - 1))).toBe('user:7');
    expect(holder(cookie, PATH, later(PASS_SECONDS))).toBeNull();
  });

  it('opens no other address', () => {
    expect(holder(pair(cookieFor('user:7')), '/sounds/masters/0002')).toBeNull();
    expect(holder(pair(cookieFor('user:7')), '/sounds/renditions/0001')).toBeNull();
  });

  it('cannot be made longer, given to another person, or made without the secret', () => {
    const cookie = pair(cookieFor('user:7'));
    const [id = '', end = '', signature = ''] = cookie.replace('yeelen_listen=', '').split('.');
    expect(holder(`yeelen_listen=${id}.${Number(end) + 999}.${signature}`)).toBeNull();
    expect(holder(`yeelen_listen=8.${end}.${signature}`)).toBeNull();
    expect(holder(cookie, PATH, NOW, 'another secret')).toBeNull();
  });

  it.each(['', 'yeelen_listen=', 'yeelen_listen=7', 'yeelen_listen=7.99999999999.x', 'other=1'])(
    'is not %j',
    (cookie) => expect(holder(cookie)).toBeNull(),
  );
});
