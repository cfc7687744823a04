import { instantInZone, isSpotCode, type CalendarDay, type ClockTime } from '../shared';

/** A line of a station's playout log, as its program wrote it. */
export type AsRunRow = {
  /** In the file, from 1. */
  readonly lineNumber: number;
  /** The cells that tell when it was played; null where a line is one text. */
  readonly when: string | null;
  /** Title or file name, where the spot's code stands. */
  readonly title: string;
  /** The whole line, shortened, to be shown. */
  readonly text: string;
};

/** Why a line says nothing of ours. */
export type UnmatchedReason =
  /** Music, jingles, programmes: no spot code. */
  | 'no-code'
  | 'unknown-spot'
  | 'no-time'
  /** The station's clocks skip this time. */
  | 'time-skipped'
  | 'in-the-future'
  | 'too-long-ago'
  /** The same line stands above. */
  | 'repeated';

/** A line that was read: one spot on air in one minute. */
export type AsRunPlay = {
  readonly row: AsRunRow;
  readonly spotCode: string;
  /** To the minute: programs disagree on the second. */
  readonly at: Date;
};

export type AsRunReading =
  | { readonly kind: 'play'; readonly play: AsRunPlay }
  | {
      readonly kind: 'unmatched';
      readonly row: AsRunRow;
      readonly reason: Extract<UnmatchedReason, 'no-code' | 'no-time' | 'time-skipped'>;
    };

/** Day and month in numbers, `03/04/2026`: French order, unless the file itself shows the other. */
export type DateOrder = 'day-first' | 'month-first';

const YEAR_FIRST = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
/** `07:05`, `07:05:12.4`, `7h05`, `7:05am`, each with the offset that an ISO time may carry. */
const CLOCK =
  /(?<![\d:])(\d{1,2})\s?[:hH]\s?(\d{2})(?:[:m](\d{2})(?:[.,]\d+)?)?(?!\d)\s*(am|pm|AM|PM)?\s*(Z\b|[+-]\d{2}:?\d{2}(?!\d))?/;

/** What order the dates of a file have: one day above 12 tells it for all of them. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const found = texts.map((text) => YEAR_LAST.exec(YEAR_FIRST.test(text) ? '' : text));
  const isMonthFirst = found.some((match) => Number(match?.[2]) > 12);
  const isDayFirst = found.some((match) => Number(match?.[1]) > 12);
  return isMonthFirst && !isDayFirst ? 'month-first' : 'day-first';
}

export type WrittenMoment = {
  readonly day: CalendarDay;
  readonly time: ClockTime;
  /** Minutes east of UTC, when the text says so itself. */
  readonly offsetMinutes: number | null;
};

/** The day and the minute written in a text; null when one of them is missing. */
export function momentIn(text: string, order: DateOrder): WrittenMoment | null {
  const date = dateIn(text, order);
  if (date === null) return null;
  // A date's own dots and the `T` behind it are no part of the time.
  const clock = CLOCK.exec(text.replace(date.written, ' ').replace(/(^|\s)T(?=\d)/, '$1'));
  if (clock === null) return null;
  const hours = hoursOf(Number(clock[1]), clock[4]);
  const minutes = Number(clock[2]);
  if (hours === null || minutes > 59) return null;
  return {
    day: date.day,
    time: `${pad(hours)}:${pad(minutes)}`,
    offsetMinutes: offsetOf(clock[5]),
  };
}

function dateIn(
  text: string,
  order: DateOrder,
): { readonly day: CalendarDay; readonly written: string } | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return calendarDay(first[0], first[1], first[2], first[3]);
  const last = YEAR_LAST.exec(text);
  if (last === null) return null;
  const [written, one, other, year = ''] = last;
  const [day, month] = order === 'day-first' ? [one, other] : [other, one];
  return calendarDay(written, year.length === 2 ? `20${year}` : year, month, day);
}

function calendarDay(written: string, year = '', month = '', day = '') {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const instant = new Date(Date.UTC(y, m - 1, d));
  const isReal = instant.getUTCMonth() === m - 1 && instant.getUTCDate() === d;
  return isReal ? { day: `${year}-${pad(m)}-${pad(d)}`, written } : null;
}

function hoursOf(written: number, half: string | undefined): number | null {
  if (half === undefined) return written <= 23 ? written : null;
  if (written < 1 || written > 12) return null;
  return (written % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (written === 'Z') return 0;
  const sign = written.startsWith('-') ? -1 : 1;
  return sign * (Number(written.slice(1, 3)) * 60 + Number(written.slice(-2)));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * The code of a spot in a title or a file name. It leads the title (`0042 Partir…`), also behind an artist (`Yeelen - 0042
 * Partir…`), or stands in the file's name behind the station (`KAY-0042_v3_SNK…`). A year in the middle of a title is none.
 */
export function spotCodeIn(title: string): string | null {
  const leading = /(?:^|[-–—|/\\]\s?)\s*"?(\d{4})(?=[\s_"]|$)/u.exec(title);
  const named = /(?:^|[^A-Za-z])[A-Z]{3}[-_ ](\d{4})(?!\d)/.exec(title);
  const code = named?.[1] ?? leading?.[1];
  return isSpotCode(code) ? code : null;
}

/** Reads a line: which spot, in which minute of the station's clock. */
export function readAsRunRow(
  row: AsRunRow,
  at: { readonly timeZone: string; readonly order: DateOrder },
): AsRunReading {
  const moment = momentIn(row.when ?? row.title, at.order);
  // In a line of one text the date goes first: its year is no code.
  const spotCode = spotCodeIn(row.when === null ? withoutMoment(row.title) : row.title);
  if (spotCode === null) return { kind: 'unmatched', row, reason: 'no-code' };
  if (moment === null) return { kind: 'unmatched', row, reason: 'no-time' };
  const instant = instantOf(moment, at.timeZone);
  if (instant === null) return { kind: 'unmatched', row, reason: 'time-skipped' };
  return { kind: 'play', play: { row, spotCode, at: instant } };
}

/** Without its dates and times, and with one sign between its cells, whatever stood there. */
function withoutMoment(text: string): string {
  const everywhere = (pattern: RegExp) => new RegExp(pattern.source, 'g');
  return text
    .replace(everywhere(YEAR_FIRST), ' ')
    .replace(everywhere(YEAR_LAST), ' ')
    .replace(/(^|\s)T(?=\d)/g, '$1')
    .replace(everywhere(CLOCK), ' ')
    .replace(/[;,\t"[\]]+/g, '|')
    .replace(/^[\s|–—-]+/u, '');
}

function instantOf(moment: WrittenMoment, timeZone: string): Date | null {
  if (moment.offsetMinutes === null) return instantInZone(moment.day, moment.time, timeZone);
  const utc = instantInZone(moment.day, moment.time, 'UTC');
  return utc === null ? null : new Date(utc.getTime() - moment.offsetMinutes * 60_000);
}
