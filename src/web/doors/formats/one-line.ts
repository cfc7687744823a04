import type { ManifestFile } from '../../../domain/delivery';
import { LANGUAGE_NAMES } from '../../../wording/terms';

/** Players and as-run logs show about this much. */
const MAXIMUM_TITLE = 120;

/**
 * A text for a list in which a line is an entry: no line break, tab or other control character, whatever somebody typed
 * into a title, and no longer than a player shows.
 */
export function oneLine(text: string, maximumLength = MAXIMUM_TITLE): string {
  const calm = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\s]+/gu, ' ')
    .trim();
  const letters = [...calm];
  if (letters.length <= maximumLength) return calm;
  return `${letters
    .slice(0, maximumLength - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * The title that a player shows and writes into its log: the spot code leads, as it does inside the file. Players split
 * at « - » into artist and title, so there is none.
 */
export function listTitle(file: Pick<ManifestFile, 'spotCode' | 'title' | 'language'>): string {
  const title = oneLine(file.title).replace(/ [-‐‑–—] /gu, ', ');
  return `${file.spotCode} ${title} (${LANGUAGE_NAMES[file.language]})`;
}
