import { describe, expect, it } from 'vitest';

import { signInGate } from '../../../../src/domain/stations';

const NOON = new Date('2026-11-24T12:00:00Z');
const before = (seconds: number) => new Date(NOON.getTime() - seconds * 1000);

describe('the gate of a station’s door', () => {
  it('is open with five attempts at first', () => {
    expect(signInGate([], NOON)).toEqual({ kind: 'open', attemptsLeft: 5 });
  });

  it('counts down', () => {
    expect(signInGate([before(1), before(2), before(3), before(4)], NOON)).toEqual({
      kind: 'open',
      attemptsLeft: 1,
    });
  });

  it('closes after the fifth failure, until the first of them is fifteen minutes old', () => {
    const failures = [before(600), before(30), before(20), before(10), before(5)];
    expect(signInGate(failures, NOON)).toEqual({ kind: 'locked', retryAfterSeconds: 300 });
  });

  it('is closed one millisecond before the quarter of an hour is over, and open then', () => {
    const failures = Array.from({ length: 5 }, () => before(900));
    const justBefore = new Date(NOON.getTime() - 1);
    expect(signInGate(failures, justBefore)).toEqual({ kind: 'locked', retryAfterSeconds: 1 });
    expect(signInGate(failures, NOON)).toEqual({ kind: 'open', attemptsLeft: 5 });
  });

  it('stays closed as long as five failures are in the window, in whatever order they were kept', () => {
    const failures = [5, 890, 10, 20, 700, 30].map(before);
    expect(signInGate(failures, NOON)).toEqual({ kind: 'locked', retryAfterSeconds: 200 });
  });
});
