import { createHash } from 'node:crypto';

import { canonicalText, type Translation } from '../../domain/messages';

/** What a translation remembers of the French text it was made from: SHA-256 of its words. Null without a text. */
export function fingerprintOf(
  translation: Pick<Translation, 'title' | 'body' | 'callToAction'> | undefined,
): string | null {
  if (translation === undefined) return null;
  return createHash('sha256').update(canonicalText(translation)).digest('hex');
}
