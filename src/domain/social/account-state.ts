import { addMinutes } from '../shared';
import type { ConnectionReport } from './connection';
import type { SendOutcome } from './delivery';
import type { Account, Network } from './post';
import { isBeyondCap, nextMonth } from './spend';

/** Why an account rests. Only a rate limit ends by itself; a broken connection ends when a look at it succeeds. */
export const PAUSE_REASONS = [
  'rate-limited',
  'out-of-credit',
  'connection-broken',
  'by-a-person',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export type AccountPause = {
  readonly reason: PauseReason;
  readonly since: Date;
  /** Null: until a person, or a look at the connection, ends it. */
  readonly until: Date | null;
  /** The network's own words, or empty. */
  readonly words: string;
};

/** What the house knows of an account beyond what people write about it. Nothing in it is secret. */
export type AccountState = {
  readonly accountCode: string;
  readonly pause: AccountPause | null;
  /** Rate limits since the last post that went out. */
  readonly limitsInARow: number;
  readonly checkedAt: Date | null;
  readonly report: ConnectionReport | null;
  /** Most that the account may cost in a month, in millionths of a dollar; null where nobody set one. */
  readonly capMicroUsd: number | null;
};

/** A month on X without a cap of one's own: a hundred posts with a link. */
export const USUAL_CAP_MICRO_USD = 20_000_000;

/** An account of which nothing is known yet. */
export function freshState(accountCode: string): AccountState {
  return {
    accountCode,
    pause: null,
    limitsInARow: 0,
    checkedAt: null,
    report: null,
    capMicroUsd: USUAL_CAP_MICRO_USD,
  };
}

/** The shortest rest after a rate limit, doubled at each further one, and its end. */
const FIRST_REST_MINUTES = 1;
const LONGEST_REST_MINUTES = 30;

/** How often a connection is looked at: daily, and a broken one each hour, since some mend by themselves. */
export const CHECK_HOURS = 24;
export const CHECK_BROKEN_HOURS = 1;

function restUntil(asked: Date, limitsInARow: number, now: Date): Date {
  const minutes = Math.min(FIRST_REST_MINUTES * 2 ** limitsInARow, LONGEST_REST_MINUTES);
  return new Date(Math.max(asked.getTime(), addMinutes(now, minutes).getTime()));
}

/** The account after an answer to one of its posts. A pause that a person ordered stays what it is. */
export function afterAnswer(state: AccountState, outcome: SendOutcome, now: Date): AccountState {
  const isOrdered = state.pause?.reason === 'by-a-person';
  switch (outcome.kind) {
    case 'published':
      return { ...state, limitsInARow: 0 };
    case 'rate-limited': {
      const { limitsInARow } = state;
      const until = restUntil(outcome.until, limitsInARow, now);
      const pause = { reason: 'rate-limited', since: now, until, words: outcome.words } as const;
      return {
        ...state,
        limitsInARow: limitsInARow + 1,
        pause: isOrdered ? state.pause : pause,
      };
    }
    case 'out-of-credit':
    case 'unauthorized': {
      const reason = outcome.kind === 'unauthorized' ? 'connection-broken' : outcome.kind;
      const pause = { reason, since: now, until: null, words: outcome.words } as const;
      return { ...state, pause: isOrdered ? state.pause : pause };
    }
    default:
      return state;
  }
}

/** The account after a look at its connection. No answer says nothing: the account stays as it is. */
export function afterCheck(state: AccountState, report: ConnectionReport, now: Date): AccountState {
  const looked = { ...state, checkedAt: now, report };
  if (report.kind === 'unreachable') return looked;
  const isBroken = state.pause?.reason === 'connection-broken';
  if (report.kind === 'connected') return isBroken ? { ...looked, pause: null } : looked;
  if (state.pause?.reason === 'by-a-person') return looked;
  const since = isBroken ? state.pause.since : now;
  const pause = { reason: 'connection-broken', since, until: null, words: report.words } as const;
  return { ...looked, pause };
}

/** Whether it is time to look at a connection. */
export function wantsCheck(state: AccountState, now: Date): boolean {
  const { checkedAt, pause, report } = state;
  if (checkedAt === null) return true;
  const isWell = report?.kind === 'connected' && pause?.reason !== 'connection-broken';
  const hours = isWell ? CHECK_HOURS : CHECK_BROKEN_HOURS;
  return now.getTime() >= checkedAt.getTime() + hours * 3_600_000;
}

/** The pause that holds at an instant; null when there is none or it is over. */
export function pauseAt(state: AccountState, now: Date): AccountPause | null {
  const { pause } = state;
  const until = pause?.until ?? null;
  return until !== null && now.getTime() >= until.getTime() ? null : pause;
}

/** Why nothing goes out on an account at an instant. */
export type AccountHold =
  | { readonly kind: 'account-gone' }
  /** In its sheet. */
  | { readonly kind: 'paused-in-sheet' }
  | { readonly kind: 'not-connected' }
  | ({ readonly kind: 'paused' } & AccountPause)
  | { readonly kind: 'cap-reached'; readonly until: Date };

/**
 * Why a post does not go out on an account now; null when it may.
 *
 * @param isConnected whether secrets were entered, where the network needs any.
 * @param spentMicroUsd what the account has cost this month.
 * @param nextMicroUsd what the post would cost.
 */
export function holdOf(
  account: Pick<Account, 'isPaused'>,
  state: AccountState,
  money: { readonly spentMicroUsd: number; readonly nextMicroUsd: number },
  isConnected: boolean,
  now: Date,
): AccountHold | null {
  if (account.isPaused) return { kind: 'paused-in-sheet' };
  if (!isConnected) return { kind: 'not-connected' };
  const pause = pauseAt(state, now);
  if (pause !== null) return { kind: 'paused', ...pause };
  return isBeyondCap(money.spentMicroUsd, money.nextMicroUsd, state.capMicroUsd)
    ? { kind: 'cap-reached', until: nextMonth(now) }
    : null;
}

/** Networks on which nothing can be posted before secrets were entered. */
export const needsSecrets = (network: Network): boolean => network !== 'simulator';
