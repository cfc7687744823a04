import { accept, LANGUAGES, refuse, SOURCE_LANGUAGE, type Language, type Result } from '../shared';
import type { Message, ReviewState, Translation } from './message';

export const REVIEW_ACTIONS = ['submit', 'approve', 'return'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

export type ReviewRefusal =
  | { readonly kind: 'not-from-here'; readonly state: ReviewState; readonly action: ReviewAction }
  | { readonly kind: 'text-missing'; readonly language: Language }
  | { readonly kind: 'french-missing' }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'help-contact-missing' }
  | { readonly kind: 'facts-source-missing' };

const NEXT: Readonly<Record<ReviewAction, Readonly<Partial<Record<ReviewState, ReviewState>>>>> = {
  submit: { draft: 'in-review', returned: 'in-review' },
  approve: { 'in-review': 'approved' },
  // An approved text can be taken back: an error seen late is still an error.
  return: { 'in-review': 'returned', approved: 'returned' },
};

/** `draft | returned -submit-> in-review -approve-> approved`; `in-review | approved -return-> returned`. */
export function reviewTransition(
  state: ReviewState,
  action: ReviewAction,
): Result<ReviewState, ReviewRefusal> {
  const next = NEXT[action][state];
  return next === undefined ? refuse({ kind: 'not-from-here', state, action }) : accept(next);
}

/** The words of a text without what a reader cannot see: Unicode NFC, single spaces, no space at the ends. */
function canonical(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The text whose digest is a translation's fingerprint: the same words give the same text. */
export function canonicalText(
  translation: Pick<Translation, 'title' | 'body' | 'callToAction'>,
): string {
  return JSON.stringify(
    [translation.title, translation.body, translation.callToAction].map(canonical),
  );
}

function hasText(translation: Translation | undefined): translation is Translation {
  return (
    translation !== undefined &&
    canonical(translation.title) !== '' &&
    canonical(translation.body) !== ''
  );
}

/** The review state once a text was saved: an edit of the words voids what a reviewer said of the old ones. */
export function stateAfterEdit(
  before: Pick<Translation, 'title' | 'body' | 'callToAction' | 'reviewState'>,
  after: Pick<Translation, 'title' | 'body' | 'callToAction'>,
): ReviewState {
  return canonicalText(before) === canonicalText(after) ? before.reviewState : 'draft';
}

/** Whether the French text changed after the translation was made from it. Never so for the French text itself. */
export function isStale(translation: Translation, frenchFingerprint: string | null): boolean {
  return (
    translation.language !== SOURCE_LANGUAGE &&
    translation.translatedFrom !== null &&
    translation.translatedFrom !== frenchFingerprint
  );
}

/** What a message must name before it informs anyone: where its facts come from, and who helps. */
export function missingBalance(
  message: Pick<Message, 'factsSource' | 'helpContact'>,
): readonly ReviewRefusal[] {
  const refusals: ReviewRefusal[] = [];
  if (canonical(message.factsSource) === '') refusals.push({ kind: 'facts-source-missing' });
  if (canonical(message.helpContact) === '') refusals.push({ kind: 'help-contact-missing' });
  return refusals;
}

/**
 * One step of the review of a message in one language. Submitting needs a text (and, for a translation, the French
 * it was made from); approving also a help contact and a source of facts; returning a note that says what to mend.
 */
export function reviewMessageText(
  message: Message,
  language: Language,
  step: { readonly action: ReviewAction; readonly note: string },
): Result<ReviewState, ReviewRefusal> {
  const translation = message.translations[language];
  if (!hasText(translation)) return refuse({ kind: 'text-missing', language });
  const next = reviewTransition(translation.reviewState, step.action);
  if (!next.ok) return next;

  const missing: ReviewRefusal[] = [];
  if (step.action === 'return') {
    if (canonical(step.note) === '') missing.push({ kind: 'note-missing' });
  } else if (!hasText(message.translations[SOURCE_LANGUAGE])) {
    missing.push({ kind: 'french-missing' });
  }
  if (step.action === 'approve') missing.push(...missingBalance(message));
  const [first, ...others] = missing;
  return first === undefined ? next : refuse(first, ...others);
}

export const LANGUAGE_STATUSES = [
  'missing',
  'draft',
  'in-review',
  'returned',
  'approved',
  'published',
  'stale',
] as const;
export type LanguageStatus = (typeof LANGUAGE_STATUSES)[number];

function statusOf(
  translation: Translation | undefined,
  frenchFingerprint: string | null,
): LanguageStatus {
  if (!hasText(translation)) return 'missing';
  if (isStale(translation, frenchFingerprint)) return 'stale';
  if (translation.reviewState === 'approved' && translation.isPublished) return 'published';
  return translation.reviewState;
}

/** Where a message stands in each language. Stale comes before published: it is on show and no longer true to the French. */
export function languageStatus(
  message: Message,
  frenchFingerprint: string | null,
): Readonly<Record<Language, LanguageStatus>> {
  const entries = LANGUAGES.map((language): [Language, LanguageStatus] => [
    language,
    statusOf(message.translations[language], frenchFingerprint),
  ]);
  return Object.fromEntries(entries) as Record<Language, LanguageStatus>;
}
