import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that the clocks of the gateway and of this machine may differ; an older message is a copy. */
export const SIGNATURE_WINDOW_SECONDS = 300;

/** A secret shorter than this is a word somebody chose. */
export const MINIMUM_SECRET_LETTERS = 32;

export type Signed = {
  /** Seconds since 1970, as sent. */
  readonly timestamp: string;
  /** `sha256=` and the hexadecimal digest. */
  readonly signature: string;
  readonly body: Uint8Array;
};

/** The signature of a body: HMAC-SHA256 over the timestamp, a dot and the bytes. */
export function sign(secret: string, timestamp: string, body: Uint8Array): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  return `sha256=${digest}`;
}

/** Whether it was signed with the secret, and lately. */
export function checkSignature(
  secret: string,
  signed: Signed,
  now: Date,
): 'good' | 'bad' | 'stale' {
  if (!/^\d{9,11}$/.test(signed.timestamp)) return 'bad';
  const expected = Buffer.from(sign(secret, signed.timestamp, signed.body));
  const given = Buffer.from(signed.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'bad';
  const seconds = Math.abs(now.getTime() / 1000 - Number(signed.timestamp));
  return seconds <= SIGNATURE_WINDOW_SECONDS ? 'good' : 'stale';
}
