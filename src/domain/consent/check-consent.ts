import { DateTime } from 'luxon';

import { acceptUnless, isCalendarDay, type CalendarDay, type Result } from '../shared';
import type { Consent, ConsentSubject, Speaker } from './consent';

/** A consent lasts at most this long; then the person is asked again. A rule of the campaign. */
export const LONGEST_CONSENT_YEARS = 5;

/** A form number, not a sentence: long enough for "YEELEN/KAYES/2026-00042". */
export const LONGEST_REFERENCE = 40;

/** What a person enters; the rest (who, when) the desk knows. */
export type ConsentDraft = Pick<
  Consent,
  | 'subject'
  | 'reference'
  | 'voices'
  | 'channels'
  | 'languages'
  | 'isAidIndependent'
  | 'hasChildAgreed'
  | 'hasGuardianAgreed'
  | 'expiresOn'
> & {
  /** Left out: the person whose voice or face it is. */
  readonly speaker?: Speaker;
};

export type ConsentRefusal =
  /** There is no such spot or post. */
  | { readonly kind: 'unknown-subject'; readonly subject: ConsentSubject }
  | { readonly kind: 'reference-missing' }
  /** A form number has a digit and is short: a name or a sentence does not belong here. */
  | { readonly kind: 'reference-not-a-number'; readonly maximumLength: number }
  | { readonly kind: 'channels-missing' }
  | { readonly kind: 'languages-missing' }
  | { readonly kind: 'expiry-not-a-day' }
  | { readonly kind: 'expiry-in-the-past'; readonly today: CalendarDay }
  | { readonly kind: 'expiry-too-far'; readonly latest: CalendarDay };

function checkReference(reference: string): ConsentRefusal[] {
  if (reference === '') return [{ kind: 'reference-missing' }];
  const isFormNumber =
    reference.length <= LONGEST_REFERENCE && /^[\p{L}\d][\p{L}\d ./_-]*$/u.test(reference);
  return isFormNumber && /\d/.test(reference)
    ? []
    : [{ kind: 'reference-not-a-number', maximumLength: LONGEST_REFERENCE }];
}

function checkExpiry(expiresOn: CalendarDay, today: CalendarDay): ConsentRefusal[] {
  if (!isCalendarDay(expiresOn)) return [{ kind: 'expiry-not-a-day' }];
  if (expiresOn <= today) return [{ kind: 'expiry-in-the-past', today }];
  const latest = DateTime.fromISO(today, { zone: 'utc' })
    .plus({ years: LONGEST_CONSENT_YEARS })
    .toFormat('yyyy-MM-dd');
  return expiresOn > latest ? [{ kind: 'expiry-too-far', latest }] : [];
}

/** Whether a consent may be recorded. What it leaves out (a guardian, a channel) only holds the outing back later. */
export function checkConsent(
  draft: ConsentDraft,
  today: CalendarDay,
): Result<ConsentDraft, ConsentRefusal> {
  const tidy: ConsentDraft = {
    ...draft,
    reference: draft.reference.trim(),
    channels: [...new Set(draft.channels)],
    languages: [...new Set(draft.languages)],
  };
  const refusals: ConsentRefusal[] = [
    ...checkReference(tidy.reference),
    ...(tidy.channels.length === 0 ? [{ kind: 'channels-missing' } as const] : []),
    ...(tidy.languages.length === 0 ? [{ kind: 'languages-missing' } as const] : []),
    ...checkExpiry(tidy.expiresOn, today),
  ];
  return acceptUnless(tidy, refusals);
}
