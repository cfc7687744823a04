import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { serverTime, waitedSeconds } from '../../../../../src/web/station/client/server-clock';

const SERVER = Date.parse('2026-12-02T08:00:00Z');
const anchor = { origin: 1, perf: 500, wall: Date.parse('2009-01-01T00:00:00Z'), server: SERVER };

describe('the server’s time on a computer whose clock is wrong', () => {
  it('follows the clock that only runs forwards, whatever the other one shows', () => {
    fc.assert(
      fc.property(fc.nat(1e8), fc.integer({ min: -1e12, max: 1e12 }), (passed, jump) => {
        const now = { origin: 1, perf: 500 + passed, wall: anchor.wall + jump };
        expect(serverTime(anchor, now, null)).toEqual({ at: SERVER + passed, isSure: true });
      }),
    );
  });

  it('goes on after the computer was off for an hour', () => {
    const now = { origin: 2, perf: 30, wall: anchor.wall + 3_600_000 };
    expect(serverTime(anchor, now, null)).toEqual({ at: SERVER + 3_600_000, isSure: true });
  });

  it('is not sure once the clock was set back, and never runs back with it', () => {
    const now = { origin: 2, perf: 30, wall: anchor.wall - 1 };
    expect(serverTime(anchor, now, null)).toEqual({ at: SERVER, isSure: false });
  });

  it('takes the computer’s word where the server never spoke', () => {
    const now = { origin: 2, perf: 30, wall: 77 };
    expect(serverTime(null, now, null)).toEqual({ at: 77, isSure: true });
  });

  it('is not sure of a copy beside which no clock was noted', () => {
    const now = { origin: 2, perf: 30, wall: 77 };
    expect(serverTime(null, now, SERVER)).toEqual({ at: SERVER, isSure: false });
  });
});

describe('how long an answer waited', () => {
  const tapped = { origin: 1, perf: 1000, wall: 50_000 };

  it('is counted by the clock that only runs forwards while the page is open', () => {
    expect(waitedSeconds(tapped, { origin: 1, perf: 91_000, wall: 0 })).toBe(90);
  });

  it('is counted by the computer’s clock after a restart, and is never less than nothing', () => {
    expect(waitedSeconds(tapped, { origin: 2, perf: 5, wall: 110_000 })).toBe(60);
    expect(waitedSeconds(tapped, { origin: 2, perf: 5, wall: 0 })).toBe(0);
  });
});
