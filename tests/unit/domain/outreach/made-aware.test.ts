import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gatheringsByKind,
  headcountOf,
  madeAware,
  villageKey,
  type Attendance,
  type Gathering,
  type Period,
} from '../../../../src/domain/outreach';
import { buildGathering } from '../../../helpers/builders';

const EVER: Period = { from: null, to: null };

function heads(total: number | null, what: Partial<Attendance> = {}): Attendance {
  const byAgeBand = {
    'under-15': null,
    '15-17': null,
    '18-24': null,
    '25-35': null,
    'over-35': null,
  };
  return { total, female: null, male: null, byAgeBand, ...what };
}

function gathering(place: string, total: number | null, what: Partial<Gathering> = {}): Gathering {
  return buildGathering({ place, attendance: heads(total), zoneCode: null, ...what });
}

describe('people made aware', () => {
  it('takes the highest attendance of a village and adds villages', () => {
    const figure = madeAware(
      [
        gathering('Kéniéba', 120, { code: 'A' }),
        gathering('Kéniéba', 200, { code: 'B', kind: 'play' }),
        gathering('Diéma', 80, { code: 'C', kind: 'debate' }),
      ],
      EVER,
    );
    expect(figure.total).toBe(280);
    expect(figure.grossAttendance).toBe(400);
    expect(figure.villages.map(({ place, people }) => [place, people])).toEqual([
      ['Diéma', 80],
      ['Kéniéba', 200],
    ]);
    expect(figure.villages[1]?.countedGathering).toBe('B');
  });

  it.each(['KÉNIÉBA', ' Kenieba', 'Ke\u0301nie\u0301ba ', 'kéniéba'])(
    'knows « %s » as Kéniéba',
    (spelling) => {
      const figure = madeAware([gathering('Kéniéba', 10), gathering(spelling, 30)], EVER);
      expect(figure.total).toBe(30);
    },
  );

  it('tells villages apart by the letters of the national languages', () => {
    expect(villageKey('Sɛgu')).not.toBe(villageKey('Segu'));
    expect(villageKey('Kayes-N’Di')).toBe(villageKey("kayes n'di"));
  });

  it('names villages where nobody counted, and does not count them as zero', () => {
    const figure = madeAware([gathering('Yélimané', null), gathering('Diéma', 40)], EVER);
    expect(figure.total).toBe(40);
    expect(figure.villagesWithoutHeadcount).toEqual(['Yélimané']);
    expect(figure.villages.find(({ place }) => place === 'Yélimané')?.people).toBeNull();
  });

  it('has no figure at all when nobody counted anywhere', () => {
    const figure = madeAware([gathering('Yélimané', null)], EVER);
    expect(figure.total).toBeNull();
    expect(figure.grossAttendance).toBeNull();
    expect(madeAware([], EVER).total).toBeNull();
  });

  it('keeps trainings apart: those people are on a named list', () => {
    const figure = madeAware(
      [
        gathering('Kita', 25, { kind: 'training' }),
        gathering('Kita', null, { kind: 'training' }),
        gathering('Kita', 10),
      ],
      EVER,
    );
    expect(figure.total).toBe(10);
    expect(figure.grossAttendance).toBe(10);
    expect(figure.trainings).toEqual({ gatherings: 2, attendance: 25, withoutHeadcount: 1 });
  });

  it('counts only the days of the period, both ends included', () => {
    const logged = [
      gathering('Kita', 10, { date: '2026-01-01' }),
      gathering('Nioro', 20, { date: '2026-03-31' }),
      gathering('Diéma', 40, { date: '2026-04-01' }),
      gathering('Kayes', 80, { date: '2025-12-31' }),
    ];
    const quarter: Period = { from: '2026-01-01', to: '2026-03-31' };
    expect(madeAware(logged, quarter).total).toBe(30);
    expect(gatheringsByKind(logged, quarter).assembly).toBe(2);
    expect(gatheringsByKind(logged, EVER).assembly).toBe(4);
  });

  it('points at a name that is found in several zones, for a person to look at', () => {
    const figure = madeAware(
      [
        gathering('Madina', 10, { zoneCode: 'KITA' }),
        gathering('Madina', 30, { zoneCode: 'KAYES' }),
      ],
      EVER,
    );
    expect(figure.total).toBe(30);
    expect(figure.villages[0]?.zoneCodes).toEqual(['KAYES', 'KITA']);
  });

  it('is never above the gross attendance, never below its largest gathering, in any order', () => {
    const logged = fc.array(
      fc.record({
        place: fc.constantFrom('Kita', 'KITA', 'Nioro', 'Diéma', 'Diema'),
        total: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(logged, (entries) => {
        const gatherings = entries.map(({ place, total }, i) =>
          gathering(place, total, { code: `G${i}` }),
        );
        const figure = madeAware(gatherings, EVER);
        const largest = Math.max(...entries.map(({ total }) => total ?? -1));
        expect(figure.total ?? -1).toBeGreaterThanOrEqual(largest);
        expect(figure.total ?? 0).toBeLessThanOrEqual(figure.grossAttendance ?? 0);
        expect(madeAware([...gatherings].reverse(), EVER)).toEqual(figure);
      }),
    );
  });
});

describe('how many were there', () => {
  const ages = { 'under-15': 1, '15-17': 2, '18-24': 3, '25-35': 4, 'over-35': 5 };

  it.each<[string, Attendance, number | null]>([
    ['the written total', heads(40, { female: 30 }), 40],
    ['women and men, without a total', heads(null, { female: 30, male: 12 }), 42],
    ['the ages, without anything else', heads(null, { byAgeBand: ages }), 15],
    ['nobody knows: the men were not counted', heads(null, { female: 30 }), null],
    [
      'nobody knows: one age is missing',
      heads(null, { byAgeBand: { ...ages, '18-24': null } }),
      null,
    ],
    ['nobody came, and that was counted', heads(0), 0],
  ])('%s', (_story, attendance, people) => {
    expect(headcountOf(attendance)).toBe(people);
  });
});
