import { describe, expect, it } from 'vitest';
import {
  agostiniReach,
  averageFrequency,
  betaBinomialExactly,
  betaBinomialReach,
  binomialExactly,
  binomialReach,
  grossRatingPoints,
  hofmansReach,
  listeningFromCorrelation,
  listeningFromReach,
  metheringhamReach,
  sainsburyExactly,
  sainsburyReach,
  type Listening,
} from '../../../../../src/domain/results';

function listening(afterOne: number, afterTwo: number): Listening {
  const answer = listeningFromReach(afterOne, afterTwo);
  if (!answer.ok) throw new Error(answer.refusals[0].kind);
  return answer.value;
}

describe('the values that the literature publishes', () => {
  it.each([
    ['Sainsbury, 300k 400k 200k of 1M', sainsburyReach([0.3, 0.4, 0.2]), 0.664, 1e-12],
    ['Sainsbury, .30 .20 .15', sainsburyReach([0.3, 0.2, 0.15]), 0.524, 1e-12],
    ['binomial, p .3, n 3', binomialReach(0.3, 3), 0.657, 1e-12],
    ['cumulative, p .001, n 400', binomialReach(0.001, 400), 0.32981, 5e-6],
    [
      'beta-binomial, R1 .5, R2 .55, n 5',
      betaBinomialReach(listening(0.5, 0.55), 5),
      0.603365,
      5e-7,
    ],
    [
      'Agostini, 50 30 20k with 15 9 8k shared',
      agostiniReach({
        audiences: [50_000, 30_000, 20_000],
        overlaps: [
          { first: 0, second: 1, people: 15_000 },
          { first: 0, second: 2, people: 9_000 },
          { first: 1, second: 2, people: 8_000 },
        ],
      }),
      73_529,
      0.5,
    ],
    [
      'Hofmans, the same vehicles',
      hofmansReach({
        audiences: [50_000, 30_000, 20_000],
        overlaps: [
          { first: 0, second: 1, people: 15_000 },
          { first: 0, second: 2, people: 9_000 },
          { first: 1, second: 2, people: 8_000 },
        ],
      }),
      72_300,
      5,
    ],
  ])('%s', (_name, computed, published, tolerance) => {
    expect(Math.abs(computed - published)).toBeLessThanOrEqual(tolerance);
  });

  it('Sainsbury: exactly one, two and three stations', () => {
    const [none, one, two, three] = sainsburyExactly([0.3, 0.4, 0.2]);
    expect(none).toBeCloseTo(0.336, 12);
    expect(one).toBeCloseTo(0.452, 12);
    expect(two).toBeCloseTo(0.188, 12);
    expect(three).toBeCloseTo(0.024, 12);
  });

  it('binomial: exactly one, two and three airings', () => {
    const [, one, two, three] = binomialExactly(0.3, 3);
    expect(one).toBeCloseTo(0.441, 12);
    expect(two).toBeCloseTo(0.189, 12);
    expect(three).toBeCloseTo(0.027, 12);
  });

  it('beta-binomial: a = b = .125, and exactly one to five of a million people', () => {
    const listeners = listening(0.5, 0.55);
    if (listeners.kind !== 'mixed') throw new Error(listeners.kind);
    expect(listeners.a).toBeCloseTo(0.125, 10);
    expect(listeners.b).toBeCloseTo(0.125, 10);
    const people = betaBinomialExactly(listeners, 5).map((share) => Math.round(share * 1e6));
    expect(people.slice(1)).toEqual([60_096, 43_269, 43_269, 60_096, 396_635]);
  });

  it('Metheringham: three vehicles, twelve insertions, ten million people', () => {
    const answer = metheringhamReach({
      population: 10_000_000,
      vehicles: [
        { audience: 1_500_000, insertions: 4 },
        { audience: 800_000, insertions: 3 },
        { audience: 1_200_000, insertions: 5 },
      ],
      duplication: [
        [150_000, 200_000, 180_000],
        [200_000, 120_000, 140_000],
        [180_000, 140_000, 170_000],
      ],
    });
    if (!answer.ok || answer.value.listening.kind !== 'mixed') throw new Error('no distribution');
    expect(answer.value.meanDuplication).toBeCloseTo(167_576, -0.5);
    expect(answer.value.listening.a).toBeCloseTo(5.255, 3);
    expect(answer.value.listening.b).toBeCloseTo(38.537, 3);
    expect(Math.round(answer.value.reach * 10_000_000)).toBe(7_434_177);
  });

  it('gross rating points are reach times frequency', () => {
    const points = grossRatingPoints([
      { rating: 0.1, insertions: 4 },
      { rating: 0.05, insertions: 6 },
    ]);
    expect(points).toBeCloseTo(70, 12);
    expect(averageFrequency(points, 0.35)).toBeCloseTo(2, 12);
    expect(averageFrequency(0, 0)).toBeNull();
  });

  it('a correlation of rho between two airings gives back R2 = 2p - p^2 - rho p (1 - p)', () => {
    const mixed = listeningFromCorrelation(0.2, 0.3);
    expect(betaBinomialReach(mixed, 1)).toBeCloseTo(0.2, 12);
    expect(betaBinomialReach(mixed, 2)).toBeCloseTo(0.4 - 0.04 - 0.3 * 0.2 * 0.8, 12);
  });
});
