import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSqlStores, type SqlStores } from '../../../src/adapters/sql';
import {
  buildAiring,
  buildConsent,
  buildRendition,
  buildSlot,
  buildSpotVersion,
} from '../../helpers/builders';
import { openTestDatabase, type TestDatabase } from '../../helpers/database';

const AT = new Date('2026-11-24T09:00:00Z');

let database: TestDatabase;
let stores: SqlStores;
beforeEach(async () => {
  database = await openTestDatabase();
  stores = createSqlStores(database.knex);
});
afterEach(() => database.close());

describe('recordings of a spot', () => {
  it('come back as they were kept', async () => {
    const version = buildSpotVersion({
      measurement: {
        container: 'mp3',
        codec: 'mp3',
        channels: 1,
        sampleRateHz: 44_100,
        declaredSeconds: null,
        decodedSeconds: 30.02,
        loudnessLufs: -22.4,
        loudnessRangeLu: 3,
        truePeakDbtp: -3.1,
        silentHeadSeconds: 0.1,
        silentTailSeconds: 0,
      },
      verdict: { grade: 'refused', reasons: [{ kind: 'silent' }] },
    });
    await stores.spotVersions.add(version);
    expect(await stores.spotVersions.byId(version.id)).toEqual(version);
  });

  it('are numbered in the order they come, also when two come at once', async () => {
    const added = await Promise.all(
      ['a', 'b', 'c'].map((id) => stores.spotVersions.add(buildSpotVersion({ id }))),
    );
    expect(added.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    const other = await stores.spotVersions.add(buildSpotVersion({ id: 'd', spotCode: '0043' }));
    expect(other.number).toBe(1);
    const latest = await stores.spotVersions.latestOfAll();
    expect(latest.map(({ spotCode, number }) => [spotCode, number])).toEqual([
      ['0042', 3],
      ['0043', 1],
    ]);
    expect((await stores.spotVersions.latest('0042'))?.number).toBe(3);
    expect(await stores.spotVersions.latest('9999')).toBeNull();
  });

  it('change only where they were told to', async () => {
    const version = await stores.spotVersions.add(buildSpotVersion({ failure: 'killed' }));
    await stores.spotVersions.update(version.id, { state: 'preparing', progressPercent: 41.6 });
    expect(await stores.spotVersions.byId(version.id)).toEqual({
      ...version,
      state: 'preparing',
      progressPercent: 42,
    });
    await stores.spotVersions.update(version.id, { failure: null });
    expect((await stores.spotVersions.byId(version.id))?.failure).toBeNull();
  });

  it('do not hide a second recording under the id of a first', async () => {
    await stores.spotVersions.add(buildSpotVersion());
    await expect(stores.spotVersions.add(buildSpotVersion())).rejects.toThrow(/UNIQUE/);
  });
});

describe('prepared files', () => {
  it('are made once for a version, profile and engine', async () => {
    await stores.spotVersions.add(buildSpotVersion());
    const first = await stores.renditions.add(buildRendition({ id: 'first' }));
    const again = await stores.renditions.add(buildRendition({ id: 'again' }));
    expect(again).toEqual(first);
    expect(await stores.renditions.all()).toEqual([first]);
    expect(await stores.renditions.ofVersion(first.spotVersionId)).toEqual([first]);
    expect(await stores.renditions.byId('again')).toBeNull();
  });

  it('are another file when they say other days inside', async () => {
    await stores.spotVersions.add(buildSpotVersion());
    const december = { flightStart: '2026-12-01', flightEnd: '2026-12-31' };
    const longer = { flightStart: '2026-12-01', flightEnd: '2027-01-15' };
    const first = await stores.renditions.add(buildRendition({ id: 'a', cartDays: december }));
    const second = await stores.renditions.add(buildRendition({ id: 'b', cartDays: longer }));
    expect(await stores.renditions.add(buildRendition({ id: 'c', cartDays: longer }))).toEqual(
      second,
    );
    expect(await stores.renditions.all()).toEqual([first, second]);
  });
});

describe('records of consent', () => {
  it('come back as they were kept, of their subject alone', async () => {
    const consent = buildConsent();
    await stores.consents.add(consent);
    await stores.consents.add(
      buildConsent({ id: 'other', subject: { kind: 'post', code: '0042' } }),
    );
    expect(await stores.consents.of({ kind: 'spot', code: '0042' })).toEqual([consent]);
    expect(await stores.consents.all()).toHaveLength(2);
  });

  it('are approved once, and never by the one who recorded them', async () => {
    await stores.consents.add(buildConsent({ recordedBy: 'user:1' }));
    expect(await stores.consents.approve('consent-1', 'user:1')).toBe(false);
    expect(await stores.consents.approve('consent-1', 'user:2')).toBe(true);
    expect(await stores.consents.approve('consent-1', 'user:3')).toBe(false);
    expect((await stores.consents.byId('consent-1'))?.approvedBy).toBe('user:2');
  });

  it('keep the instant of the first withdrawal', async () => {
    await stores.consents.add(buildConsent());
    await stores.consents.withdraw('consent-1', 'user:1', AT);
    await stores.consents.withdraw('consent-1', 'user:2', new Date('2027-01-01T00:00:00Z'));
    expect((await stores.consents.byId('consent-1'))?.withdrawnAt).toEqual(AT);
  });
});

describe('slots', () => {
  it('are not doubled when they are planned again', async () => {
    const slot = buildSlot();
    expect(await stores.slots.addAll([slot], 'user:1', AT)).toMatchObject({ added: 1 });
    const later = buildSlot({
      id: 'slot-2',
      windowStart: new Date('2026-12-01T12:00:00Z'),
      windowEnd: new Date('2026-12-01T12:30:00Z'),
    });
    const again = await stores.slots.addAll([{ ...slot, id: 'other' }, later], 'user:2', AT);
    expect(again).toEqual({ added: 1, alreadyThere: 1, slots: [slot, later] });
    expect(await stores.slots.all()).toEqual([slot, later]);
  });

  it('can be planned again in the place of a cancelled one', async () => {
    await stores.slots.addAll([buildSlot()], 'user:1', AT);
    expect(await stores.slots.cancel('slot-1', 'user:1', AT)).toBe(true);
    expect(await stores.slots.cancel('slot-1', 'user:1', AT)).toBe(false);
    const anew = buildSlot({ id: 'slot-2' });
    expect(await stores.slots.addAll([anew], 'user:1', AT)).toMatchObject({ added: 1 });
    expect((await stores.slots.byId('slot-1'))?.state).toBe('cancelled');
  });

  it('are planned once when two people plan the same at once', async () => {
    const plan = (name: string) =>
      Array.from({ length: 120 }, (_, number) =>
        buildSlot({
          id: `${name}-${number}`,
          windowStart: new Date(AT.getTime() + number * 3_600_000),
        }),
      );
    const answers = await Promise.all([
      stores.slots.addAll(plan('one'), 'user:1', AT),
      stores.slots.addAll(plan('two'), 'user:2', AT),
    ]);
    expect(answers.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 120]);
    expect(answers[0]?.slots).toEqual(answers[1]?.slots);
  });

  it('are added all or none', async () => {
    const broken = [buildSlot(), { ...buildSlot({ id: 'slot-2' }), airDate: null as never }];
    await expect(stores.slots.addAll(broken, 'user:1', AT)).rejects.toThrow(/NOT NULL/);
    expect(await stores.slots.all()).toEqual([]);
  });

  it('are found by day and station', async () => {
    const kayes = buildSlot({ id: 'kayes' });
    const bamako = buildSlot({ id: 'bamako', stationCode: 'BKO' });
    const nextWeek = buildSlot({
      id: 'next-week',
      airDate: '2026-12-08',
      windowStart: new Date('2026-12-08T07:00:00Z'),
    });
    await stores.slots.addAll([kayes, bamako, nextWeek], 'user:1', AT);
    expect(await stores.slots.between('2026-12-01', '2026-12-07')).toEqual([bamako, kayes]);
    expect(await stores.slots.between('2026-12-01', '2026-12-08', 'KAY')).toEqual([
      kayes,
      nextWeek,
    ]);
  });
});

