import {
  addDays,
  clockInZone,
  LANGUAGES,
  type CalendarDay,
  type ClockTime,
  type Language,
} from '../../../domain/shared';
import type { SlotOnWire } from '../../desk/wire';
import { slotState, type SlotSign } from './slot-state';

/** Every day of a range, both ends included. */
export function daysOf(from: CalendarDay, to: CalendarDay): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The slots of one station on one day, in the order in which they came. */
export function slotsAt<
  Row extends { readonly slot: Pick<SlotOnWire['slot'], 'stationCode' | 'airDate'> },
>(rows: readonly Row[], stationCode: string, day: CalendarDay): readonly Row[] {
  return rows.filter(({ slot }) => slot.stationCode === stationCode && slot.airDate === day);
}

/** The parts of a day in the grid. `drop` is the time proposed for what is dropped there from another part. */
export const BANDS = [
  { name: 'Matin', from: '00:00', drop: '07:00' },
  { name: 'Après-midi', from: '12:00', drop: '14:00' },
  { name: 'Soir', from: '17:00', drop: '19:00' },
] as const satisfies readonly {
  readonly name: string;
  readonly from: ClockTime;
  readonly drop: ClockTime;
}[];

export function bandOf(time: ClockTime): number {
  return BANDS.reduce((found, { from }, place) => (time >= from ? place : found), 0);
}

/** The slots of a day whose window begins in one part of it, on the clock of the station. */
export function slotsInBand<Row extends { readonly slot: Pick<SlotOnWire['slot'], 'windowStart'> }>(
  rows: readonly Row[],
  band: number,
  timeZone: string,
): readonly Row[] {
  return rows.filter(
    ({ slot }) => bandOf(clockInZone(new Date(slot.windowStart), timeZone)) === band,
  );
}

/** Where a slot would go when it is dropped on a part of a day: within its own part it keeps its time. */
export function dropTarget(
  windowStart: string,
  timeZone: string,
  day: CalendarDay,
  band: number,
): { readonly day: CalendarDay; readonly time: ClockTime } {
  const time = clockInZone(new Date(windowStart), timeZone);
  return { day, time: bandOf(time) === band ? time : (BANDS[band]?.drop ?? time) };
}

/** What the week is narrowed down to; null for everything. */
export type WeekFilter = {
  readonly language: Language | null;
  readonly messageCode: string | null;
  readonly sign: SlotSign | null;
};

export const NO_FILTER: WeekFilter = { language: null, messageCode: null, sign: null };

function isShown(row: SlotOnWire, { language, messageCode }: WeekFilter): boolean {
  return (
    (language === null || row.spot.language === language) &&
    (messageCode === null || row.messageCode === messageCode)
  );
}

/** The slots that are left, how many of each sign there are before one is chosen, and what there is to choose from. */
export function filterWeek(rows: readonly SlotOnWire[], filter: WeekFilter) {
  const ofWords = rows.filter((row) => isShown(row, filter));
  const counts = new Map<SlotSign, number>();
  for (const row of ofWords) {
    const { sign } = slotState(row);
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const messages = new Set(rows.flatMap(({ messageCode }) => messageCode ?? []));
  const languages = new Set(rows.map(({ spot }) => spot.language));
  return {
    shown: ofWords.filter((row) => filter.sign === null || slotState(row).sign === filter.sign),
    counts,
    messages: [...messages].sort(),
    languages: LANGUAGES.filter((language) => languages.has(language)),
  };
}
