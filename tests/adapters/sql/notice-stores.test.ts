import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSqlStores, type SqlStores } from '../../../src/adapters/sql';
import { buildNotice } from '../../helpers/builders';
import { openTestDatabase, type TestDatabase } from '../../helpers/database';

const AT = new Date('2026-12-01T09:00:00Z');
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

let database: TestDatabase;
let stores: SqlStores;
beforeEach(async () => {
  database = await openTestDatabase();
  stores = createSqlStores(database.knex);
});
afterEach(() => database.close());

describe('notices', () => {
  it('come back as they were written', async () => {
    const recall = buildNotice({
      recallReason: 'outdated',
      note: 'numéro changé',
      stationCodes: ['KAY', 'NIO'],
    });
    const urgent = buildNotice({
      id: 'urgent',
      kind: 'urgent',
      spotCode: '0043',
      inForceAt: null,
      recallReason: null,
      endsAt: later(60),
    });
    await stores.notices.add(recall);
    await stores.notices.add(urgent);
    expect(await stores.notices.all()).toEqual([recall, urgent]);
    expect(await stores.notices.ofSpot('0043')).toEqual([urgent]);
  });

  it('ask no station when nobody holds the spot', async () => {
    await stores.notices.add(buildNotice({ stationCodes: [] }));
    expect((await stores.notices.byId('notice-1'))?.stationCodes).toEqual([]);
  });

  it('pull a spot once at a time; lifted, it may be pulled again', async () => {
    await stores.notices.add(buildNotice());
    await stores.notices.add(buildNotice({ id: 'second' }));
    expect((await stores.notices.open()).map(({ id }) => id)).toEqual(['notice-1']);
    expect(await stores.notices.end('notice-1', 'user:1', AT)).toBe(true);
    expect(await stores.notices.end('notice-1', 'user:2', AT)).toBe(false);
    await stores.notices.add(buildNotice({ id: 'second' }));
    expect((await stores.notices.open()).map(({ id }) => id)).toEqual(['second']);
  });

  it('are approved once, and not when they ended', async () => {
    const urgent = { kind: 'urgent', inForceAt: null } as const;
    await stores.notices.add(buildNotice(urgent));
    await stores.notices.add(buildNotice({ ...urgent, id: 'over', spotCode: '0043' }));
    await stores.notices.end('over', 'user:1', AT);
    expect(await stores.notices.approve('notice-1', 'user:2', AT)).toBe(true);
    expect(await stores.notices.approve('notice-1', 'user:3', AT)).toBe(false);
    expect(await stores.notices.approve('over', 'user:2', AT)).toBe(false);
  });

  it('end when their minute has come', async () => {
    await stores.notices.add(buildNotice({ kind: 'urgent', endsAt: later(60) }));
    expect(await stores.notices.dueToEnd(later(59))).toEqual([]);
    expect(await stores.notices.dueToEnd(later(60))).toHaveLength(1);
    await stores.notices.end('notice-1', 'system', later(60));
    expect(await stores.notices.dueToEnd(later(61))).toEqual([]);
    expect(await stores.notices.since(later(60))).toHaveLength(1);
    expect(await stores.notices.since(later(61))).toEqual([]);
  });

  it('are acknowledged once a station', async () => {
    await stores.notices.add(buildNotice());
    const said = { noticeId: 'notice-1', stationCode: 'KAY', by: 'station:KAY', at: AT };
    expect(await stores.notices.acknowledge(said)).toBe(true);
    expect(await stores.notices.acknowledge({ ...said, by: 'user:1', at: later(5) })).toBe(false);
    expect(await stores.notices.acknowledgements(['notice-1', 'nowhere'])).toEqual([said]);
    expect(await stores.notices.acknowledgements([])).toEqual([]);
  });
});

describe('digests', () => {
  const claim = (number = 1, id = `mail-${number}`) =>
    stores.nudgeMails.claim({ id, person: 'user:1', number, at: AT, nudges: ['day:KAY:1', 'x'] });

  it('are claimed once by two who find them due at the same moment', async () => {
    const mail = { person: 'user:1', number: 1, at: AT, nudges: ['day:KAY:1'] };
    const won = await Promise.all(
      ['one', 'other'].map((id) => stores.nudgeMails.claim({ ...mail, id })),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await stores.nudgeMails.recent(9)).toHaveLength(1);
  });

  it('write nothing when what they tell was told', async () => {
    expect(await claim()).toBe(true);
    expect(await claim(2)).toBe(false);
    expect(await stores.nudgeMails.recent(9)).toHaveLength(1);
  });

  it('that were refused told nothing', async () => {
    await claim();
    expect(await stores.nudgeMails.told('user:1')).toEqual(new Set(['day:KAY:1', 'x']));
    expect(await stores.nudgeMails.finish('mail-1', 'refused', '550', AT)).toBe(true);
    expect(await stores.nudgeMails.finish('mail-1', 'sent', '', AT)).toBe(false);
    expect(await stores.nudgeMails.told('user:1')).toEqual(new Set());
    expect(await stores.nudgeMails.last('user:1')).toMatchObject({
      state: 'refused',
      words: '550',
    });
  });

  it('make nobody due for an hour, whatever became of them', async () => {
    await stores.nudgeMails.subscribe('user:1', AT);
    await stores.nudgeMails.subscribe('user:1', later(1));
    await claim();
    expect(await stores.nudgeMails.duePeople(later(-1))).toEqual([]);
    expect(await stores.nudgeMails.duePeople(AT)).toEqual(['user:1']);
    await stores.nudgeMails.unsubscribe('user:1');
    expect(await stores.nudgeMails.duePeople(AT)).toEqual([]);
  });

  it('that lost their sender become unknown, and are forgotten a season later', async () => {
    await claim();
    expect(await stores.nudgeMails.loseStale(later(-1), AT)).toBe(0);
    expect(await stores.nudgeMails.loseStale(AT, later(5))).toBe(1);
    expect(await stores.nudgeMails.loseStale(AT, later(5))).toBe(0);
    expect(await stores.nudgeMails.byId('mail-1')).toMatchObject({ state: 'unknown' });
    await stores.nudgeMails.sweep(AT);
    expect(await stores.nudgeMails.recent(9)).toHaveLength(1);
    await stores.nudgeMails.sweep(later(1));
    expect(await stores.nudgeMails.recent(9)).toEqual([]);
    expect(await stores.nudgeMails.told('user:1')).toEqual(new Set());
  });
});
