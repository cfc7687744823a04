import { randomUUID } from 'node:crypto';

import type { Knex } from 'knex';
import { z } from 'zod';

import type {
  FlightCounts,
  FlightStore,
  OriginatedSlot,
  SlotOrigin,
} from '../../composition/ports';
import type { Flight, Slot } from '../../domain/broadcast';
import { LANGUAGES } from '../../domain/shared';
import { inParts, isUniqueViolation, toCount, toText } from './rows';
import { slotFromRow, SLOTS, slotToRow, type SlotRow } from './slot-row';

const FLIGHTS = 'ops_flights';
const ORIGINS = 'ops_slot_origins';
const STAGING = 'ops_flight_staging';

/** Rows of one write: other people's requests take their turn between two of them. */
const STAGED_AT_ONCE = 500;

type FlightRow = {
  id: string;
  name: string;
  from_day: string;
  to_day: string;
  priority: number;
  terms: string;
  state: Flight['state'];
  revision: number;
  changed_by: string;
  changed_at: string;
  created_at: string;
};

type OriginRow = {
  slot_id: string;
  flight_id: string | null;
  kind: SlotOrigin['kind'];
  from_slot_id: string | null;
  ended_at: string | null;
};

const rulesShape = z.object({
  spotCodes: z.array(z.string()),
  stationCodes: z.array(z.string()),
  weekdays: z.array(z.number()),
  dayparts: z.array(z.object({ from: z.string(), to: z.string() })),
  timesADay: z.number(),
  windowMinutes: z.number(),
  languageShares: z.partialRecord(z.enum(LANGUAGES), z.number()),
  separationMinutes: z.number(),
  capADay: z.number(),
});

function flightOfRow(row: FlightRow): Flight {
  return {
    ...rulesShape.parse(JSON.parse(row.terms)),
    id: row.id,
    name: row.name,
    from: row.from_day,
    to: row.to_day,
    priority: row.priority,
    state: row.state,
    revision: row.revision,
  };
}

function columnsOf(flight: Flight, by: string, at: Date): Omit<FlightRow, 'created_at'> {
  const { id, name, from, to, priority, state, revision } = flight;
  return {
    id,
    name,
    from_day: from,
    to_day: to,
    priority,
    state,
    revision,
    terms: JSON.stringify(rulesShape.parse(flight)),
    changed_by: by,
    changed_at: toText(at),
  };
}

function originOfRow(row: OriginRow): SlotOrigin {
  return {
    slotId: row.slot_id,
    flightId: row.flight_id,
    kind: row.kind,
    fromSlotId: row.from_slot_id,
    isEnded: row.ended_at !== null,
  };
}

/** A slot joined with its origin, which may be missing. */
type JoinedRow = SlotRow & Omit<OriginRow, 'kind' | 'slot_id'> & { kind: OriginRow['kind'] | null };

function originatedOfRow(row: JoinedRow): OriginatedSlot {
  const { kind } = row;
  return {
    slot: slotFromRow(row),
    origin: kind === null ? null : originOfRow({ ...row, kind, slot_id: row.id }),
  };
}

const JOINED = [
  `${SLOTS}.*`,
  'origin.flight_id',
  'origin.kind',
  'origin.from_slot_id',
  'origin.ended_at',
];

/** Ends a transaction without an error of the database. */
class Meanwhile extends Error {}

/** Cancels slots; throws when a station has answered for one meanwhile. */
async function cancelSlots(trx: Knex, ids: readonly string[], by: string, at: Date): Promise<void> {
  for (const part of inParts(ids)) {
    const answered = await trx<{ id: string; slot_id: string | null }>('ops_airings')
      .whereIn('slot_id', part)
      .first('id');
    if (answered !== undefined) throw new Meanwhile();
    await trx<SlotRow>(SLOTS)
      .whereIn('id', part)
      .where({ state: 'planned' })
      .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
    await trx<OriginRow>(ORIGINS)
      .whereIn('slot_id', part)
      .update({ ended_at: toText(at) });
  }
}

