import type { CalendarDay, Language } from '../shared';

/** Whose voice or face a recording or picture carries. */
export const VOICES = ['no-real-person', 'adult', 'minor'] as const;
export type Voices = (typeof VOICES)[number];

/** For whom a consent speaks: the person it is about, or the actor who reads their words. */
export const SPEAKERS = ['witness', 'actor'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** Where something may go out. */
export const CHANNELS = ['radio', 'social', 'web'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a consent speaks of. */
export type ConsentSubject = { readonly kind: 'spot' | 'post'; readonly code: string };

/**
 * That a real person agreed to be heard or seen. It holds no name: `reference` is the number of the signed
 * or recorded form, which stays with the organisation that collected it.
 */
export type Consent = {
  readonly id: string;
  readonly subject: ConsentSubject;
  readonly reference: string;
  readonly speaker: Speaker;
  readonly voices: Exclude<Voices, 'no-real-person'>;
  readonly channels: readonly Channel[];
  readonly languages: readonly Language[];
  /** The person was told that help does not depend on saying yes. */
  readonly isAidIndependent: boolean;
  readonly hasChildAgreed: boolean;
  readonly hasGuardianAgreed: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Last day on which it may go out. */
  readonly expiresOn: CalendarDay;
  /** A second person, required for a minor. */
  readonly approvedBy: string | null;
  readonly withdrawnAt: Date | null;
};
