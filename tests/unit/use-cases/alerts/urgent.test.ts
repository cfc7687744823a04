import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  acknowledgeNotice,
  approveUrgent,
  endNotice,
  raiseUrgent,
  readAlerts,
  readStationAlerts,
  recallSpot,
  settleNotices,
} from '../../../../src/use-cases/alerts';
import { addUnplannedAiring } from '../../../../src/use-cases/broadcast';
import { findStationFile } from '../../../../src/use-cases/delivery';
import { buildConsent, buildSpot, buildStation } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory } from '../broadcast/broadcast-story';

const FILE = 'rendition-0042-MP3-STEREO';
const NOW = '2026-12-01T09:00:00Z';

let story: TestPorts;
beforeEach(async () => {
  story = await openBroadcastStory({}, NOW);
});
afterEach(() => story.close());

const raise = (what: Partial<Parameters<typeof raiseUrgent>[1]> = {}) =>
  raiseUrgent(story.ports, {
    spotCode: '0042',
    stationCodes: ['KAY', 'BKO'],
    reason: 'Une fausse rumeur circule sur un convoi.',
    endsAt: new Date('2026-12-02T09:00:00Z'),
    by: 'user:1',
    ...what,
  });
const raised = async () => {
  const answer = await raise();
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusals));
  return answer.notice.id;
};
const inForce = async () => {
  const noticeId = await raised();
  expect(await approveUrgent(story.ports, { noticeId, by: 'user:2' })).toEqual({
    kind: 'approved',
  });
  return noticeId;
};
const atStation = async (code = 'KAY') => {
  const station = await story.ports.content.stationByCode(code);
  if (station === null) throw new Error(code);
  return readStationAlerts(story.ports, station);
};