async function writeFlight(trx: Knex, flight: Flight, by: string, at: Date): Promise<void> {
  const columns = columnsOf(flight, by, at);
  if (flight.revision === 1) {
    await trx<FlightRow>(FLIGHTS).insert({ ...columns, created_at: toText(at) });
    return;
  }
  const changed = await trx<FlightRow>(FLIGHTS)
    .where({ id: flight.id, revision: flight.revision - 1 })
    .update(columns);
  if (changed !== 1) throw new Meanwhile();
}

async function stage(knex: Knex, claim: string, slots: readonly Slot[], at: Date): Promise<void> {
  for (const part of inParts(slots, STAGED_AT_ONCE)) {
    await knex(STAGING).insert(
      part.map((slot) => ({
        slot_id: slot.id,
        claim,
        station_code: slot.stationCode,
        spot_code: slot.spotCode,
        language: slot.language,
        window_start: toText(slot.windowStart),
        window_end: toText(slot.windowEnd),
        air_date: slot.airDate,
        staged_at: toText(at),
      })),
    );
  }
}

async function unstage(knex: Knex, claim: string, slots: readonly Slot[]): Promise<void> {
  for (const part of inParts(slots, STAGED_AT_ONCE)) {
    const ids = part.map(({ id }) => id);
    await knex(STAGING).where({ claim }).whereIn('slot_id', ids).delete();
  }
}

/** One statement a table makes real what was staged. */
async function makeReal(trx: Knex, claim: string, flightId: string, by: string, at: Date) {
  await trx.raw(
    `INSERT INTO ${SLOTS} (id, station_code, spot_code, language, window_start, window_end, air_date, state, created_by, created_at)
     SELECT slot_id, station_code, spot_code, language, window_start, window_end, air_date, 'planned', ?, ? FROM ${STAGING} WHERE claim = ?`,
    [by, toText(at), claim],
  );
  await trx.raw(
    `INSERT INTO ${ORIGINS} (slot_id, flight_id, kind) SELECT slot_id, ?, 'flight' FROM ${STAGING} WHERE claim = ?`,
    [flightId, claim],
  );
}

/** Answers what the work answers, or `otherwise` when somebody was faster: then nothing is written. */
async function unlessMeanwhile<Answer>(work: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Meanwhile || isUniqueViolation(error)) return otherwise;
    throw error;
  }
}

