import type { GatheringKind } from '../outreach';
import { combineReadings, isUsableReading } from './combine-readings';
import type { FigureKind, Indicator, IndicatorSource, IndicatorValue } from './indicator';
import type { Band } from './station-audience';

/** The figures that the system makes itself. */
export type ComputedFigures = {
  /** Null when no village has a headcount. */
  readonly madeAware: number | null;
  /** Null while no zone has a figure. */
  readonly reach: Band | null;
  /** Gatherings logged: a count of our own log, so zero is a fact. */
  readonly gatherings: Readonly<Record<GatheringKind, number>>;
};

export type IndicatorProblem =
  | {
      readonly kind: 'part-exceeds-whole';
      readonly part: string;
      readonly whole: string;
      readonly partValue: number;
      readonly wholeValue: number;
    }
  | {
      readonly kind: 'part-target-exceeds-whole';
      readonly part: string;
      readonly whole: string;
      readonly partTarget: number;
      readonly wholeTarget: number;
    }
  | { readonly kind: 'whole-missing'; readonly part: string; readonly whole: string }
  /** A part and its whole must be the same kind of figure. */
  | { readonly kind: 'kinds-differ'; readonly part: string; readonly whole: string }
  /** An estimated audience declared as counted people, or people declared as an estimate. */
  | { readonly kind: 'kind-does-not-fit-source'; readonly code: string }
  | { readonly kind: 'value-unusable'; readonly code: string; readonly count: number }
  | { readonly kind: 'value-of-unknown-indicator'; readonly code: string };

export type IndicatorProgress = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly source: IndicatorSource;
  readonly partOf: string | null;
  readonly order: number;
  readonly target: number;
  /** Null when it was not collected, which is not zero. */
  readonly value: number | null;
  /** Value divided by target, above 1 when exceeded; null without a value or a target above zero. */
  readonly share: number | null;
  /** Of a modelled reach: its low, central and high. */
  readonly band: Band | null;
  /** The entered values that make up the figure. */
  readonly readings: readonly IndicatorValue[];
  readonly evidence: readonly string[];
  readonly problems: readonly IndicatorProblem[];
};

/**
 * Where each indicator stands against its target, in the order of the project brief.
 * Indicators are never added to each other: registered, headcount and modelled are three kinds of figure.
 * A part is checked against its whole ("850, of which at least 350 girls": part <= whole) and a violation is reported,
 * not repaired. Values for an indicator that is computed are ignored: the computation is the evidence.
 */
export function indicatorProgress(
  indicators: readonly Indicator[],
  values: readonly IndicatorValue[],
  computed: ComputedFigures,
): {
  readonly indicators: readonly IndicatorProgress[];
  readonly problems: readonly IndicatorProblem[];
} {
  const rows = [...indicators]
    .sort((one, other) => one.order - other.order || (one.code < other.code ? -1 : 1))
    .map((indicator) => progressOf(indicator, values, computed));
  const checked = rows.map((row) => ({
    ...row,
    problems: [...row.problems, ...problemsWithWhole(row, rows)],
  }));
  const known = new Set(indicators.map(({ code }) => code));
  const strangers = [...new Set(values.map(({ indicatorCode }) => indicatorCode))]
    .filter((code) => !known.has(code))
    .map((code): IndicatorProblem => ({ kind: 'value-of-unknown-indicator', code }));
  return {
    indicators: checked,
    problems: [...checked.flatMap(({ problems }) => problems), ...strangers],
  };
}

function progressOf(
  indicator: Indicator,
  values: readonly IndicatorValue[],
  computed: ComputedFigures,
): IndicatorProgress {
  const { code, kind, source, target } = indicator;
  const entered =
    source === 'entered' ? values.filter((value) => value.indicatorCode === code) : [];
  const usable = entered.filter(isUsableReading);
  const readings = combineReadings(usable, kind);
  const value = valueOf(source, readings, computed);
  const problems: IndicatorProblem[] = [];
  if ((source === 'modelled-reach') !== (kind === 'modelled') && source !== 'entered') {
    problems.push({ kind: 'kind-does-not-fit-source', code });
  }
  if (usable.length < entered.length) {
    problems.push({ kind: 'value-unusable', code, count: entered.length - usable.length });
  }
  const evidence = readings.map((reading) => reading.evidence.trim());
  return {
    code,
    name: indicator.name,
    unit: indicator.unit,
    kind,
    source,
    partOf: indicator.partOf,
    order: indicator.order,
    target,
    value,
    share: value !== null && target > 0 ? value / target : null,
    band: source === 'modelled-reach' ? computed.reach : null,
    readings,
    evidence: [...new Set(evidence)].filter((words) => words !== ''),
    problems,
  };
}

function valueOf(
  source: IndicatorSource,
  readings: readonly IndicatorValue[],
  { madeAware, reach, gatherings }: ComputedFigures,
): number | null {
  switch (source) {
    case 'entered':
      return readings.length === 0 ? null : readings.reduce((sum, { value }) => sum + value, 0);
    case 'people-made-aware':
      return madeAware;
    case 'modelled-reach':
      return reach?.central ?? null;
    case 'gatherings-assembly':
      return gatherings.assembly;
    case 'gatherings-debate':
      return gatherings.debate;
    case 'gatherings-play':
      return gatherings.play;
    case 'gatherings-screening':
      return gatherings.screening;
  }
}

function problemsWithWhole(
  part: IndicatorProgress,
  rows: readonly IndicatorProgress[],
): readonly IndicatorProblem[] {
  if (part.partOf === null) return [];
  const whole = rows.find(({ code }) => code === part.partOf);
  const names = { part: part.code, whole: part.partOf };
  if (whole === undefined || whole === part) return [{ kind: 'whole-missing', ...names }];
  const problems: IndicatorProblem[] = [];
  if (part.kind !== whole.kind) problems.push({ kind: 'kinds-differ', ...names });
  if (part.value !== null && whole.value !== null && part.value > whole.value) {
    const figures = { partValue: part.value, wholeValue: whole.value };
    problems.push({ kind: 'part-exceeds-whole', ...names, ...figures });
  }
  if (part.target > whole.target) {
    const targets = { partTarget: part.target, wholeTarget: whole.target };
    problems.push({ kind: 'part-target-exceeds-whole', ...names, ...targets });
  }
  return problems;
}
