import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BRIEF_INDICATORS,
  combineReadings,
  indicatorProgress,
  type ComputedFigures,
  type Indicator,
  type IndicatorValue,
} from '../../../../src/domain/results';
import { isReferenceCode } from '../../../../src/domain/shared';
import { buildIndicator } from '../../../helpers/builders';

const NOTHING: ComputedFigures = {
  madeAware: null,
  reach: null,
  gatherings: { assembly: 0, debate: 0, play: 0, screening: 0, training: 0 },
};

function value(
  periodStart: string,
  periodEnd: string,
  count: number,
  what: Partial<IndicatorValue> = {},
): IndicatorValue {
  return { indicatorCode: 'JEUNES', periodStart, periodEnd, value: count, evidence: '', ...what };
}

function entered(what: Partial<Indicator> = {}): Indicator {
  return buildIndicator({
    code: 'JEUNES',
    kind: 'registered',
    source: 'entered',
    target: 850,
    ...what,
  });
}

function row(indicator: Indicator, values: readonly IndicatorValue[], computed = NOTHING) {
  return indicatorProgress([indicator], values, computed).indicators[0];
}

describe('values entered for several periods', () => {
  it('adds periods apart', () => {
    const readings = [
      value('2026-01-01', '2026-03-31', 100, { evidence: 'Listes T1' }),
      value('2026-04-01', '2026-06-30', 50, { evidence: 'Listes T2' }),
    ];
    expect(row(entered(), readings)).toMatchObject({
      value: 150,
      share: 150 / 850,
      evidence: ['Listes T1', 'Listes T2'],
    });
  });

  it('takes the highest where periods overlap', () => {
    const year = value('2026-01-01', '2026-12-31', 100);
    const quarter = value('2026-01-01', '2026-03-31', 60);
    expect(row(entered(), [year, quarter])?.value).toBe(100);
  });

  it('lets two half-years stand against the year they are in', () => {
    const halves = [value('2026-01-01', '2026-06-30', 60), value('2026-07-01', '2026-12-31', 70)];
    expect(row(entered(), [value('2026-01-01', '2026-12-31', 100), ...halves])?.value).toBe(130);
    expect(row(entered(), [value('2026-01-01', '2026-12-31', 140), ...halves])?.value).toBe(140);
  });

  it('a shared last day is an overlap', () => {
    const readings = [value('2026-01-01', '2026-03-31', 10), value('2026-03-31', '2026-04-30', 7)];
    expect(row(entered(), readings)?.value).toBe(10);
  });

  it('never adds modelled values: the same audience listens in March and in April', () => {
    const readings = [
      value('2026-03-01', '2026-03-31', 90_000),
      value('2026-04-01', '2026-04-30', 120_000),
    ];
    expect(row(entered({ kind: 'modelled' }), readings)?.value).toBe(120_000);
  });

  it('leaves aside what is no figure, and says so', () => {
    const readings = [
      value('2026-01-01', '2026-03-31', -4),
      value('2026-06-30', '2026-04-01', 4),
      value('2026-07-01', '2026-09-30', 9),
    ];
    const progress = row(entered(), readings);
    expect(progress?.value).toBe(9);
    expect(progress?.problems).toEqual([{ kind: 'value-unusable', code: 'JEUNES', count: 2 }]);
  });

  it('chooses periods apart with the highest sum, whatever the order of entry', () => {
    const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`;
    const reading = fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 50 }),
      )
      .map(([start, length, count]) => value(day(start), day(Math.min(31, start + length)), count));
    const isApart = (chosen: readonly IndicatorValue[]) =>
      chosen.every((one, i) =>
        chosen
          .slice(i + 1)
          .every((other) => one.periodEnd < other.periodStart || other.periodEnd < one.periodStart),
      );
    const sum = (chosen: readonly IndicatorValue[]) =>
      chosen.reduce((total, one) => total + one.value, 0);
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 7 }), (readings) => {
        const chosen = combineReadings(readings, 'registered');
        expect(isApart(chosen)).toBe(true);
        const subsets = readings.reduce<readonly (readonly IndicatorValue[])[]>(
          (all, one) => [...all, ...all.map((subset) => [...subset, one])],
          [[]],
        );
        expect(sum(chosen)).toBe(Math.max(...subsets.filter(isApart).map(sum)));
        expect(combineReadings([...readings].reverse(), 'registered')).toEqual(chosen);
      }),
    );
  });
});

describe('an indicator', () => {
  it('that was not collected is unknown, not zero', () => {
    expect(row(entered(), [])).toMatchObject({ value: null, share: null, readings: [] });
  });

  it('that was counted as zero is zero', () => {
    const progress = row(entered(), [value('2026-01-01', '2026-01-31', 0)]);
    expect(progress).toMatchObject({ value: 0, share: 0 });
    expect(progress?.readings).toHaveLength(1);
  });

  it('beyond its target says by how much', () => {
    expect(row(entered({ target: 40 }), [value('2026-01-01', '2026-01-31', 60)])?.share).toBe(1.5);
  });

  it('without a target has no share', () => {
    expect(row(entered({ target: 0 }), [value('2026-01-01', '2026-01-31', 6)])?.share).toBeNull();
  });

  it.each([
    ['gatherings-assembly', 7],
    ['gatherings-debate', 2],
    ['gatherings-play', 1],
    ['gatherings-screening', 0],
  ] as const)('%s counts the log', (source, expected) => {
    const gatherings = { assembly: 7, debate: 2, play: 1, screening: 0, training: 5 };
    expect(row(entered({ source }), [], { ...NOTHING, gatherings })?.value).toBe(expected);
  });

  it('of people made aware takes the computed figure and ignores what was typed in', () => {
    const indicator = entered({ kind: 'headcount', source: 'people-made-aware' });
    const typed = [value('2026-01-01', '2026-01-31', 99_999)];
    expect(row(indicator, typed, { ...NOTHING, madeAware: 280 })).toMatchObject({
      value: 280,
      readings: [],
    });
  });

  it('of reach takes the central estimate and carries low and high', () => {
    const reach = { low: 1_000, central: 2_000, high: 3_000 };
    const indicator = entered({ kind: 'modelled', source: 'modelled-reach' });
    expect(row(indicator, [], { ...NOTHING, reach })).toMatchObject({ value: 2_000, band: reach });
    expect(row(indicator, [])).toMatchObject({ value: null, band: null });
  });

  it('cannot pass an estimate off as counted people', () => {
    expect(row(entered({ kind: 'registered', source: 'modelled-reach' }), [])?.problems).toEqual([
      { kind: 'kind-does-not-fit-source', code: 'JEUNES' },
    ]);
    const aware = entered({ kind: 'modelled', source: 'people-made-aware' });
    expect(row(aware, [])?.problems).toHaveLength(1);
  });
});

describe('a part of another indicator', () => {
  const young = entered({ code: 'JEUNES', order: 1, target: 850 });
  const girls = entered({ code: 'FILLES', order: 2, target: 350, partOf: 'JEUNES' });
  const counts = (ofYoung: number | null, ofGirls: number | null) => [
    ...(ofYoung === null ? [] : [value('2026-01-01', '2026-03-31', ofYoung)]),
    ...(ofGirls === null
      ? []
      : [value('2026-01-01', '2026-03-31', ofGirls, { indicatorCode: 'FILLES' })]),
  ];

  it.each([
    [200, 90],
    [200, 200],
    [null, 90],
    [200, null],
  ])('%s young people, %s girls: in order', (ofYoung, ofGirls) => {
    expect(indicatorProgress([young, girls], counts(ofYoung, ofGirls), NOTHING).problems).toEqual(
      [],
    );
  });

  it('is reported when it is larger than the whole', () => {
    const progress = indicatorProgress([girls, young], counts(200, 201), NOTHING);
    expect(progress.indicators.map(({ code }) => code)).toEqual(['JEUNES', 'FILLES']);
    expect(progress.problems).toEqual([
      {
        kind: 'part-exceeds-whole',
        part: 'FILLES',
        whole: 'JEUNES',
        partValue: 201,
        wholeValue: 200,
      },
    ]);
  });

  it('is reported when its target is larger, its kind differs, or its whole is gone', () => {
    const greedy = { ...girls, target: 900, kind: 'headcount' as const };
    expect(
      indicatorProgress([young, greedy], [], NOTHING).problems.map(({ kind }) => kind),
    ).toEqual(['kinds-differ', 'part-target-exceeds-whole']);
    expect(indicatorProgress([girls], [], NOTHING).problems).toEqual([
      { kind: 'whole-missing', part: 'FILLES', whole: 'JEUNES' },
    ]);
  });

  it('names values of an indicator that is gone', () => {
    const stray = [value('2026-01-01', '2026-01-31', 5, { indicatorCode: 'DISPARU' })];
    expect(indicatorProgress([young], stray, NOTHING).problems).toEqual([
      { kind: 'value-of-unknown-indicator', code: 'DISPARU' },
    ]);
  });
});

describe('the indicators of the project brief', () => {
  it('are the fourteen targets of the brief', () => {
    const targets = BRIEF_INDICATORS.map(({ target }) => target);
    expect(targets).toEqual([850, 350, 102, 40, 2, 130, 3_140, 250_000, 3, 20, 1, 1, 40, 400]);
  });

  it('stand in order, under codes of their own, parts within wholes', () => {
    const indicators = BRIEF_INDICATORS.map((one) => ({ ...one, documentId: one.code }));
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
    expect(indicators.every(({ code }) => isReferenceCode(code))).toBe(true);
    expect(indicators.map(({ order }) => order)).toEqual(indicators.map((_, i) => i + 1));
    expect(indicatorProgress(indicators, [], NOTHING).problems).toEqual([]);
  });
});
