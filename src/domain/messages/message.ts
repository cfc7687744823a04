import type { Language } from '../shared';

/** Where a text in one language stands. */
export const REVIEW_STATES = ['draft', 'in-review', 'approved', 'returned'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The text of a message in one language. */
export type Translation = {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly callToAction: string;
  readonly reviewState: ReviewState;
  /** Fingerprint of the French text it was translated from; null for the French text itself. */
  readonly translatedFrom: string | null;
  readonly isPublished: boolean;
};

/** One thing the campaign has to say, in up to three languages. */
export type Message = {
  readonly documentId: string;
  readonly code: string;
  readonly themeCode: string | null;
  readonly factsSource: string;
  readonly helpContact: string;
  readonly translations: Readonly<Partial<Record<Language, Translation>>>;
};