describe('the airing ledger', () => {
  it('answers the first entry when the same confirmation comes twice', async () => {
    const first = buildAiring({ idempotencyKey: 'same' });
    expect(await stores.airings.add(first)).toEqual(first);
    expect(await stores.airings.add(buildAiring({ id: 'again', idempotencyKey: 'same' }))).toEqual(
      first,
    );
    expect(await stores.airings.all()).toEqual([first]);
  });

  it('lets one of two corrections of the same entry stand', async () => {
    await stores.airings.add(buildAiring());
    const answers = await Promise.all(
      ['one', 'two'].map((id) => stores.airings.add(buildAiring({ id, supersedes: 'airing-1' }))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(await stores.airings.current()).toHaveLength(1);
  });

  it('lets one of two first answers about a slot stand', async () => {
    const answers = await Promise.all(
      ['one', 'two'].map((id) => stores.airings.add(buildAiring({ id }))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });

  it('takes any number of airings nobody planned', async () => {
    await stores.airings.add(buildAiring({ id: 'one', slotId: null, outcome: 'unplanned' }));
    await stores.airings.add(buildAiring({ id: 'two', slotId: null, outcome: 'unplanned' }));
    expect(await stores.airings.current('KAY')).toHaveLength(2);
    expect(await stores.airings.current('BKO')).toEqual([]);
  });

  it('shows the last word and keeps every word before it', async () => {
    const first = buildAiring();
    const last = buildAiring({
      id: 'airing-2',
      outcome: 'missed',
      airedAt: null,
      missedReason: 'power',
      supersedes: 'airing-1',
      recordedAt: new Date('2026-12-01T10:00:00Z'),
    });
    await stores.airings.add(first);
    await stores.airings.add(last);
    expect(await stores.airings.currentOfSlot('slot-1')).toEqual(last);
    expect(await stores.airings.currentOfSlots(['slot-1', 'slot-9'])).toEqual([last]);
    expect(await stores.airings.all()).toEqual([first, last]);
  });

  it('finds the last words of more slots than one statement can name', async () => {
    await stores.airings.add(buildAiring());
    const many = [...Array.from({ length: 900 }, (_, number) => `none-${number}`), 'slot-1'];
    expect(await stores.airings.currentOfSlots(many)).toHaveLength(1);
  });
});

describe('receipts', () => {
  it('come back of their station and file alone', async () => {
    const receipt = {
      id: 'one',
      stationCode: 'KAY',
      renditionId: 'r1',
      spotCode: '0042',
      firstByte: 0,
      lastByte: 99,
      sizeBytes: 100,
      isWhole: true,
      at: AT,
    };
    await stores.receipts.add(receipt);
    await stores.receipts.add({ ...receipt, id: 'two', renditionId: 'r2' });
    await stores.receipts.add({ ...receipt, id: 'three', stationCode: 'BKO' });
    expect(await stores.receipts.ofRendition('KAY', 'r1')).toEqual([{ ...receipt, door: 'page' }]);
    expect(await stores.receipts.ofStation('KAY')).toHaveLength(2);
    expect(await stores.receipts.all()).toHaveLength(3);
  });
});

describe('access of stations', () => {
  const session = {
    tokenHash: 'hash',
    stationCode: 'KAY',
    createdAt: AT,
    expiresAt: new Date('2026-11-24T17:00:00Z'),
  };

  it('replaces a code', async () => {
    expect(await stores.stationAccess.codeHash('KAY')).toBeNull();
    await stores.stationAccess.setCodeHash('KAY', 'old', 'user:1', AT);
    await stores.stationAccess.setCodeHash('KAY', 'new', 'user:2', AT);
    expect(await stores.stationAccess.codeHash('KAY')).toBe('new');
  });

  it('ends a session to the millisecond', async () => {
    await stores.stationAccess.addSession(session);
    const justBefore = new Date(session.expiresAt.getTime() - 1);
    const { stationCode, createdAt, expiresAt } = session;
    expect(await stores.stationAccess.livingSession('hash', justBefore)).toEqual({
      stationCode,
      createdAt,
      expiresAt,
    });
    expect(await stores.stationAccess.livingSession('hash', session.expiresAt)).toBeNull();
    await stores.stationAccess.extendSession('hash', new Date(session.expiresAt.getTime() + 1));
    expect(await stores.stationAccess.livingSession('hash', session.expiresAt)).not.toBeNull();
  });

  it('sweeps what ended and leaves what lives', async () => {
    await stores.stationAccess.addSession(session);
    await stores.stationAccess.addSession({
      ...session,
      tokenHash: 'living',
      expiresAt: new Date('2026-11-26T09:00:00Z'),
    });
    await stores.stationAccess.addFailure('KAY', 'here', AT);
    await stores.stationAccess.sweep(new Date('2026-11-25T09:00:00Z'));
    expect(await stores.stationAccess.failuresSince('KAY', 'here', new Date(0))).toEqual([]);
    const rows: unknown = await database.knex('ops_station_sessions').pluck('token_hash');
    expect(rows).toEqual(['living']);
  });
});

describe('links that sign a station in', () => {
  const link = {
    id: 'link-1',
    tokenHash: 'hash',
    stationCode: 'KAY',
    createdBy: 'user:7',
    createdAt: AT,
    expiresAt: new Date('2026-11-25T09:00:00Z'),
    usedAt: null,
    revokedAt: null,
  };

  it('are used by one of many who press at once, and never after their time', async () => {
    await stores.stationLinks.add(link);
    const { tokenHash, ...shown } = link;
    expect(await stores.stationLinks.byToken(tokenHash)).toEqual(shown);
    const late = new Date(link.expiresAt.getTime() + 1);
    expect(await stores.stationLinks.use('link-1', late)).toBe(false);
    const tries = Array.from({ length: 20 }, () => stores.stationLinks.use('link-1', AT));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect((await stores.stationLinks.byToken(tokenHash))?.usedAt).toEqual(AT);
  });

  it('are closed by their own station’s name alone, and forgotten after a while', async () => {
    await stores.stationLinks.add(link);
    expect(await stores.stationLinks.revoke('link-1', 'BKO', 'user:7', AT)).toBe(false);
    expect(await stores.stationLinks.revoke('link-1', 'KAY', 'user:7', AT)).toBe(true);
    expect(await stores.stationLinks.revoke('link-1', 'KAY', 'user:7', AT)).toBe(false);
    expect(await stores.stationLinks.use('link-1', AT)).toBe(false);
    await stores.stationLinks.sweep(new Date(link.expiresAt.getTime() + 1));
    expect(await stores.stationLinks.ofStation('KAY')).toEqual([]);
  });
});

describe('the journal', () => {
  it('keeps who did what to which thing', async () => {
    await stores.journal.write({
      at: AT,
      by: 'user:1',
      action: 'slot-cancelled',
      subject: 'slot:1',
      details: { spotCode: '0042' },
    });
    const rows: unknown = await database.knex('ops_journal').select('by', 'subject', 'details');
    expect(rows).toEqual([{ by: 'user:1', subject: 'slot:1', details: '{"spotCode":"0042"}' }]);
  });
});
