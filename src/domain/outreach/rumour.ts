import type { CalendarDay, Language } from '../shared';

/** Something that goes round and may harm, or something that people ask. */
export const RUMOUR_KINDS = ['rumour', 'question'] as const;
export type RumourKind = (typeof RUMOUR_KINDS)[number];

/** How much harm believing it does: high where somebody may be hurt, trafficked or set out because of it. */
export const RUMOUR_RISKS = ['high', 'medium', 'low'] as const;
export type RumourRisk = (typeof RUMOUR_RISKS)[number];

export const HEARD_ON = ['online', 'on-air', 'assembly'] as const;
export type HeardOn = (typeof HEARD_ON)[number];

/** `new -> verified -> answered -> aired`; the last one is told by the ledger of airings, by nobody's word. */
export const RUMOUR_STATES = ['new', 'verified', 'answered', 'aired'] as const;
export type RumourState = (typeof RUMOUR_STATES)[number];

/** Once heard: the day, the door, the zone. Never who said it or to whom. */
export type Hearing = {
  readonly day: CalendarDay;
  readonly heardOn: HeardOn;
  /** Null when nobody can say where, as online. */
  readonly zoneCode: string | null;
};

/** What was answered, where the facts come from, and what says it on the air. */
export type RumourAnswer = {
  readonly text: string;
  readonly source: string;
  /** A message, every spot of which answers; or one spot. Both may be null: an answer not on the air yet. */
  readonly messageCode: string | null;
  readonly spotCode: string | null;
  readonly at: Date;
  readonly by: string;
};

/**
 * A rumour or a question, anonymous by construction: there is no field for a person, and its words are refused when they hold
 * a way to reach one.
 */
export type Rumour = {
  readonly id: string;
  readonly kind: RumourKind;
  readonly text: string;
  readonly language: Language;
  readonly risk: RumourRisk;
  readonly hearings: readonly Hearing[];
  readonly notedAt: Date;
  /** `user:<id>` of whoever wrote it down. */
  readonly notedBy: string;
  readonly verified: { readonly at: Date; readonly by: string } | null;
  readonly answer: RumourAnswer | null;
  /** Grows with every change: two people do not overwrite each other. */
  readonly revision: number;
};
