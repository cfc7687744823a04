import { costUsdOf, X_PRICES_USD } from './cost';
import type { Network } from './post';

/** A call that a network takes money for. */
export type PaidCall = keyof typeof X_PRICES_USD;

/** Millionths of a dollar: sums of many small prices stay exact. */
const MICRO = 1_000_000;

/** What calls cost, in millionths of a United States dollar. Only X charges. */
export function microUsdOf(call: PaidCall, times = 1): number {
  return Math.round(X_PRICES_USD[call] * MICRO) * times;
}

/** The call by which a text is published. */
export function createCallOf(text: string): PaidCall {
  return costUsdOf({ network: 'x', text }) === X_PRICES_USD.create ? 'create' : 'createWithLink';
}

/** What publishing a text costs, in millionths of a dollar; 0 on networks that take nothing. */
export function createMicroUsd(network: Network, text: string): number {
  return network === 'x' ? microUsdOf(createCallOf(text)) : 0;
}

/** The month of an instant in UTC, in which the networks reckon: `2026-11`. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** The first instant of the month after. */
export function nextMonth(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
}

/** Whether one more call would go beyond the month's cap. At the cap itself it may. */
export function isBeyondCap(
  spentMicroUsd: number,
  nextMicroUsd: number,
  capMicroUsd: number | null,
): boolean {
  return capMicroUsd !== null && nextMicroUsd > 0 && spentMicroUsd + nextMicroUsd > capMicroUsd;
}
