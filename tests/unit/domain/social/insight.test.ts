import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  dueAges,
  insightLines,
  trueAgeHours,
  type PlacedSnapshot,
} from '../../../../src/domain/social';

const SENT = new Date('2026-12-01T12:00:00Z');
const after = (hours: number, ms = 0) => new Date(SENT.getTime() + hours * 3_600_000 + ms);

describe('the ages at which figures are kept', () => {
  it.each([
    ['a millisecond before the first hour', after(1, -1), [], []],
    ['at the first hour', after(1), [], [1]],
    ['at a day, the hour being kept', after(24), [1], [24]],
    ['after two days without power', after(48), [], [1, 24]],
    ['at four weeks', after(672), [1, 24], [168, 672]],
    ['when all is kept', after(9000), [1, 24, 168, 672], []],
  ])('%s', (_when, now, looked, due) => {
    expect(dueAges(SENT, new Set(looked), now)).toEqual(due);
  });

  it('say how old the post really was', () => {
    expect(trueAgeHours(SENT, after(1, 5000))).toBe(1);
    expect(trueAgeHours(SENT, after(48))).toBe(48);
  });
});

const figure = (what: Partial<PlacedSnapshot> = {}): PlacedSnapshot => ({
  deliveryId: 'd1',
  network: 'facebook',
  metric: 'post_total_media_view_unique',
  kind: 'people',
  value: 100,
  ageHours: 1,
  takenAt: after(1),
  ...what,
});

describe('what the networks say', () => {
  it('is the newest figure of each post, the highest and the sum apart', () => {
    const lines = insightLines([
      figure({ ageHours: 24, takenAt: after(24), value: 140 }),
      figure(),
      figure({ deliveryId: 'd2', value: 90 }),
    ]);
    expect(lines).toEqual([
      {
        network: 'facebook',
        metric: 'post_total_media_view_unique',
        kind: 'people',
        deliveries: 2,
        highest: 140,
        sum: 230,
      },
    ]);
  });

  it('of two ages that were taken together after a power cut is counted once', () => {
    const together = { takenAt: after(48), value: 70 };
    expect(insightLines([figure(together), figure({ ...together, ageHours: 24 })])).toMatchObject([
      { deliveries: 1, sum: 70 },
    ]);
  });

  it('never adds across networks, names or kinds', () => {
    const lines = insightLines([
      figure(),
      figure({ network: 'x', deliveryId: 'd2' }),
      figure({ metric: 'post_media_view', kind: 'impressions', value: 900 }),
      figure({ metric: 'reactions', kind: 'engagements', value: 9 }),
    ]);
    expect(lines.map(({ network, kind, sum }) => [network, kind, sum])).toEqual([
      ['facebook', 'people', 100],
      ['facebook', 'impressions', 900],
      ['facebook', 'engagements', 9],
      ['x', 'people', 100],
    ]);
  });

  it('has a highest that is no more than the sum, whatever came', () => {
    const any = fc.record({
      deliveryId: fc.constantFrom('a', 'b', 'c'),
      network: fc.constantFrom('x', 'facebook', 'telegram'),
      metric: fc.constantFrom('m', 'n'),
      kind: fc.constantFrom('people', 'impressions', 'engagements'),
      value: fc.nat(1_000_000),
      ageHours: fc.constantFrom(1, 24, 168, 672),
      takenAt: fc.nat(1000).map((hours) => after(hours)),
    } as const);
    fc.assert(
      fc.property(fc.array(any as fc.Arbitrary<PlacedSnapshot>), (figures) => {
        for (const { highest, sum, deliveries } of insightLines(figures)) {
          expect(highest).toBeLessThanOrEqual(sum);
          expect(deliveries).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