/** Flights in `ops_flights`, and whose each slot is in `ops_slot_origins`. */
export function createFlightStore(knex: Knex): FlightStore {
  const joined = () =>
    knex(SLOTS).leftJoin({ origin: ORIGINS }, 'origin.slot_id', `${SLOTS}.id`).select(JOINED);

  /** What was said last of each slot. */
  const currentAirings = () =>
    knex({ entry: 'ops_airings' })
      .whereNotExists(
        knex({ later: 'ops_airings' }).select('later.id').whereRaw('later.supersedes = entry.id'),
      )
      .select('entry.*');

  return {
    async all() {
      const rows = await knex<FlightRow>(FLIGHTS).orderBy(['from_day', 'created_at']).select();
      return rows.map(flightOfRow);
    },
    async byId(id) {
      const row = await knex<FlightRow>(FLIGHTS).where({ id }).first();
      return row === undefined ? null : flightOfRow(row);
    },
    async counts(now) {
      const count = (test: string) => `SUM(CASE WHEN ${test} THEN 1 ELSE 0 END)`;
      const rows = await knex({ origin: ORIGINS })
        .join({ slot: SLOTS }, 'slot.id', 'origin.slot_id')
        .leftJoin(currentAirings().as('airing'), 'airing.slot_id', 'slot.id')
        .where('slot.state', 'planned')
        .whereNotNull('origin.flight_id')
        .groupBy('origin.flight_id')
        .select<Record<string, string | number>[]>(
          'origin.flight_id as flight_id',
          knex.raw('COUNT(*) AS planned'),
          knex.raw(`${count('slot.window_start > ?')} AS upcoming`, [toText(now)]),
          knex.raw(`${count(`airing.outcome LIKE 'aired%'`)} AS aired`),
          knex.raw(`${count(`airing.outcome = 'missed'`)} AS missed`),
          knex.raw(`${count('airing.id IS NULL AND slot.window_end <= ?')} AS unanswered`, [
            toText(now),
          ]),
        );
      return rows.map((row): FlightCounts => ({
        flightId: String(row['flight_id']),
        planned: toCount(row['planned'] ?? 0),
        upcoming: toCount(row['upcoming'] ?? 0),
        aired: toCount(row['aired'] ?? 0),
        missed: toCount(row['missed'] ?? 0),
        unanswered: toCount(row['unanswered'] ?? 0),
      }));
    },
    async slotsOf(flightId) {
      const rows = (await joined()
        .where('origin.flight_id', flightId)
        .orderBy([`${SLOTS}.window_start`, `${SLOTS}.station_code`])) as JoinedRow[];
      return rows.map(originatedOfRow);
    },
    async living(from, to) {
      const rows = (await joined()
        .where(`${SLOTS}.state`, 'planned')
        .whereBetween(`${SLOTS}.air_date`, [from, to])
        .orderBy([`${SLOTS}.window_start`, `${SLOTS}.station_code`])) as JoinedRow[];
      return rows.map(originatedOfRow);
    },
    async originsOf(slotIds) {
      const found: SlotOrigin[] = [];
      for (const part of inParts(slotIds)) {
        const rows = await knex<OriginRow>(ORIGINS).whereIn('slot_id', part).select();
        found.push(...rows.map(originOfRow));
      }
      return found;
    },
    async makeGoodsOf(slotIds) {
      const found: { missedSlotId: string; slot: Slot }[] = [];
      for (const part of inParts(slotIds)) {
        const rows = (await joined()
          .where(`${SLOTS}.state`, 'planned')
          .where('origin.kind', 'make-good')
          .whereIn('origin.from_slot_id', part)) as JoinedRow[];
        found.push(
          ...rows.map((row) => ({ missedSlotId: row.from_slot_id ?? '', slot: slotFromRow(row) })),
        );
      }
      return found;
    },
    async write({ flight, cancel, add, by, at }) {
      const claim = randomUUID();
      try {
        await stage(knex, claim, add, at);
        const work = knex.transaction(async (trx) => {
          await writeFlight(trx, flight, by, at);
          await cancelSlots(trx, cancel, by, at);
          await makeReal(trx, claim, flight.id, by, at);
          return 'written' as const;
        });
        return await unlessMeanwhile<'written' | 'changed-meanwhile'>(work, 'changed-meanwhile');
      } finally {
        await unstage(knex, claim, add);
      }
    },
    replace({ slot, origin, cancel, by, at }) {
      const work = knex.transaction(async (trx) => {
        if (cancel !== null) {
          const changed = await trx<SlotRow>(SLOTS)
            .where({ id: cancel, state: 'planned' })
            .update({ state: 'cancelled', cancelled_by: by, cancelled_at: toText(at) });
          if (changed !== 1) throw new Meanwhile();
        }
        if (origin.kind === 'make-good') {
          // An earlier make-good that was cancelled, or moved just now, no longer counts.
          await trx<OriginRow>(ORIGINS)
            .where({ from_slot_id: origin.fromSlotId, kind: 'make-good' })
            .whereIn('slot_id', trx<SlotRow>(SLOTS).where({ state: 'cancelled' }).select('id'))
            .update({ ended_at: toText(at) });
        }
        await trx<SlotRow>(SLOTS).insert(slotToRow(slot, by, at));
        await trx<OriginRow>(ORIGINS).insert({
          slot_id: slot.id,
          flight_id: origin.flightId,
          kind: origin.kind,
          from_slot_id: origin.fromSlotId,
          ended_at: null,
        });
        return 'written' as const;
      });
      return unlessMeanwhile<'written' | 'taken'>(work, 'taken');
    },
    async sweepStaged(before) {
      await knex(STAGING).where('staged_at', '<', toText(before)).delete();
    },
  };
}
