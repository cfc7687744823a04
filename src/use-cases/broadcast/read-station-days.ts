import { stationDays, stationPageRange, type DayOf } from '../../domain/broadcast';
import { dayInZone, type CalendarDay } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { viewSlots, type SlotView } from './slot-view';

export type StationDays = {
  readonly station: Station;
  readonly today: CalendarDay;
  readonly days: readonly DayOf<SlotView>[];
};

/**
 * What a station sees: today and the coming week, yesterday, and what is unconfirmed of the two days before, in the
 * station's zone. Null when there is no such station.
 */
export async function readStationDays(
  ports: Pick<
    Ports,
    | 'content'
    | 'consents'
    | 'slots'
    | 'airings'
    | 'airingRecordings'
    | 'receipts'
    | 'notices'
    | 'spotVersions'
    | 'renditions'
    | 'system'
  >,
  stationCode: string,
): Promise<StationDays | null> {
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) return null;
  const today = dayInZone(ports.system.now(), station.timeZone);
  const { from, to } = stationPageRange(today);
  const slots = (await ports.slots.between(from, to, station.code)).filter(
    ({ state }) => state === 'planned',
  );
  const receipts = await ports.receipts.ofStation(station.code);
  const views = await viewSlots(ports, slots, [station], receipts);
  return { station, today, days: stationDays(views, today) };
}
