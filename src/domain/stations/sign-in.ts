/** How long a failed attempt counts against its pair of station and address. */
export const SIGN_IN_WINDOW_MINUTES = 15;

/** Failed attempts within the window after which even the right code is refused. */
export const SIGN_IN_MAXIMUM_FAILURES = 5;

/** A station's computer is shared: the session ends with the working day at the latest. */
export const SESSION_HOURS = 8;

/** And when nobody asked for anything for this long. */
export const SESSION_IDLE_HOURS = 2;

const WINDOW_MS = SIGN_IN_WINDOW_MINUTES * 60_000;

export type SignInGate =
  | { readonly kind: 'open'; readonly attemptsLeft: number }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/** Failures before this instant no longer count. */
export function signInWindowStart(now: Date): Date {
  return new Date(now.getTime() - WINDOW_MS);
}

/**
 * Whether one more attempt is allowed, from the failures of one pair of station and address.
 * The lock opens when the fifth-last failure leaves the window.
 */
export function signInGate(failures: readonly Date[], now: Date): SignInGate {
  const counting = failures
    .map((failure) => failure.getTime())
    .filter((at) => at > now.getTime() - WINDOW_MS)
    .sort((left, right) => left - right);
  const decisive = counting[counting.length - SIGN_IN_MAXIMUM_FAILURES];
  if (decisive === undefined) {
    return { kind: 'open', attemptsLeft: SIGN_IN_MAXIMUM_FAILURES - counting.length };
  }
  const retryAfterMs = decisive + WINDOW_MS - now.getTime();
  return { kind: 'locked', retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) };
}

/** When a session ends that is used now: after a while without use, and never later than the working day allows. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  const latest = createdAt.getTime() + SESSION_HOURS * 3_600_000;
  return new Date(Math.min(latest, now.getTime() + SESSION_IDLE_HOURS * 3_600_000));
}
