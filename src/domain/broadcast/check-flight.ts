import { acceptUnless, isCalendarDay, isClockTime, LANGUAGES, type Result } from '../shared';
import { MAXIMUM_WINDOW_MINUTES, MINIMUM_WINDOW_MINUTES } from './check-plan';
import {
  daysBetween,
  flightDays,
  HIGHEST_PRIORITY,
  LOWEST_PRIORITY,
  type Daypart,
  type FlightTerms,
} from './flight';
import { windowsInDaypart } from './flight-windows';

/** One flight makes at most this many slots: 600 stations, a month, ten a day fit; a slip of the hand does not. */
export const MAXIMUM_FLIGHT_SLOTS = 200_000;

/** A flight is planned anew each year at the latest. */
export const MAXIMUM_FLIGHT_DAYS = 366;

export const LONGEST_FLIGHT_NAME = 80;
export const MAXIMUM_TIMES_A_DAY = 48;
export const MAXIMUM_SEPARATION_MINUTES = 24 * 60;
const MAXIMUM_DAYPARTS = 12;
const MAXIMUM_FLIGHT_SPOTS = 50;

/** Why a flight is not even worth looking at. */
export type FlightRefusal =
  | {
      readonly kind: 'flight-incomplete';
      readonly what: 'name' | 'spots' | 'stations' | 'weekdays' | 'dayparts';
    }
  | { readonly kind: 'flight-name-too-long'; readonly maximum: number }
  | { readonly kind: 'flight-day-malformed'; readonly day: string }
  | { readonly kind: 'flight-ends-before-it-begins' }
  | { readonly kind: 'flight-too-long'; readonly days: number; readonly maximum: number }
  | { readonly kind: 'flight-without-days' }
  | { readonly kind: 'daypart-malformed'; readonly from: string; readonly to: string }
  | { readonly kind: 'dayparts-overlap' }
  | {
      readonly kind: 'flight-number-out-of-range';
      readonly what: 'timesADay' | 'windowMinutes' | 'separationMinutes' | 'capADay' | 'priority';
      readonly minimum: number;
      readonly maximum: number;
    }
  | { readonly kind: 'too-many-of'; readonly what: 'spots' | 'dayparts'; readonly maximum: number }
  | { readonly kind: 'too-few-windows'; readonly windows: number; readonly timesADay: number }
  | { readonly kind: 'shares-not-whole'; readonly total: number }
  | { readonly kind: 'flight-too-large'; readonly slots: number; readonly maximum: number }
  | { readonly kind: 'flight-unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'flight-unknown-station'; readonly stationCode: string };

/** How many slots a flight asks for, by arithmetic alone; its dates may be anything. */
export function flightSize(terms: FlightTerms): number {
  if (!isCalendarDay(terms.from) || !isCalendarDay(terms.to)) return 0;
  const days = daysBetween(terms.from, terms.to);
  const onWeekdays = days > MAXIMUM_FLIGHT_DAYS ? days : flightDays(terms).length;
  return new Set(terms.stationCodes).size * onWeekdays * Math.max(0, terms.timesADay);
}

function incomplete(terms: FlightTerms): FlightRefusal[] {
  const given = {
    name: terms.name.length,
    spots: terms.spotCodes.length,
    stations: terms.stationCodes.length,
    weekdays: terms.weekdays.length,
    dayparts: terms.dayparts.length,
  };
  const missing = (['name', 'spots', 'stations', 'weekdays', 'dayparts'] as const)
    .filter((what) => given[what] === 0)
    .map((what): FlightRefusal => ({ kind: 'flight-incomplete', what }));
  const many: FlightRefusal[] = [];
  if (given.name > LONGEST_FLIGHT_NAME) {
    many.push({ kind: 'flight-name-too-long', maximum: LONGEST_FLIGHT_NAME });
  }
  if (given.spots > MAXIMUM_FLIGHT_SPOTS) {
    many.push({ kind: 'too-many-of', what: 'spots', maximum: MAXIMUM_FLIGHT_SPOTS });
  }
  if (given.dayparts > MAXIMUM_DAYPARTS) {
    many.push({ kind: 'too-many-of', what: 'dayparts', maximum: MAXIMUM_DAYPARTS });
  }
  return [...missing, ...many];
}

function checkDates(terms: FlightTerms): FlightRefusal[] {
  const malformed = [terms.from, terms.to]
    .filter((day) => !isCalendarDay(day))
    .map((day): FlightRefusal => ({ kind: 'flight-day-malformed', day }));
  if (malformed.length > 0) return malformed;
  if (terms.to < terms.from) return [{ kind: 'flight-ends-before-it-begins' }];
  const days = daysBetween(terms.from, terms.to);
  if (days > MAXIMUM_FLIGHT_DAYS) {
    return [{ kind: 'flight-too-long', days, maximum: MAXIMUM_FLIGHT_DAYS }];
  }
  return terms.weekdays.length > 0 && flightDays(terms).length === 0
    ? [{ kind: 'flight-without-days' }]
    : [];
}

function checkNumbers(terms: FlightTerms): FlightRefusal[] {
  const ranges = {
    timesADay: [1, MAXIMUM_TIMES_A_DAY],
    windowMinutes: [MINIMUM_WINDOW_MINUTES, MAXIMUM_WINDOW_MINUTES],
    separationMinutes: [0, MAXIMUM_SEPARATION_MINUTES],
    capADay: [1, 24 * 60],
    priority: [LOWEST_PRIORITY, HIGHEST_PRIORITY],
  } as const;
  const names = ['timesADay', 'windowMinutes', 'separationMinutes', 'capADay', 'priority'] as const;
  return names.flatMap((what) => {
    const [minimum, maximum] = ranges[what];
    const value = terms[what];
    const isWithin = Number.isInteger(value) && value >= minimum && value <= maximum;
    return isWithin
      ? []
      : [{ kind: 'flight-number-out-of-range', what, minimum, maximum } as const];
  });
}

function isDaypart({ from, to }: Daypart): boolean {
  return isClockTime(from) && isClockTime(to) && from < to;
}

function checkDayparts(terms: FlightTerms): FlightRefusal[] {
  const malformed = terms.dayparts
    .filter((daypart) => !isDaypart(daypart))
    .map(({ from, to }): FlightRefusal => ({ kind: 'daypart-malformed', from, to }));
  if (malformed.length > 0) return malformed;
  const overlap = terms.dayparts.some(({ from }, place) => {
    const before = terms.dayparts[place - 1];
    return before !== undefined && from < before.to;
  });
  return overlap ? [{ kind: 'dayparts-overlap' }] : [];
}

function checkWindows(terms: FlightTerms): FlightRefusal[] {
  const windows = terms.dayparts.reduce(
    (sum, daypart) => sum + windowsInDaypart(daypart, terms.windowMinutes).length,
    0,
  );
  return windows < terms.timesADay
    ? [{ kind: 'too-few-windows', windows, timesADay: terms.timesADay }]
    : [];
}

function checkShares({ languageShares }: FlightTerms): FlightRefusal[] {
  const shares = LANGUAGES.map((language) => languageShares[language] ?? 0);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const isWhole = shares.every((share) => Number.isInteger(share) && share >= 0);
  return isWhole && (total === 0 || total === 100) ? [] : [{ kind: 'shares-not-whole', total }];
}

/**
 * The flight without repetitions, or why it is not even worth looking at. Its size comes first and costs nothing: a
 * flight of a million slots is refused before anything is looked up or built.
 */
export function checkFlight(asked: FlightTerms): Result<FlightTerms, FlightRefusal> {
  const tidy: FlightTerms = {
    ...asked,
    name: asked.name.trim(),
    spotCodes: [...new Set(asked.spotCodes)],
    stationCodes: [...new Set(asked.stationCodes)],
    weekdays: [...new Set(asked.weekdays)]
      .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
      .sort((one, other) => one - other),
    dayparts: [...asked.dayparts].sort((one, other) => one.from.localeCompare(other.from)),
  };
  const slots = flightSize(tidy);
  if (slots > MAXIMUM_FLIGHT_SLOTS) {
    return acceptUnless(tidy, [{ kind: 'flight-too-large', slots, maximum: MAXIMUM_FLIGHT_SLOTS }]);
  }
  const refusals = [
    ...incomplete(tidy),
    ...checkDates(tidy),
    ...checkNumbers(tidy),
    ...checkDayparts(tidy),
    ...checkShares(tidy),
  ];
  return acceptUnless(tidy, refusals.length > 0 ? refusals : checkWindows(tidy));
}
