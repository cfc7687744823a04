import type { Rendition, Spot } from '../audio';
import type { HoldReason } from '../consent';
import {
  acceptUnless,
  addMinutes,
  dayInZone,
  type CalendarDay,
  type Language,
  type Result,
} from '../shared';
import type { Station } from '../stations';
import { hasContact, LONGEST_NOTE } from './check-recall';

/** What is urgent for longer than a week is planned. */
export const LONGEST_URGENT_HOURS = 7 * 24;

export type UrgentAsked = {
  readonly spotCode: string;
  readonly stationCodes: readonly string[];
  /** Why it cannot wait, in words that stations read. */
  readonly reason: string;
  readonly endsAt: Date;
};

export type UrgentRefusal =
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'stations-missing' }
  | { readonly kind: 'unknown-station'; readonly stationCode: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly maximumLength: number }
  | { readonly kind: 'reason-has-contact' }
  | { readonly kind: 'end-malformed' }
  | { readonly kind: 'end-in-the-past' }
  | { readonly kind: 'end-too-late'; readonly maximumHours: number }
  | {
      readonly kind: 'language-not-spoken';
      readonly stationCode: string;
      readonly language: Language;
    }
  | { readonly kind: 'not-prepared'; readonly stationCode: string }
  | {
      readonly kind: 'outside-flight';
      readonly day: CalendarDay;
      readonly flightStart: CalendarDay;
      readonly flightEnd: CalendarDay;
    }
  | {
      readonly kind: 'held-back';
      readonly day: CalendarDay;
      readonly reasons: readonly HoldReason[];
    }
  /** One urgent message a spot: a second one would only ask the stations again. */
  | { readonly kind: 'already-urgent'; readonly spotCode: string };

export type UrgentFacts = {
  readonly spot: Spot;
  /** Each asked station with the spot's file in its format. */
  readonly stations: readonly { readonly station: Station; readonly rendition: Rendition | null }[];
  /** Why the spot may not go on the air on a day; empty when it may. */
  readonly holdsOn: (day: CalendarDay) => readonly HoldReason[];
  readonly now: Date;
};

/** The words and the end, as they are kept: what is wrong with them needs no look at anything else. */
export function checkUrgentForm(asked: UrgentAsked, now: Date): Result<UrgentAsked, UrgentRefusal> {
  const tidy: UrgentAsked = {
    ...asked,
    stationCodes: [...new Set(asked.stationCodes)],
    reason: asked.reason.trim().replace(/\s+/g, ' '),
  };
  return acceptUnless(tidy, [...checkWords(tidy), ...checkEnd(tidy.endsAt, now)]);
}

function checkWords({ stationCodes, reason }: UrgentAsked): UrgentRefusal[] {
  const refusals: UrgentRefusal[] = [];
  if (stationCodes.length === 0) refusals.push({ kind: 'stations-missing' });
  if (reason === '') refusals.push({ kind: 'reason-missing' });
  if (reason.length > LONGEST_NOTE) {
    refusals.push({ kind: 'reason-too-long', maximumLength: LONGEST_NOTE });
  }
  if (hasContact(reason)) refusals.push({ kind: 'reason-has-contact' });
  return refusals;
}

function checkEnd(endsAt: Date, now: Date): UrgentRefusal[] {
  if (Number.isNaN(endsAt.getTime())) return [{ kind: 'end-malformed' }];
  if (endsAt <= now) return [{ kind: 'end-in-the-past' }];
  return endsAt > addMinutes(now, LONGEST_URGENT_HOURS * 60)
    ? [{ kind: 'end-too-late', maximumHours: LONGEST_URGENT_HOURS }]
    : [];
}

/**
 * Whether an urgent message may go to its stations, from this moment to its end. It skips the planning and nothing else:
 * its file is there for every station, and consent and flight hold on its first and on its last day.
 */
export function checkUrgent(
  { endsAt }: Pick<UrgentAsked, 'endsAt'>,
  { spot, stations, holdsOn, now }: UrgentFacts,
): readonly UrgentRefusal[] {
  const refusals: UrgentRefusal[] = [];
  const days = new Set<CalendarDay>();
  for (const { station, rendition } of stations) {
    const stationCode = station.code;
    if (!station.languages.includes(spot.language)) {
      refusals.push({ kind: 'language-not-spoken', stationCode, language: spot.language });
    }
    if (rendition === null) refusals.push({ kind: 'not-prepared', stationCode });
    const lastMoment = new Date(endsAt.getTime() - 1);
    for (const instant of [now, lastMoment]) days.add(dayInZone(instant, station.timeZone));
  }
  const { flightStart, flightEnd } = spot;
  for (const day of [...days].sort()) {
    if (day < flightStart || day > flightEnd) {
      refusals.push({ kind: 'outside-flight', day, flightStart, flightEnd });
    }
    const reasons = holdsOn(day);
    if (reasons.length > 0) refusals.push({ kind: 'held-back', day, reasons });
  }
  return refusals;
}
