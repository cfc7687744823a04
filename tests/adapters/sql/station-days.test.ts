import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSqlStores, type SqlStores } from '../../../src/adapters/sql';
import { hasCheckDigit } from '../../../src/domain/broadcast';
import { addDays } from '../../../src/domain/shared';
import { buildAiring } from '../../helpers/builders';
import { openTestDatabase, type TestDatabase } from '../../helpers/database';

const AT = new Date('2026-11-24T09:00:00Z');

let database: TestDatabase;
let stores: SqlStores;
beforeEach(async () => {
  database = await openTestDatabase();
  stores = createSqlStores(database.knex);
});
afterEach(() => database.close());

const give = (stationCode: string, day: string) =>
  stores.stationDays.giveCode(stationCode, day, AT);

describe('codes of days', () => {
  it('are short, have their check digit, and each stands for one day', async () => {
    const stations = ['KAY', 'BKO', 'NIO', 'YEL', 'KIT', 'BAF'];
    const codes: string[] = [];
    for (let day = '2026-12-01'; day < '2027-01-15'; day = addDays(day, 1)) {
      for (const station of stations) codes.push(await give(station, day));
    }
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every(hasCheckDigit)).toBe(true);
    expect(Math.max(...codes.map(({ length }) => length))).toBe(4);
    expect(codes).not.toContain('104');
  });

  it('are given once, also to two who ask at once', async () => {
    const first = await give('KAY', '2026-12-01');
    expect(await give('KAY', '2026-12-01')).toBe(first);
    const both = await Promise.all([give('BKO', '2026-12-01'), give('BKO', '2026-12-01')]);
    expect(both[0]).toBe(both[1]);
    expect(await stores.stationDays.codeOf('BKO', '2026-12-01')).toBe(both[0]);
    const codes: unknown = await database.knex('ops_day_codes').count({ rows: '*' });
    expect(codes).toEqual([{ rows: 2 }]);
  });

  it('rest for ninety days: not on the eighty-ninth, again on the ninetieth', async () => {
    const code = await give('KAY', '2026-12-01');
    expect(await give('BKO', '2027-02-28')).not.toBe(code);
    expect(await give('BKO', '2027-03-01')).toBe(code);
    expect(await stores.stationDays.daysOfCode('KAY', code)).toEqual(['2026-12-01']);
    expect(await stores.stationDays.daysOfCode('BKO', code)).toEqual(['2027-03-01']);
  });

  it('are not taken for an earlier day either', async () => {
    const code = await give('KAY', '2027-03-01');
    expect(await give('KAY', '2026-12-02')).not.toBe(code);
  });
});

describe('lines of days', () => {
  it('two who number a new slot at once give it one number', async () => {
    const add = (slots: string[]) => stores.stationDays.addLines('KAY', '2026-12-01', slots, AT);
    await add(['one']);
    const both = await Promise.all([add(['one', 'two']), add(['one', 'three'])]);
    expect(both.flat().filter(({ number }) => number > 3)).toEqual([]);
    const lines = await stores.stationDays.lines('KAY', '2026-12-01');
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(lines[0]).toEqual({ number: 1, slotId: 'one' });
  });
});

describe('a recording and its entry', () => {
  const recording = {
    id: 'recording-1',
    stationCode: 'KAY',
    spotCode: '0042',
    language: 'fr' as const,
    slotId: 'slot-1',
    airingId: null,
    storageKey: 'airings/recording-1',
    mediaType: 'audio/ogg',
    sha256: 'c'.repeat(64),
    sizeBytes: 14,
    durationSeconds: 30,
    uploadedBy: 'station:KAY',
    uploadedAt: AT,
    erasedAt: null,
    erasedBecause: null,
  };

  it('stand together or not at all', async () => {
    const told = buildAiring();
    await stores.airings.add(told);
    await stores.airings.add(buildAiring({ id: 'corrected', supersedes: told.id }));
    await stores.airingRecordings.addPending(recording);
    const entry = buildAiring({ id: 'proven', evidence: 'recording', supersedes: told.id });
    expect(await stores.airingRecordings.attach(recording, entry)).toBe(false);
    expect(await stores.airingRecordings.attached(10)).toEqual([]);

    const again = { ...entry, supersedes: 'corrected' };
    expect(await stores.airingRecordings.attach(recording, again)).toBe(true);
    expect(await stores.airingRecordings.byId(recording.id)).toEqual({
      ...recording,
      airingId: 'proven',
    });
    expect(await stores.airingRecordings.ofSlots(['slot-1'])).toHaveLength(1);
    await stores.airingRecordings.forgetPending(recording.id);
    expect(await stores.airingRecordings.living()).toHaveLength(1);
  });
});
