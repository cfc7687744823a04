import { acceptUnless, isCalendarDay, type CalendarDay, type Result } from '../shared';
import {
  AGE_BANDS,
  GATHERING_KINDS,
  type AgeBand,
  type Attendance,
  type Gathering,
  type GatheringKind,
} from './gathering';
import { headcountOf } from './headcount';
import { tidyPlace } from './village';

/** More people than any square in the region holds: a typing slip, not a crowd. */
export const MAXIMUM_HEADCOUNT = 100_000;

/** Longest name of a place, in characters. */
export const MAXIMUM_PLACE_LENGTH = 120;

export type CountField = 'total' | 'female' | 'male' | AgeBand;

export type GatheringRefusal =
  | { readonly kind: 'kind-unknown' }
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'place-too-long'; readonly maximum: number }
  | { readonly kind: 'date-invalid' }
  | { readonly kind: 'date-in-future'; readonly date: CalendarDay; readonly today: CalendarDay }
  | { readonly kind: 'count-not-whole'; readonly field: CountField }
  | { readonly kind: 'count-negative'; readonly field: CountField; readonly given: number }
  | {
      readonly kind: 'count-absurd';
      readonly field: CountField;
      readonly given: number;
      readonly maximum: number;
    }
  | { readonly kind: 'sexes-exceed-total'; readonly sum: number; readonly total: number }
  | { readonly kind: 'sexes-below-total'; readonly sum: number; readonly total: number }
  | { readonly kind: 'bands-exceed-total'; readonly sum: number; readonly total: number }
  | { readonly kind: 'bands-below-total'; readonly sum: number; readonly total: number };

/** A gathering as somebody filled it in: nothing about it is believed yet. A count left out was not counted. */
export type GatheringDraft = {
  readonly kind?: unknown;
  readonly place?: unknown;
  readonly date?: unknown;
  readonly attendance?: {
    readonly total?: unknown;
    readonly female?: unknown;
    readonly male?: unknown;
    readonly byAgeBand?: Readonly<Partial<Record<AgeBand, unknown>>> | null;
  } | null;
};

/** What of a gathering was checked. */
export type CheckedGathering = Pick<Gathering, 'kind' | 'place' | 'date' | 'attendance'>;

/**
 * Checks a gathering before it is kept, and answers every reason at once, so that a form is corrected in one go.
 * `today` is the day in the campaign's time zone: a gathering is logged after it took place, never before.
 * The place comes back tidied (composed letters, single spaces); counts left out come back as null.
 */
export function checkGathering(
  draft: GatheringDraft,
  today: CalendarDay,
): Result<CheckedGathering, GatheringRefusal> {
  const refusals: GatheringRefusal[] = [];
  const place = typeof draft.place === 'string' ? tidyPlace(draft.place) : '';
  const date = isCalendarDay(draft.date) ? draft.date : '';
  const kind = isGatheringKind(draft.kind) ? draft.kind : 'assembly';

  if (!isGatheringKind(draft.kind)) refusals.push({ kind: 'kind-unknown' });
  if (place === '') refusals.push({ kind: 'place-missing' });
  if (place.length > MAXIMUM_PLACE_LENGTH) {
    refusals.push({ kind: 'place-too-long', maximum: MAXIMUM_PLACE_LENGTH });
  }
  if (date === '') refusals.push({ kind: 'date-invalid' });
  else if (date > today) refusals.push({ kind: 'date-in-future', date, today });

  const counted = readAttendance(draft.attendance);
  refusals.push(...counted.refusals);
  if (counted.refusals.length === 0) refusals.push(...checkSums(counted.attendance));

  return acceptUnless({ kind, place, date, attendance: counted.attendance }, refusals);
}

function isGatheringKind(value: unknown): value is GatheringKind {
  return (GATHERING_KINDS as readonly unknown[]).includes(value);
}

function readAttendance(given: GatheringDraft['attendance']): {
  readonly attendance: Attendance;
  readonly refusals: readonly GatheringRefusal[];
} {
  const refusals: GatheringRefusal[] = [];
  const count = (field: CountField, value: unknown): number | null => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      refusals.push({ kind: 'count-not-whole', field });
      return null;
    }
    if (value < 0) refusals.push({ kind: 'count-negative', field, given: value });
    if (value > MAXIMUM_HEADCOUNT) {
      refusals.push({ kind: 'count-absurd', field, given: value, maximum: MAXIMUM_HEADCOUNT });
    }
    return value;
  };
  const bands = given?.byAgeBand;
  const attendance: Attendance = {
    total: count('total', given?.total),
    female: count('female', given?.female),
    male: count('male', given?.male),
    byAgeBand: {
      'under-15': count('under-15', bands?.['under-15']),
      '15-17': count('15-17', bands?.['15-17']),
      '18-24': count('18-24', bands?.['18-24']),
      '25-35': count('25-35', bands?.['25-35']),
      'over-35': count('over-35', bands?.['over-35']),
    },
  };
  return { attendance, refusals };
}

/**
 * What was counted must fit the whole. Part of a split may be unknown: then it may stay below the whole but never
 * exceed it. A split that is complete must equal it. Without a written total, the whole is the split that is complete.
 */
function checkSums(attendance: Attendance): readonly GatheringRefusal[] {
  const total = headcountOf(attendance);
  if (total === null) return [];
  const refusals: GatheringRefusal[] = [];
  const sexes = addKnown([attendance.female, attendance.male]);
  if (sexes.sum > total) refusals.push({ kind: 'sexes-exceed-total', sum: sexes.sum, total });
  if (sexes.isComplete && sexes.sum < total) {
    refusals.push({ kind: 'sexes-below-total', sum: sexes.sum, total });
  }
  const bands = addKnown(AGE_BANDS.map((band) => attendance.byAgeBand[band]));
  if (bands.sum > total) refusals.push({ kind: 'bands-exceed-total', sum: bands.sum, total });
  if (bands.isComplete && bands.sum < total) {
    refusals.push({ kind: 'bands-below-total', sum: bands.sum, total });
  }
  return refusals;
}

function addKnown(counts: readonly (number | null)[]): {
  readonly sum: number;
  readonly isComplete: boolean;
} {
  const known = counts.filter((count) => count !== null);
  return {
    sum: known.reduce((sum, count) => sum + count, 0),
    isComplete: known.length === counts.length,
  };
}
