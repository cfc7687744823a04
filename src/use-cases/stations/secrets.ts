import { createHash, createHmac, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt with 16 MB and some 50 ms an attempt (RFC 7914). The codes are random, 60 bits long: this only has to make
 * a stolen table useless, not to protect a word somebody chose.
 */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

function derive(code: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, HASH_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** An access code as it is stored: `scrypt$<salt>$<hash>`. */
export async function hashAccessCode(code: string, salt: string): Promise<string> {
  return `scrypt$${salt}$${(await derive(code, salt)).toString('base64url')}`;
}

/** Whether a code is the one that was stored. Works as long when nothing was stored: an unknown station looks like any other. */
export async function isAccessCode(code: string, stored: string | null): Promise<boolean> {
  const [scheme, salt, hash] = (stored ?? '').split('$');
  const derived = await derive(code, salt ?? 'nobody');
  if (scheme !== 'scrypt' || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

/** A session's token as it is stored: a copy of the table opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** An address as it is stored: under the installation's key, so that nobody can try out all addresses. */
export function digestAddress(address: string, digestKey: string): string {
  return createHmac('sha256', digestKey).update(`address:${address}`).digest('hex');
}
