import type { ApiRequestError, ApiResponseError } from 'twitter-api-v2';

import type { NotPublished } from '../../domain/social';

/** The wait when X limits the rate without saying until when: its windows last a quarter of an hour. */
const USUAL_WINDOW_MS = 15 * 60_000;

/** Kinds of problem of a 403 that come from the account's rights, not from the post. */
const ACCESS_PROBLEM =
  /oauth1-permissions|client-not-enrolled|client-forbidden|unsupported-authentication/;

/** Answers that say nothing about the fate of a post, though they are below 500. */
const UNCLEAR_STATUS: ReadonlySet<number> = new Set([408, 409, 425]);

function field(data: unknown, name: string): string {
  if (typeof data !== 'object' || data === null) return '';
  const value: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

function firstError(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('errors' in data)) return '';
  const errors: unknown = data.errors;
  return Array.isArray(errors) ? field(errors[0], 'message') : '';
}

/** When a limit ends: the day's if it is used up, else the window's. Seconds of the epoch on the wire. */
function limitEnds(error: ApiResponseError, now: Date): Date {
  const { rateLimit } = error;
  const used = [rateLimit?.userDay, rateLimit?.day].find((limit) => limit?.remaining === 0);
  const reset = used?.reset ?? rateLimit?.reset;
  return reset === undefined || !Number.isFinite(reset)
    ? new Date(now.getTime() + USUAL_WINDOW_MS)
    : new Date(reset * 1000);
}

function fromAnswer(error: ApiResponseError, now: Date): NotPublished {
  const { code, data } = error;
  const type = field(data, 'type');
  const said = field(data, 'detail') || field(data, 'title') || firstError(data) || error.message;
  const words = `${code}: ${said}`;
  if (code === 402 || (code === 429 && type.includes('usage-capped'))) {
    return { kind: 'out-of-credit', words };
  }
  if (code === 429) return { kind: 'rate-limited', until: limitEnds(error, now), words };
  if (code === 401) return { kind: 'unauthorized', words };
  if (code === 403 && /duplicate/i.test(said)) return { kind: 'duplicate', words };
  if (code === 403 && ACCESS_PROBLEM.test(type)) return { kind: 'unauthorized', words };
  if (code >= 400 && code < 500 && !UNCLEAR_STATUS.has(code)) return { kind: 'rejected', words };
  return { kind: 'unknown', words };
}

/** The cause of a request without an answer: the library keeps it where its own getter does not look. */
function causeOf(error: ApiRequestError): string {
  const options: unknown = Object.getOwnPropertyDescriptor(error, '_options')?.value;
  const cause: unknown =
    typeof options === 'object' && options !== null && 'error' in options ? options.error : null;
  return cause instanceof Error ? cause.message : error.message;
}

/** The library's errors say what they are: asking for that does not load it. */
function isOf<Thrown>(error: unknown, type: 'response' | 'request'): error is Thrown {
  return error instanceof Error && 'type' in error && error.type === type;
}

/** What X's library threw, in the trade's words. Only a clear answer is one; all else is unknown. */
export function outcomeOfError(error: unknown, now: Date): NotPublished {
  if (isOf<ApiResponseError>(error, 'response')) return fromAnswer(error, now);
  if (isOf<ApiRequestError>(error, 'request')) return { kind: 'unknown', words: causeOf(error) };
  return { kind: 'unknown', words: error instanceof Error ? error.message : String(error) };
}
