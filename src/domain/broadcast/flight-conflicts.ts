import type { HoldReason } from '../consent';
import type { CalendarDay, ClockTime, Language } from '../shared';

/** What stands in the way of an airing that a flight asks for. */
export type ConflictReason =
  | {
      readonly kind: 'language-not-spoken';
      readonly stationCode: string;
      readonly spotCode: string;
      readonly language: Language;
    }
  /** No file in the station's format, or the station has no format. */
  | {
      readonly kind: 'not-prepared';
      readonly stationCode: string;
      readonly spotCode: string;
      readonly profileCode: string | null;
    }
  | {
      readonly kind: 'outside-spot-dates';
      readonly spotCode: string;
      readonly flightStart: CalendarDay;
      readonly flightEnd: CalendarDay;
    }
  | {
      readonly kind: 'held-back';
      readonly spotCode: string;
      readonly reasons: readonly HoldReason[];
    }
  /** Its last moment would lie after the flight's own last day. */
  | { readonly kind: 'outside-flight-dates' }
  | { readonly kind: 'past'; readonly stationCode: string }
  | { readonly kind: 'time-skipped'; readonly stationCode: string; readonly time: ClockTime }
  /** Too near to another airing of the same message. */
  | { readonly kind: 'separation'; readonly stationCode: string; readonly minutes: number }
  | { readonly kind: 'cap-reached'; readonly stationCode: string; readonly cap: number }
  /** The window belongs to another spot that does not give way. */
  | {
      readonly kind: 'window-taken';
      readonly stationCode: string;
      readonly spotCode: string;
      readonly priority: number | null;
    }
  | {
      readonly kind: 'share-used-up';
      readonly stationCode: string;
      readonly language: Language;
    }
  /** All windows of the daypart are taken by the flight itself. */
  | { readonly kind: 'daypart-full'; readonly stationCode: string }
  /** A language has a share, but no spot of the flight speaks it. */
  | { readonly kind: 'share-without-spot'; readonly language: Language };

/** One reason, told once, with how many of the airings asked for it stood in the way of. */
export type FlightConflict = {
  readonly reason: ConflictReason;
  readonly count: number;
  readonly firstDay: CalendarDay;
  readonly lastDay: CalendarDay;
};

export type ConflictBook = {
  /** @param count how many airings it stands in the way of; 0 where others take their place. */
  note(key: string, reason: ConflictReason, day: CalendarDay, count?: number): void;
  read(): readonly FlightConflict[];
};

/** Gathers reasons: there may be a hundred thousand airings, and a person reads a dozen lines. */
export function openConflictBook(): ConflictBook {
  const book = new Map<
    string,
    { reason: ConflictReason; count: number; firstDay: CalendarDay; lastDay: CalendarDay }
  >();
  return {
    note(key, reason, day, count = 1) {
      const known = book.get(key);
      if (known === undefined) {
        book.set(key, { reason, count, firstDay: day, lastDay: day });
        return;
      }
      known.count += count;
      if (day < known.firstDay) known.firstDay = day;
      if (day > known.lastDay) known.lastDay = day;
    },
    read: () => [...book.values()].sort((one, other) => other.count - one.count),
  };
}
