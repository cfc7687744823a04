import { isCalendarDay } from '../shared';
import type { FigureKind, IndicatorValue } from './indicator';

/** A value that can be counted: a number, zero or more, for a period that ends no earlier than it starts. */
export function isUsableReading(reading: IndicatorValue): boolean {
  return (
    Number.isFinite(reading.value) &&
    reading.value >= 0 &&
    isCalendarDay(reading.periodStart) &&
    isCalendarDay(reading.periodEnd) &&
    reading.periodStart <= reading.periodEnd
  );
}

/**
 * Which of the values entered for one indicator count towards its figure; their sum is the figure.
 *
 * Registered and headcount: values of periods apart are added; where periods overlap (a quarter and the year it is in)
 * the same people may be in both, so only the highest stands. Of all choices of periods apart, the one with the
 * highest sum is taken, which makes a yearly report and four quarterly ones agree on the larger. Modelled: the same
 * audience listens in March and in April, so values are never added and the highest one stands.
 * Expects usable readings (`isUsableReading`). The order in which they were entered does not matter.
 */
export function combineReadings(
  readings: readonly IndicatorValue[],
  kind: FigureKind,
): readonly IndicatorValue[] {
  const inOrder = [...readings].sort(
    (one, other) =>
      compare(one.periodEnd, other.periodEnd) ||
      compare(one.periodStart, other.periodStart) ||
      other.value - one.value ||
      compare(one.evidence, other.evidence),
  );
  if (kind === 'modelled') {
    const highest = Math.max(...inOrder.map(({ value }) => value));
    return inOrder.filter(({ value }) => value === highest).slice(0, 1);
  }
  return bestApart(inOrder);
}

/** Weighted interval scheduling: `best[i]` is the best choice among the first i readings by end of period. */
function bestApart(inOrder: readonly IndicatorValue[]): readonly IndicatorValue[] {
  type Choice = { readonly sum: number; readonly readings: readonly IndicatorValue[] };
  const nothing: Choice = { sum: -1, readings: [] };
  const best: Choice[] = [{ sum: 0, readings: [] }];
  inOrder.forEach((reading, i) => {
    const endedBefore = inOrder.filter(({ periodEnd }) => periodEnd < reading.periodStart).length;
    const before = best[endedBefore] ?? nothing;
    const withIt: Choice = {
      sum: before.sum + reading.value,
      readings: [...before.readings, reading],
    };
    const without = best[i] ?? nothing;
    // A period of zero is still a period that was collected: at an equal sum the choice with more readings stands.
    const isBetter =
      withIt.sum > without.sum ||
      (withIt.sum === without.sum && withIt.readings.length > without.readings.length);
    best.push(isBetter ? withIt : without);
  });
  return best[inOrder.length]?.readings ?? [];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
