import type { StationDay } from '../../domain/broadcast';
import { isCalendarDay, type CalendarDay } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { viewSlots, type SlotView } from './slot-view';
import { stationDayCode } from './station-day-code';

/** A line of a day: its number on the paper, and all that is known of its slot. */
export type DayLine = SlotView & { readonly number: number; readonly isSuspended: boolean };

export type DayView = {
  readonly station: Station;
  readonly day: CalendarDay;
  readonly code: string;
  /** Lines of slots that were cancelled since are left out; their numbers stay theirs. */
  readonly lines: readonly DayLine[];
};

type Needs = Pick<
  Ports,
  | 'content'
  | 'consents'
  | 'notices'
  | 'slots'
  | 'stationDays'
  | 'airings'
  | 'airingRecordings'
  | 'receipts'
  | 'spotVersions'
  | 'renditions'
  | 'system'
>;

/** One station's day, line by line. Null when there is no such station, or nothing was planned. */
export async function readDay(
  ports: Needs,
  stationCode: string,
  day: CalendarDay,
): Promise<DayView | null> {
  if (!isCalendarDay(day)) return null;
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) return null;
  const numbered = await stationDayCode(ports, station.code, day);
  if (numbered === null) return null;
  return { station, day, code: numbered.code, lines: await linesOf(ports, station, numbered) };
}

async function linesOf(
  ports: Needs,
  station: Station,
  { day, lines }: StationDay,
): Promise<readonly DayLine[]> {
  const numberOf = new Map(lines.map(({ slotId, number }) => [slotId, number]));
  const slots = (await ports.slots.between(day, day, station.code)).filter(
    ({ state }) => state === 'planned',
  );
  const receipts = await ports.receipts.ofStation(station.code);
  const views = await viewSlots(ports, slots, [station], receipts);
  return views.flatMap((view) => {
    const number = numberOf.get(view.slot.id);
    const isSuspended = view.heldBack.length > 0 || view.spot.title === null;
    // A slot that was planned this very moment has its number at the next look.
    return number === undefined ? [] : [{ ...view, number, isSuspended }];
  });
}
