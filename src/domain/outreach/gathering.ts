import type { CalendarDay } from '../shared';

export const GATHERING_KINDS = ['assembly', 'debate', 'play', 'screening', 'training'] as const;
export type GatheringKind = (typeof GATHERING_KINDS)[number];

export const AGE_BANDS = ['under-15', '15-17', '18-24', '25-35', 'over-35'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Heads counted. Null means that nobody counted it, which is not zero. */
export type Attendance = {
  readonly total: number | null;
  readonly female: number | null;
  readonly male: number | null;
  readonly byAgeBand: Readonly<Record<AgeBand, number | null>>;
};

/** An assembly, debate, play, screening or training that took place. */
export type Gathering = {
  readonly documentId: string;
  readonly code: string;
  readonly kind: GatheringKind;
  readonly place: string;
  readonly zoneCode: string | null;
  readonly date: CalendarDay;
  readonly themeCode: string | null;
  readonly attendance: Attendance;
  readonly issuesRaised: string;
  readonly evidence: string;
  readonly isExample: boolean;
};
