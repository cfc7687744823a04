import type { StationDay } from '../../domain/broadcast';
import { isCalendarDay, type CalendarDay } from '../../domain/shared';
import type { Ports } from '../../composition/ports';

/**
 * The code and the numbered lines of a station's day, for the page, the printed sheet and the text messages: given when they are
 * first shown, the same ever after. Null when nothing was ever planned on that day, or there is no such station.
 */
export async function stationDayCode(
  ports: Pick<Ports, 'content' | 'slots' | 'stationDays' | 'system'>,
  stationCode: string,
  day: CalendarDay,
): Promise<StationDay | null> {
  if (!isCalendarDay(day)) return null;
  const planned = (await ports.slots.between(day, day, stationCode)).filter(
    ({ state }) => state === 'planned',
  );
  const known = await ports.stationDays.lines(stationCode, day);
  if (planned.length === 0 && known.length === 0) return null;
  if (known.length === 0 && (await ports.content.stationByCode(stationCode)) === null) return null;
  const at = ports.system.now();
  const code = await ports.stationDays.giveCode(stationCode, day, at);
  const lines = await ports.stationDays.addLines(
    stationCode,
    day,
    planned.map(({ id }) => id),
    at,
  );
  return { stationCode, day, code, lines };
}
