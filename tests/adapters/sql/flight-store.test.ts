import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSqlStores, type SqlStores } from '../../../src/adapters/sql';
import type { Flight, Slot } from '../../../src/domain/broadcast';
import { buildAiring, buildFlightTerms, buildSlot } from '../../helpers/builders';
import { openTestDatabase, type TestDatabase } from '../../helpers/database';

let database: TestDatabase;
let stores: SqlStores;
beforeEach(async () => {
  database = await openTestDatabase();
  stores = createSqlStores(database.knex);
});
afterEach(() => database.close());

const AT = new Date('2026-11-24T09:00:00Z');
const flight = (what: Partial<Flight> = {}): Flight => ({
  ...buildFlightTerms({ languageShares: { fr: 60, bm: 40 } }),
  id: 'flight-1',
  revision: 1,
  state: 'active',
  ...what,
});

function hourly(count: number, prefix = 'slot'): Slot[] {
  return Array.from({ length: count }, (_, hour) => {
    const windowStart = new Date(Date.parse('2026-12-01T00:00:00Z') + hour * 3_600_000);
    return buildSlot({
      id: `${prefix}-${hour}`,
      windowStart,
      windowEnd: new Date(windowStart.getTime() + 1_800_000),
      airDate: windowStart.toISOString().slice(0, 10),
    });
  });
}

const write = (what: Partial<Parameters<SqlStores['flights']['write']>[0]> = {}) =>
  stores.flights.write({
    flight: flight(),
    cancel: [],
    add: [],
    by: 'user:manager',
    at: AT,
    ...what,
  });

const staged = async () =>
  Number((await database.knex('ops_flight_staging').count({ rows: '*' }))[0]?.['rows']);

describe('a flight in the tables', () => {
  it('comes back as it went, with more slots than one write takes', async () => {
    const slots = hourly(1201);
    expect(await write({ add: slots })).toBe('written');
    expect(await stores.flights.byId('flight-1')).toEqual(flight());
    const back = await stores.flights.slotsOf('flight-1');
    expect(back.map(({ slot }) => slot)).toEqual(slots);
    expect(back[0]?.origin).toEqual({
      slotId: 'slot-0',
      flightId: 'flight-1',
      kind: 'flight',
      fromSlotId: null,
      isEnded: false,
    });
    expect(await staged()).toBe(0);
  });

  it('is written whole or not at all when a place was taken meanwhile', async () => {
    await stores.slots.addAll(hourly(1, 'by-hand'), 'user:manager', AT);
    expect(await write({ add: hourly(3) })).toBe('changed-meanwhile');
    expect(await stores.flights.all()).toEqual([]);
    expect(await stores.slots.all()).toHaveLength(1);
    expect(await staged()).toBe(0);
  });

  it('cancels nothing that a station has answered for', async () => {
    await write({ add: hourly(2) });
    await stores.airings.add(buildAiring({ slotId: 'slot-1' }));
    const again = { flight: flight({ revision: 2 }), cancel: ['slot-0', 'slot-1'] };
    expect(await write(again)).toBe('changed-meanwhile');
    expect((await stores.flights.byId('flight-1'))?.revision).toBe(1);
    expect((await stores.slots.all()).every(({ state }) => state === 'planned')).toBe(true);
    expect(await write({ ...again, cancel: ['slot-0'] })).toBe('written');
    const [first] = await stores.flights.slotsOf('flight-1');
    expect(first).toMatchObject({ slot: { state: 'cancelled' }, origin: { isEnded: true } });
  });

  it('may take the very place that it leaves', async () => {
    await write({ add: hourly(1) });
    const again = { flight: flight({ revision: 2 }), cancel: ['slot-0'], add: hourly(1, 'new') };
    expect(await write(again)).toBe('written');
    expect(
      (await stores.flights.living('2026-12-01', '2026-12-01')).map(({ slot }) => slot.id),
    ).toEqual(['new-0']);
  });

  it('leaves nothing behind of a write that the power ended', async () => {
    const row = { claim: 'lost', station_code: 'KAY', spot_code: '0042', language: 'fr' };
    const window = { window_start: 'a', window_end: 'b', air_date: 'c' };
    const staging = database.knex('ops_flight_staging');
    await staging.insert({ ...row, ...window, slot_id: 'lost-1', staged_at: AT.toISOString() });
    await stores.flights.sweepStaged(AT);
    expect(await staged()).toBe(1);
    await stores.flights.sweepStaged(new Date(AT.getTime() + 1));
    expect(await staged()).toBe(0);
  });
});

describe('one slot in the place of another', () => {
  const replace = (what: Partial<Parameters<SqlStores['flights']['replace']>[0]>) =>
    stores.flights.replace({
      slot: buildSlot({ id: 'new', windowStart: new Date('2026-12-02T07:00:00Z') }),
      origin: { flightId: null, kind: 'move', fromSlotId: 'slot-0' },
      cancel: 'slot-0',
      by: 'user:manager',
      at: AT,
      ...what,
    });

  it('is not written when the first was cancelled meanwhile', async () => {
    await write({ add: hourly(1) });
    await stores.slots.cancel('slot-0', 'user:other', AT);
    expect(await replace({})).toBe('taken');
    expect(await stores.slots.byId('new')).toBeNull();
  });

  it('makes good a missed slot once; a cancelled make-good frees the place', async () => {
    await write({ add: hourly(1) });
    const origin = { flightId: 'flight-1', kind: 'make-good', fromSlotId: 'slot-0' } as const;
    const other = buildSlot({ id: 'other', windowStart: new Date('2026-12-03T07:00:00Z') });
    expect(await replace({ origin, cancel: null })).toBe('written');
    expect(await replace({ origin, cancel: null, slot: other })).toBe('taken');
    await stores.slots.cancel('new', 'user:manager', AT);
    expect(await replace({ origin, cancel: null, slot: other })).toBe('written');
    expect(await stores.flights.makeGoodsOf(['slot-0'])).toMatchObject([
      { missedSlotId: 'slot-0', slot: { id: 'other' } },
    ]);
  });
});
