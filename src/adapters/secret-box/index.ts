import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

import type { SecretBox } from '../../composition/ports';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key as people keep it is stretched to 256 bits; its name tells nothing of it. */
function keyOf(text: string) {
  const bytes = Buffer.from(hkdfSync('sha256', text, '', 'yeelen account secrets', 32));
  const id = createHash('sha256').update('key id ').update(bytes).digest('hex').slice(0, 12);
  return { id, bytes };
}

/**
 * Seals with AES-256-GCM: whoever changes a byte, or moves a text to another account, makes it unreadable.
 *
 * @param current the installation's key; undefined or empty where there is none.
 * @param older keys that were current before, for reading only.
 */
export function createSecretBox(
  current: string | undefined,
  older: readonly string[] = [],
): SecretBox {
  const now = current === undefined || current === '' ? null : keyOf(current);
  const known = [...(now === null ? [] : [now]), ...older.map(keyOf)];
  return {
    hasKey: () => now !== null,
    isCurrent: (keyId) => keyId === now?.id,

    seal(text, context) {
      if (now === null) throw new Error('There is no key to keep secrets with.');
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, now.bytes, nonce);
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
      return { keyId: now.id, sealed };
    },

    open(sealed, keyId, context) {
      const key = known.find(({ id }) => id === keyId);
      if (key === undefined) return null;
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(context, 'utf8'));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
