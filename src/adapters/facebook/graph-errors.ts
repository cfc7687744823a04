import { z } from 'zod';

import type { SendOutcome } from '../../domain/social';

type NotPublished = Exclude<SendOutcome, { readonly kind: 'published' }>;

/** What the Graph answers instead of yes, by the library or by `fetch`. */
export type GraphRefusal = {
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Of the fault, when there was no answer. */
  readonly message: string;
};

const errorShape = z.object({
  message: z.string().default(''),
  code: z.number().default(0),
  error_subcode: z.number().optional(),
  is_transient: z.boolean().optional(),
});
type GraphError = z.infer<typeof errorShape>;

/** Meta's tables of error codes, Graph API 24. */
const TOKEN: ReadonlySet<number> = new Set([102, 190]);
const THROTTLED: ReadonlySet<number> = new Set([4, 17, 32, 341, 613, 80_001]);
/** "Temporarily blocked": for what we did, or for what somebody reported. It passes. */
const BLOCKED = 368;
const DUPLICATE = 506;
/** Code 2 has been answered while the post was made. */
const UNCLEAR: ReadonlySet<number> = new Set([1, 2]);
const NO_SUCH_OBJECT = { code: 100, subcode: 33 };

const USUAL_WAIT_MINUTES = 15;
const BLOCKED_WAIT_MINUTES = 60;

const minutesAfter = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

function graphError(body: unknown): GraphError | null {
  const inner = z.object({ error: errorShape }).safeParse(body);
  if (inner.success) return inner.data.error;
  const plain = errorShape.safeParse(body);
  return plain.success && plain.data.code !== 0 ? plain.data : null;
}

/** Minutes that the Graph asks to wait, in a header of its own; null when it says nothing. */
function askedMinutes(headers: GraphRefusal['headers']): number | null {
  const header = headers['x-business-use-case-usage'];
  const found = typeof header === 'string' ? header : '';
  const minutes = [...found.matchAll(/"estimated_time_to_regain_access":\s*(\d+)/g)].map(
    ([, digits]) => Number(digits),
  );
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest : null;
}

/** Whether the Graph says that an object is not there, or that we may not see it: it does not tell the two apart. */
export function isNoSuchObject({ status, body }: GraphRefusal): boolean {
  if (status === 404) return true;
  const error = graphError(body);
  return error?.code === NO_SUCH_OBJECT.code && error.error_subcode === NO_SUCH_OBJECT.subcode;
}

/** What the Graph answered, in the trade's words. Only a clear answer is one; all else is unknown. */
export function outcomeOfRefusal(refusal: GraphRefusal, now: Date): NotPublished {
  const { status, body, headers, message } = refusal;
  const error = graphError(body);
  const words =
    error === null ? `${status ?? ''} ${message}`.trim() : `${error.code}: ${error.message}`;
  if (status === null || status >= 500 || error === null) return { kind: 'unknown', words };
  const { code } = error;
  if (TOKEN.has(code)) return { kind: 'unauthorized', words };
  if (THROTTLED.has(code)) {
    const until = minutesAfter(now, askedMinutes(headers) ?? USUAL_WAIT_MINUTES);
    return { kind: 'rate-limited', until, words };
  }
  if (code === BLOCKED) {
    return { kind: 'rate-limited', until: minutesAfter(now, BLOCKED_WAIT_MINUTES), words };
  }
  if (code === DUPLICATE) return { kind: 'duplicate', words };
  if (UNCLEAR.has(code) || error.is_transient === true) return { kind: 'unknown', words };
  return status >= 400 ? { kind: 'rejected', words } : { kind: 'unknown', words };
}