describe('an urgent message', () => {
  it('goes nowhere before two people have signed, and then at once', async () => {
    const noticeId = await raised();
    expect((await atStation()).urgents).toEqual([]);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('not-yours');
    expect(await approveUrgent(story.ports, { noticeId, by: 'user:1' })).toEqual({
      kind: 'same-person',
    });
    expect((await atStation()).urgents).toEqual([]);

    expect(await approveUrgent(story.ports, { noticeId, by: 'user:2' })).toEqual({
      kind: 'approved',
    });
    expect((await atStation()).urgents).toMatchObject([
      {
        liveText: 'Avant de partir, informez-vous. Appelez le numéro vert.',
        rendition: { id: FILE, fileName: 'KAY-0042_v1_FR_20261201-20261231_030s.mp3' },
        isAcknowledged: false,
      },
    ]);
    // There is no slot for it.
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('file');
    expect(await approveUrgent(story.ports, { noticeId, by: 'user:3' })).toEqual({
      kind: 'already-approved',
    });
  });

  it('is approved once by two people who press at the same moment', async () => {
    const noticeId = await raised();
    const answers = await Promise.all(
      ['user:2', 'user:3'].map((by) => approveUrgent(story.ports, { noticeId, by })),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['already-approved', 'approved']);
  });

  it('asks only the stations that were chosen', async () => {
    const answer = await raise({ stationCodes: ['BKO'] });
    const noticeId = answer.kind === 'waiting' ? answer.notice.id : '';
    await approveUrgent(story.ports, { noticeId, by: 'user:2' });
    expect((await atStation('KAY')).urgents).toEqual([]);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('not-yours');
    expect((await atStation('BKO')).urgents).toHaveLength(1);
  });

  it.each([
    [29, 59, false],
    [30, 0, true],
  ])(
    'after %i min %i s without an answer is a telephone call: %s',
    async (minutes, seconds, isToCall) => {
      await inForce();
      story.clock.advance({ minutes, seconds });
      const [view] = await readAlerts(story.ports);
      expect(view?.stations.map((station) => station.isToCall)).toEqual([isToCall, isToCall]);
    },
  );

  it('is acknowledged once, and lists who is silent first', async () => {
    const noticeId = await inForce();
    const said = { noticeId, stationCode: 'KAY', by: 'station:KAY' };
    expect(await acknowledgeNotice(story.ports, said)).toEqual({ kind: 'acknowledged' });
    story.clock.advance({ minutes: 45 });
    expect(await acknowledgeNotice(story.ports, said)).toEqual({ kind: 'already-acknowledged' });
    const [view] = await readAlerts(story.ports);
    expect(view?.stations).toMatchObject([
      { code: 'BKO', acknowledgedAt: null, isToCall: true },
      { code: 'KAY', acknowledgedAt: new Date(NOW), isToCall: false },
    ]);
  });

  it.each([
    ['in the minute of the second signature', '09:00', true],
    ['while it holds', '15:20', true],
    ['before it', '08:59', false],
  ])('aired %s: the ledger names it (%s: %s)', async (_story, time, isObeyed) => {
    const noticeId = await inForce();
    story.clock.set('2026-12-01T16:00:00Z');
    const said = { stationCode: 'KAY', spotCode: '0042', day: '2026-12-01', time } as const;
    const saidBy = 'station:KAY';
    const answer = await addUnplannedAiring(story.ports, { ...said, saidBy, evidence: 'page' });
    if (answer.kind !== 'recorded') throw new Error(answer.kind);
    expect(answer.airing).toMatchObject({ outcome: 'unplanned' });
    expect(answer.airing.noticeId).toBe(isObeyed ? noticeId : undefined);
    const moments = isObeyed ? [answer.airing.airedAt] : [];
    expect((await atStation()).urgents[0]?.airedAt).toEqual(moments);
    expect((await atStation('BKO')).urgents[0]?.airedAt).toEqual([]);
    const [view] = await readAlerts(story.ports);
    expect(view?.stations.find(({ code }) => code === 'KAY')?.airedAt).toEqual(moments);
  });

  it('aired after it was over is an airing beside the plan', async () => {
    const noticeId = await inForce();
    story.clock.set('2026-12-01T12:00:00Z');
    await endNotice(story.ports, { noticeId, by: 'user:1' });
    story.clock.set('2026-12-01T16:00:00Z');
    const answer = await addUnplannedAiring(story.ports, {
      stationCode: 'KAY',
      spotCode: '0042',
      day: '2026-12-01',
      time: '13:00',
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect(answer.kind === 'recorded' ? answer.airing.noticeId : answer.kind).toBeUndefined();
  });

  it('cannot be acknowledged before it is approved', async () => {
    const noticeId = await raised();
    const said = { noticeId, stationCode: 'KAY', by: 'station:KAY' };
    expect(await acknowledgeNotice(story.ports, said)).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['2026-12-02T08:59:59Z', 'in-force', 1],
    ['2026-12-02T09:00:00Z', 'over', 0],
  ])('at %s is %s, whether or not a heartbeat came', async (now, state, shown) => {
    await inForce();
    story.clock.set(now);
    expect((await readAlerts(story.ports))[0]?.state).toBe(state);
    expect((await atStation()).urgents).toHaveLength(shown);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe(
      shown === 1 ? 'file' : 'not-yours',
    );
    expect(await settleNotices(story.ports)).toBe(1 - shown);
    expect(await settleNotices(story.ports)).toBe(0);
    expect(await story.ports.notices.open()).toHaveLength(shown);
  });

  it('is ended by a person, also before the second signature', async () => {
    const noticeId = await raised();
    expect(await endNotice(story.ports, { noticeId, by: 'user:1' })).toEqual({ kind: 'ended' });
    expect(await approveUrgent(story.ports, { noticeId, by: 'user:2' })).toEqual({ kind: 'over' });
  });

  it('is open once a spot, also for two people who press at once', async () => {
    const answers = await Promise.all([raise(), raise({ by: 'user:2' })]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['refused', 'waiting']);
    expect(await raise()).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'already-urgent', spotCode: '0042' }],
    });
    // One whose time is over is no obstacle.
    story.clock.set('2026-12-02T09:00:00Z');
    expect(await raise({ endsAt: new Date('2026-12-02T12:00:00Z') })).toMatchObject({
      kind: 'waiting',
    });
  });

  it.each([
    [{ spotCode: '9999' }, ['unknown-spot']],
    [{ stationCodes: [] }, ['stations-missing']],
    [{ stationCodes: ['XYZ'] }, ['unknown-station']],
    [{ reason: '  ' }, ['reason-missing']],
    [{ reason: 'x'.repeat(201) }, ['reason-too-long']],
    [{ reason: 'Appelez le 76-12-34-56' }, ['reason-has-contact']],
    [{ endsAt: new Date('bientôt') }, ['end-malformed']],
    [{ endsAt: new Date(NOW) }, ['end-in-the-past']],
    [{ endsAt: new Date('2026-12-08T09:00:00.001Z') }, ['end-too-late']],
  ] as const)('is refused for %j', async (what, kinds) => {
    const answer = await raise(what);
    expect(answer.kind === 'refused' && answer.refusals.map(({ kind }) => kind)).toEqual(kinds);
    expect(await story.ports.notices.all()).toEqual([]);
  });

  it('needs its file in the format and its language at the station', async () => {
    story.content.stations.push(
      buildStation({ code: 'NIO', profileCode: 'WAV', languages: ['snk'] }),
      buildStation({ code: 'YEL', profileCode: null }),
    );
    expect(await raise({ stationCodes: ['KAY', 'NIO', 'YEL'] })).toEqual({
      kind: 'refused',
      refusals: [
        { kind: 'language-not-spoken', stationCode: 'NIO', language: 'fr' },
        { kind: 'not-prepared', stationCode: 'NIO' },
        { kind: 'not-prepared', stationCode: 'YEL' },
      ],
    });
  });

  it('keeps to the flight dates of its spot', async () => {
    story.content.spots = [buildSpot({ flightEnd: '2026-12-01' })];
    expect(await raise()).toMatchObject({
      refusals: [{ kind: 'outside-flight', day: '2026-12-02' }],
    });
    // To the last second of the last day.
    expect(await raise({ endsAt: new Date('2026-12-02T00:00:00Z') })).toMatchObject({
      kind: 'waiting',
    });
  });
});

