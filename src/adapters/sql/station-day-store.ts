import type { Knex } from 'knex';

import {
  dayCodeFreeFrom,
  FIRST_DAY_CODE_PAYLOAD,
  writeDayCode,
  type StationDayLine,
} from '../../domain/broadcast';
import type { CalendarDay } from '../../domain/shared';
import type { StationDayStore } from '../../composition/ports';
import { isUniqueViolation, toText } from './rows';

type CodeRow = { code: string; payload: number; free_from: string };
type DayRow = { station_code: string; day: string; code: string; given_at: string };
type LineRow = {
  station_code: string;
  day: string;
  line: number;
  slot_id: string;
  given_at: string;
};

const CODES = 'ops_day_codes';
const DAYS = 'ops_station_days';
const LINES = 'ops_station_day_lines';

/** Two people who open the same sheet at once settle it in the second round; the rest is a safety rope. */
const ROUNDS = 10;

/** The shortest code that is free on this day: taken back from an old day, or the next number. Null when somebody was faster. */
async function claimCode(trx: Knex, day: CalendarDay): Promise<string | null> {
  const freeFrom = dayCodeFreeFrom(day);
  const rested = await trx<CodeRow>(CODES).where('free_from', '<=', day).orderBy('payload').first();
  if (rested !== undefined) {
    const changed = await trx<CodeRow>(CODES)
      .where({ code: rested.code, free_from: rested.free_from })
      .update({ free_from: freeFrom });
    return changed === 1 ? rested.code : null;
  }
  const highest = await trx<CodeRow>(CODES).orderBy('payload', 'desc').first();
  const payload = highest === undefined ? FIRST_DAY_CODE_PAYLOAD : highest.payload + 1;
  const code = writeDayCode(payload);
  await trx<CodeRow>(CODES).insert({ code, payload, free_from: freeFrom });
  return code;
}

/** Runs again when somebody else wrote the same row first. */
async function again<Answer>(attempt: () => Promise<Answer | null>): Promise<Answer> {
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      const answer = await attempt();
      if (answer !== null) return answer;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Error('A station’s day keeps being changed by somebody else.');
}

/** Codes of days and numbers of lines. */
export function createStationDayStore(knex: Knex): StationDayStore {
  const codeOf = async (stationCode: string, day: CalendarDay) => {
    const row = await knex<DayRow>(DAYS).where({ station_code: stationCode, day }).first();
    return row?.code ?? null;
  };
  const lines = async (stationCode: string, day: CalendarDay): Promise<StationDayLine[]> => {
    const rows = await knex<LineRow>(LINES)
      .where({ station_code: stationCode, day })
      .orderBy('line')
      .select();
    return rows.map(({ line, slot_id }) => ({ number: line, slotId: slot_id }));
  };

  return {
    codeOf,
    lines,
    giveCode: (stationCode, day, at) =>
      again(async () => {
        const known = await codeOf(stationCode, day);
        if (known !== null) return known;
        return knex.transaction(async (trx) => {
          const code = await claimCode(trx, day);
          if (code === null) return null;
          await trx<DayRow>(DAYS).insert({
            station_code: stationCode,
            day,
            code,
            given_at: toText(at),
          });
          return code;
        });
      }),
    addLines: (stationCode, day, slotIds, at) =>
      again(async () => {
        const known = await lines(stationCode, day);
        const numbered = new Set(known.map(({ slotId }) => slotId));
        const last = known.at(-1)?.number ?? 0;
        const added = slotIds
          .filter((slotId) => !numbered.has(slotId))
          .map((slotId, place) => ({ number: last + place + 1, slotId }));
        if (added.length > 0) {
          await knex<LineRow>(LINES).insert(
            added.map(({ number, slotId }) => ({
              station_code: stationCode,
              day,
              line: number,
              slot_id: slotId,
              given_at: toText(at),
            })),
          );
        }
        return [...known, ...added];
      }),
    async daysOfCode(stationCode, code) {
      const rows = await knex<DayRow>(DAYS)
        .where({ code, station_code: stationCode })
        .orderBy('day')
        .select();
      return rows.map(({ day }) => day);
    },
  };
}
