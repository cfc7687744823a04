import { addDays, type CalendarDay } from '../../../domain/shared';
import type { SlotOnWire } from '../../desk/wire';

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
