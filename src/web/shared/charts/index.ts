export * from './reach-chart';
export * from './progress-chart';
export * from './social-chart';
export type { ChartTable } from './table';
export { frenchNumber, frenchPercent } from './french-number';
