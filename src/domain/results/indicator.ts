import type { CalendarDay } from '../shared';

/**
 * Three kinds of figure that are never added together: a named list kept elsewhere, heads counted at an event,
 * an estimated audience.
 */
export const FIGURE_KINDS = ['registered', 'headcount', 'modelled'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Where an indicator's current value comes from. */
export const INDICATOR_SOURCES = [
  'entered',
  'people-made-aware',
  'modelled-reach',
  'gatherings-assembly',
  'gatherings-debate',
  'gatherings-play',
  'gatherings-screening',
] as const;
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number];

export type Indicator = {
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly source: IndicatorSource;
  readonly target: number;
  /** "of which at least": the indicator this one is a part of. */
  readonly partOf: string | null;
  readonly order: number;
};

/** A value entered by hand for one period. */
export type IndicatorValue = {
  readonly indicatorCode: string;
  readonly periodStart: CalendarDay;
  readonly periodEnd: CalendarDay;
  readonly value: number;
  readonly evidence: string;
};