describe('a real voice in an urgent message', () => {
  beforeEach(() => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
  });
  const reasons = async () => {
    const answer = await raise();
    return answer.kind === 'refused' ? answer.refusals : [];
  };

  it('never goes past its consent, not even for one of its days', async () => {
    expect(await reasons()).toMatchObject([
      { kind: 'held-back', day: '2026-12-01', reasons: [{ kind: 'no-consent' }] },
      { kind: 'held-back', day: '2026-12-02' },
    ]);
    await story.ports.consents.add(buildConsent({ expiresOn: '2026-12-01' }));
    expect(await reasons()).toMatchObject([
      { kind: 'held-back', day: '2026-12-02', reasons: [{ kind: 'expired' }] },
    ]);
  });

  it('is checked again at the second signature', async () => {
    await story.ports.consents.add(buildConsent());
    const noticeId = await raised();
    await story.ports.consents.withdraw('consent-1', 'user:1', story.clock.now());
    expect(await approveUrgent(story.ports, { noticeId, by: 'user:2' })).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'held-back' }, { kind: 'held-back' }],
    });
    expect((await atStation()).urgents).toEqual([]);
  });

  it('is off every page the moment the consent is withdrawn, text and file', async () => {
    await story.ports.consents.add(buildConsent());
    await inForce();
    expect((await atStation()).urgents).toHaveLength(1);
    await story.ports.consents.withdraw('consent-1', 'user:1', story.clock.now());
    expect((await atStation()).urgents).toEqual([]);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('held-back');
  });

  it('ends with a recall of its spot, which asks its stations', async () => {
    await story.ports.consents.add(buildConsent());
    const noticeId = await inForce();
    const asked = { reason: 'protection', note: '', withPosts: false, by: 'user:3' } as const;
    expect(await recallSpot(story.ports, { spotCode: '0042', ...asked })).toMatchObject({
      notice: { stationCodes: ['BKO', 'KAY'] },
    });
    expect(await story.ports.notices.byId(noticeId)).toMatchObject({ endedBy: 'user:3' });
    expect(await raise()).toMatchObject({
      refusals: [{ reasons: [{ kind: 'recalled' }] }, { reasons: [{ kind: 'recalled' }] }],
    });
  });
});
