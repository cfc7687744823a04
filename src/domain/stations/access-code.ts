/** Letters and digits that nobody confuses on paper or by telephone: no I, O, 0 or 1. 32 of them, 5 bits each. */
export const ACCESS_CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Random bytes that one access code is written from: 12 characters of 5 bits, 60 bits in all. */
export const ACCESS_CODE_BYTES = GROUPS * GROUP_LENGTH;

/**
 * Writes random bytes as an access code, `K7QM-2XWA-9FDT`.
 * @throws RangeError when there are fewer than `ACCESS_CODE_BYTES` bytes.
 */
export function writeAccessCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < ACCESS_CODE_BYTES) {
    throw new RangeError(`An access code needs ${ACCESS_CODE_BYTES} random bytes.`);
  }
  const letters = Array.from(randomBytes.slice(0, ACCESS_CODE_BYTES), (byte) =>
    ACCESS_CODE_ALPHABET.charAt(byte % ACCESS_CODE_ALPHABET.length),
  ).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** The code as it was meant: without spaces and hyphens, in capitals. */
export function readAccessCode(entered: string): string {
  return entered.replace(/[\s-]/g, '').toUpperCase();
}
