import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agostiniReach,
  betaBinomialExactly,
  betaBinomialReach,
  binomialExactly,
  binomialReach,
  hofmansReach,
  listeningFromCorrelation,
  listeningFromReach,
  metheringhamReach,
  sainsburyExactly,
  sainsburyReach,
} from '../../../../../src/domain/results';

const share = () => fc.double({ min: 0, max: 1, noNaN: true });
const airings = () => fc.integer({ min: 0, max: 2_000 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('random duplication', () => {
  it('lies between the largest station and all of them added', () => {
    fc.assert(
      fc.property(fc.array(share(), { minLength: 1, maxLength: 12 }), (shares) => {
        const reach = sainsburyReach(shares);
        expect(reach).toBeGreaterThanOrEqual(Math.max(...shares) - 1e-12);
        expect(reach).toBeLessThanOrEqual(Math.min(1, sum(shares)) + 1e-12);
      }),
    );
  });

  it('tells everyone once: exactly none, one, two ... add to the whole, and all but none are reached', () => {
    fc.assert(
      fc.property(fc.array(share(), { maxLength: 12 }), (shares) => {
        const exactly = sainsburyExactly(shares);
        expect(exactly).toHaveLength(shares.length + 1);
        expect(sum(exactly)).toBeCloseTo(1, 9);
        expect(1 - (exactly[0] ?? 0)).toBeCloseTo(sainsburyReach(shares), 9);
      }),
    );
  });
});

describe('hearing some of n airings', () => {
  it('never falls when one more airing is added', () => {
    fc.assert(
      fc.property(share(), share(), airings(), (chance, correlation, n) => {
        expect(binomialReach(chance, n + 1)).toBeGreaterThanOrEqual(
          binomialReach(chance, n) - 1e-12,
        );
        const listening = listeningFromCorrelation(chance, correlation);
        expect(betaBinomialReach(listening, n + 1)).toBeGreaterThanOrEqual(
          betaBinomialReach(listening, n) - 1e-12,
        );
      }),
    );
  });

  it('stays a share, however many airings', () => {
    fc.assert(
      fc.property(share(), share(), airings(), (chance, correlation, n) => {
        const reaches = [
          binomialReach(chance, n),
          betaBinomialReach(listeningFromCorrelation(chance, correlation), n),
        ];
        for (const reach of reaches) {
          expect(reach).toBeGreaterThanOrEqual(0);
          expect(reach).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is smaller when the same people keep listening than when everyone is alike', () => {
    fc.assert(
      fc.property(
        share(),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        airings(),
        (chance, correlation, n) => {
          const mixed = betaBinomialReach(listeningFromCorrelation(chance, correlation), n);
          expect(mixed).toBeLessThanOrEqual(binomialReach(chance, n) + 1e-9);
        },
      ),
    );
  });

  it('tells everyone once, up to two thousand airings', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        airings(),
        (chance, correlation, n) => {
          const listening = listeningFromCorrelation(chance, correlation);
          for (const exactly of [binomialExactly(chance, n), betaBinomialExactly(listening, n)]) {
            expect(exactly).toHaveLength(n + 1);
            expect(sum(exactly)).toBeCloseTo(1, 6);
          }
          const heardOnAverage = sum(betaBinomialExactly(listening, n).map((part, k) => part * k));
          expect(heardOnAverage / Math.max(1, n)).toBeCloseTo(n === 0 ? 0 : chance, 6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('fits the two reaches that it was made from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, position) => {
          const two = one + position * (one - one ** 2);
          const answer = listeningFromReach(one, two);
          if (!answer.ok) throw new Error(answer.refusals[0].kind);
          expect(betaBinomialReach(answer.value, 1)).toBeCloseTo(one, 6);
          expect(betaBinomialReach(answer.value, 2)).toBeCloseTo(two, 6);
        },
      ),
    );
  });
});

describe('figures that no audience can have', () => {
  it('refuses fewer people after two insertions than after one', () => {
    expect(listeningFromReach(0.5, 0.4)).toEqual({
      ok: false,
      refusals: [{ kind: 'second-below-first' }],
    });
  });

  it('refuses two insertions that overlap less than chance', () => {
    expect(listeningFromReach(0.5, 0.8)).toEqual({
      ok: false,
      refusals: [{ kind: 'less-overlap-than-chance' }],
    });
  });

  it('reaches the same people at every airing when rho is one', () => {
    const listening = listeningFromCorrelation(0.3, 1);
    expect(betaBinomialReach(listening, 0)).toBe(0);
    expect(betaBinomialReach(listening, 50)).toBe(0.3);
    expect(betaBinomialExactly(listening, 2)).toEqual([0.7, 0, 0.3]);
    expect(betaBinomialExactly(listening, 0)).toEqual([1]);
  });

  it.each([
    ['a share above one', () => sainsburyReach([1.2])],
    ['a negative chance', () => binomialReach(-0.1, 3)],
    ['half an airing', () => binomialReach(0.1, 1.5)],
    ['a chance that is no number', () => binomialReach(Number.NaN, 1)],
    ['a negative audience', () => agostiniReach({ audiences: [-1], overlaps: [] })],
    [
      'two stations that share more than the smaller has',
      () => hofmansReach({ audiences: [10, 5], overlaps: [{ first: 0, second: 1, people: 6 }] }),
    ],
  ])('stops at %s', (_name, compute) => {
    expect(compute).toThrow(RangeError);
  });
});

describe('Hofmans and Agostini', () => {
  it('add vehicles that share nobody', () => {
    expect(agostiniReach({ audiences: [10, 20], overlaps: [] })).toBe(30);
    expect(hofmansReach({ audiences: [10, 20], overlaps: [] })).toBe(30);
    expect(agostiniReach({ audiences: [], overlaps: [] })).toBe(0);
    expect(hofmansReach({ audiences: [], overlaps: [] })).toBe(0);
  });

  it('Hofmans is exact for two vehicles', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        share(),
        (one, other, part) => {
          const people = Math.min(one, other) * part;
          const reach = hofmansReach({
            audiences: [one, other],
            overlaps: [{ first: 0, second: 1, people }],
          });
          expect(reach / (one + other - people)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('Metheringham on small plans', () => {
  it('reaches nobody without an insertion and one audience with one', () => {
    const vehicles = [{ audience: 200, insertions: 0 }];
    const none = metheringhamReach({ population: 1_000, vehicles, duplication: [[100]] });
    expect(none).toMatchObject({ ok: true, value: { reach: 0, meanDuplication: null } });
    const once = metheringhamReach({
      population: 1_000,
      vehicles: [{ audience: 200, insertions: 1 }],
      duplication: [[100]],
    });
    expect(once.ok && once.value.reach).toBeCloseTo(0.2, 12);
  });

  it('is the beta-binomial when there is one vehicle', () => {
    const answer = metheringhamReach({
      population: 1_000_000,
      vehicles: [{ audience: 500_000, insertions: 5 }],
      duplication: [[450_000]],
    });
    expect(answer.ok && answer.value.reach).toBeCloseTo(0.603365, 6);
  });

  it('refuses a duplication that is less than chance', () => {
    const answer = metheringhamReach({
      population: 1_000,
      vehicles: [{ audience: 500, insertions: 2 }],
      duplication: [[10]],
    });
    expect(answer).toEqual({ ok: false, refusals: [{ kind: 'less-overlap-than-chance' }] });
  });
});
