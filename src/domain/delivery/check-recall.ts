import { acceptUnless, type Result } from '../shared';
import type { RecallReason } from './notice';

/** A note is a line for colleagues, not a report. */
export const LONGEST_NOTE = 200;

/** Words that colleagues or stations read hold no way to reach a person: an address, or eight digits in a row. */
export function hasContact(words: string): boolean {
  return words.includes('@') || /\d(?:[\s.-]?\d){7}/.test(words);
}

export type RecallRefusal =
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  /** "Other" says nothing by itself. */
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'note-too-long'; readonly maximumLength: number }
  | { readonly kind: 'note-has-contact' };

/** The note as it is kept, or every reason why not. */
export function checkRecallNote(reason: RecallReason, note: string): Result<string, RecallRefusal> {
  const tidy = note.trim().replace(/\s+/g, ' ');
  const refusals: RecallRefusal[] = [
    ...(reason === 'other' && tidy === '' ? [{ kind: 'note-missing' } as const] : []),
    ...(tidy.length > LONGEST_NOTE
      ? [{ kind: 'note-too-long', maximumLength: LONGEST_NOTE } as const]
      : []),
    ...(hasContact(tidy) ? [{ kind: 'note-has-contact' } as const] : []),
  ];
  return acceptUnless(tidy, refusals);
}
