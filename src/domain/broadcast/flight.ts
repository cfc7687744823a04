import type { CalendarDay, ClockTime, Language } from '../shared';

/** A stretch of the day in which windows may lie, on the station's clock. */
export type Daypart = { readonly from: ClockTime; readonly to: ClockTime };

/** Percent of the airings that each language gets. Empty: the spots take turns, whatever their language. */
export type LanguageShares = Partial<Readonly<Record<Language, number>>>;

/** What a campaign manager asks for: spots on stations over weeks, as rules rather than minutes. */
export type FlightTerms = {
  readonly name: string;
  /** In the order in which they take turns. */
  readonly spotCodes: readonly string[];
  readonly stationCodes: readonly string[];
  readonly from: CalendarDay;
  /** Last day, included. */
  readonly to: CalendarDay;
  /** Monday to Sunday as 1 to 7 (ISO 8601). */
  readonly weekdays: readonly number[];
  readonly dayparts: readonly Daypart[];
  /** Airings on each station and day. */
  readonly timesADay: number;
  /** Tolerance: how long the window is in which the station may air it. */
  readonly windowMinutes: number;
  readonly languageShares: LanguageShares;
  /** At least so long between the windows of two spots of one message on a station. */
  readonly separationMinutes: number;
  /** At most so many airings of the campaign on a station and day, those of other flights included. */
  readonly capADay: number;
  /** 1 gives way first, 5 last. */
  readonly priority: number;
};

export type Flight = FlightTerms & {
  readonly id: string;
  /** Goes up with every change: of two people who edit at once, the second is told. */
  readonly revision: number;
  readonly state: 'active' | 'stopped';
};

export const LOWEST_PRIORITY = 1;
export const HIGHEST_PRIORITY = 5;

const DAY_MS = 24 * 60 * 60 * 1000;

function dayNumber(day: CalendarDay): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS
  );
}

/** How many days lie between both, both included: by arithmetic, however far they are apart. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
}

/** 1 January 1970, day 0, was a Thursday. */
function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Days of the flight, in order: those of its range that fall on its weekdays. */
export function flightDays(
  terms: Pick<FlightTerms, 'from' | 'to' | 'weekdays'>,
): readonly CalendarDay[] {
  const first = dayNumber(terms.from);
  const count = daysBetween(terms.from, terms.to);
  const days: CalendarDay[] = [];
  for (let number = first; number < first + count; number += 1) {
    if (terms.weekdays.includes(weekdayOf(number))) {
      days.push(new Date(number * DAY_MS).toISOString().slice(0, 10));
    }
  }
  return days;
}
