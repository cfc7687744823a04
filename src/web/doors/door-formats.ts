import type { Ports } from '../../composition/ports';
import { stationDayCode } from '../../use-cases/broadcast';
import { daySheet, DOOR_FORMATS, type DoorFormat } from './formats';

/** Every way to write a station's list: those that need nothing else, and the sheet to print. */
export function doorFormats(ports: Ports): readonly DoorFormat[] {
  const sheet = daySheet(ports.paper, async (stationCode, day) => {
    const given = await stationDayCode(ports, stationCode, day);
    if (given === null) return null;
    const lines = given.lines.map(({ number, slotId }) => ({ slotId, line: number }));
    return { code: given.code, lines };
  });
  return [...DOOR_FORMATS, sheet];
}
