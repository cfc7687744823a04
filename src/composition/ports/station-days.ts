import type { StationDayLine } from '../../domain/broadcast';
import type { CalendarDay } from '../../domain/shared';

/** The codes of stations' days and the numbers of their lines: given once, never changed. */
export interface StationDayStore {
  codeOf(stationCode: string, day: CalendarDay): Promise<string | null>;
  /** Gives the day a code that no other day bears now or has borne lately, or answers the one it has. */
  giveCode(stationCode: string, day: CalendarDay, at: Date): Promise<string>;
  lines(stationCode: string, day: CalendarDay): Promise<readonly StationDayLine[]>;
  /** Numbers the slots that have no line yet, in the order given, after those that are there. */
  addLines(
    stationCode: string,
    day: CalendarDay,
    slotIds: readonly string[],
    at: Date,
  ): Promise<readonly StationDayLine[]>;
  /** Days of this station that a code stood or stands for. */
  daysOfCode(stationCode: string, code: string): Promise<readonly CalendarDay[]>;
}
