import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  acknowledgeNotice,
  endNotice,
  protectWitness,
  readAlerts,
  readStationAlerts,
  recallSpot,
  settleNotices,
  type RecallAsked,
} from '../../../../src/use-cases/alerts';
import { readSpot } from '../../../../src/use-cases/audio';
import { confirmAiring, planSlots, readStationDays } from '../../../../src/use-cases/broadcast';
import { recordConsent, withdrawConsent } from '../../../../src/use-cases/consent';
import { findStationFile, recordReceipt } from '../../../../src/use-cases/delivery';
import { spotsToHear } from '../../../../src/web/public/spots-to-hear';
import { buildConsent, buildSpot, buildSpotVersion } from '../../../helpers/builders';
import { openSocialWorld } from '../../../helpers/social-world';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from '../broadcast/broadcast-story';

const FILE = 'rendition-0042-MP3-STEREO';

let story: TestPorts;
let slotId: string;
beforeEach(async () => {
  story = await openBroadcastStory({}, '2026-12-01T06:00:00Z');
  slotId = await planOne(story);
});
afterEach(() => story.close());

const recall = (what: Partial<RecallAsked> = {}) =>
  recallSpot(story.ports, {
    spotCode: '0042',
    reason: 'content-error',
    note: '',
    withPosts: false,
    by: 'user:1',
    ...what,
  });
const recallId = async () => {
  const answer = await recall();
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusals));
  return answer.notice.id;
};
const station = async (code: string) => {
  const found = await story.ports.content.stationByCode(code);
  if (found === null) throw new Error(code);
  return found;
};
const fetchWhole = (stationCode: string) =>
  recordReceipt(story.ports, {
    stationCode,
    renditionId: FILE,
    spotCode: '0042',
    firstByte: 0,
    lastByte: 479_999,
    sizeBytes: 480_000,
  });

describe('a spot that is pulled', () => {
  it('is behind no door any more, from this moment', async () => {
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('file');
    expect(await spotsToHear(story.ports, 'MSG-1')).toHaveLength(1);
    expect(await recall()).toMatchObject({ kind: 'recalled', cancelledSlots: 1 });

    // Its slot went with it; and were there still one, the file would be held.
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('not-yours');
    const days = await readStationDays(story.ports, 'KAY');
    expect(days?.days.flatMap(({ slots }) => slots)).toEqual([]);
    expect(await spotsToHear(story.ports, 'MSG-1')).toEqual([]);
    expect((await readSpot(story.ports, '0042'))?.holds).toMatchObject([
      { channel: 'radio', reasons: [{ kind: 'recalled' }] },
      { channel: 'web', reasons: [{ kind: 'recalled' }] },
    ]);
  });

  it('cannot be planned, and the reason has its name', async () => {
    await recall();
    const planned = await planSlots(story.ports, {
      spotCode: '0042',
      stationCodes: ['KAY'],
      days: ['2026-12-02'],
      times: ['07:00'],
      windowMinutes: 30,
      by: 'user:1',
    });
    expect(planned).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'held-back', day: '2026-12-02', reasons: [{ kind: 'recalled' }] }],
    });
  });

  it('keeps a file back that a plan written at the same moment asks for, until the heartbeat cancels it', async () => {
    await recall();
    await story.knex('ops_slots').update({ state: 'planned' });
    expect(await findStationFile(story.ports, 'KAY', FILE)).toEqual({
      kind: 'held-back',
      reasons: [{ kind: 'recalled' }],
    });
    await settleNotices(story.ports);
    expect(await story.ports.slots.byId(slotId)).toMatchObject({ state: 'cancelled' });
  });

  it('leaves the ledger alone: what was answered stays, and what was over can still be answered', async () => {
    const later = await planOne(story, '2026-12-01', '08:00');
    story.clock.set('2026-12-01T08:10:00Z');
    const said = { stationCode: 'KAY', saidBy: 'station:KAY', evidence: 'page' } as const;
    const answer = (slot: string, idempotencyKey: string) =>
      confirmAiring(story.ports, { ...said, slotId: slot, outcome: 'aired', idempotencyKey });
    // On the air at this moment, and said so.
    await answer(later, 'key-00001');
    expect(await recall()).toMatchObject({ kind: 'recalled', cancelledSlots: 0 });
    expect(await answer(slotId, 'key-00002')).toMatchObject({
      kind: 'recorded',
      airing: { durationSeconds: 30 },
    });
    expect(await story.ports.airings.current()).toHaveLength(2);
    expect(await story.ports.slots.byId(later)).toMatchObject({ state: 'planned' });
  });

  it('asks whoever was handed it: a slot or a whole file, not half a file', async () => {
    story.content.stations = [
      ...story.content.stations,
      { ...(await station('BKO')), code: 'NIO', name: 'Radio Nioro' },
    ];
    await fetchWhole('BKO');
    await recordReceipt(story.ports, {
      stationCode: 'NIO',
      renditionId: FILE,
      spotCode: '0042',
      firstByte: 0,
      lastByte: 9,
      sizeBytes: 480_000,
    });
    expect(await recall()).toMatchObject({ notice: { stationCodes: ['BKO', 'KAY'] } });
    // A download that was under way ends a moment later.
    await fetchWhole('NIO');
    const [view] = await readAlerts(story.ports);
    expect(view?.stations.map(({ code, isToCall }) => [code, isToCall])).toEqual([
      ['BKO', true],
      ['KAY', true],
      ['NIO', true],
    ]);
  });

  it('pressed twice is one recall', async () => {
    const [first, second] = await Promise.all([recall(), recall({ by: 'user:2' })]);
    expect([first.kind, second.kind].sort()).toEqual(['already-recalled', 'recalled']);
    expect(await story.ports.notices.open()).toHaveLength(1);
    expect(await recall()).toMatchObject({ kind: 'already-recalled' });
  });

  it('is made good by pressing again when a power cut came in between', async () => {
    const { slots } = story.ports;
    const cut = { ...slots, cancelOfSpot: () => Promise.reject(new Error('power cut')) };
    await expect(
      recallSpot(
        { ...story.ports, slots: cut },
        { spotCode: '0042', reason: 'outdated', note: '', withPosts: false, by: 'user:1' },
      ),
    ).rejects.toThrow('power cut');
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('held-back');
    expect(await recall()).toMatchObject({ kind: 'already-recalled', cancelledSlots: 1 });
  });

  it.each([
    [{ reason: 'other', note: ' ' }, 'note-missing'],
    [{ note: 'x'.repeat(201) }, 'note-too-long'],
    [{ note: 'appeler le 76 12 34 56' }, 'note-has-contact'],
    [{ note: 'voir a.diallo@exemple.ml' }, 'note-has-contact'],
    [{ spotCode: '9999' }, 'unknown-spot'],
  ] as const)('is refused for %j and leaves nothing', async (what, kind) => {
    expect(await recall(what)).toMatchObject({ kind: 'refused', refusals: [{ kind }] });
    expect(await story.ports.notices.all()).toEqual([]);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('file');
  });

  it('may be pulled after its sheet was deleted: the files still lie at the stations', async () => {
    story.content.spots = [];
    expect(await recall()).toMatchObject({ kind: 'recalled', notice: { stationCodes: ['KAY'] } });
  });

  it('does not tell the journal the note', async () => {
    await recall({ note: 'le témoin du marché' });
    expect(JSON.stringify(await story.knex('ops_journal').select())).not.toContain('marché');
  });

  it('goes out again once the recall is lifted, where it is planned anew', async () => {
    const noticeId = await recallId();
    const lift = () => endNotice(story.ports, { noticeId, by: 'user:2' });
    expect(await lift()).toEqual({ kind: 'ended' });
    expect(await lift()).toEqual({ kind: 'already-ended' });
    expect(await story.ports.slots.byId(slotId)).toMatchObject({ state: 'cancelled' });
    await planOne(story, '2026-12-02');
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).toBe('file');
    const alerts = await readStationAlerts(story.ports, await station('KAY'));
    expect(alerts).toMatchObject({ recalls: [], lifted: [{ id: noticeId }] });
    // And may be pulled again.
    expect(await recall()).toMatchObject({ kind: 'recalled' });
  });
});

describe('a station that holds a recalled spot', () => {
  it('is asked until it says that it deleted the file, once', async () => {
    const noticeId = await recallId();
    const alerts = async () => readStationAlerts(story.ports, await station('KAY'));
    expect((await alerts()).recalls).toMatchObject([
      { isAcknowledged: false, fileNamesBegin: 'KAY-0042_' },
    ]);
    const said = { noticeId, stationCode: 'KAY', by: 'station:KAY' };
    expect(await acknowledgeNotice(story.ports, said)).toEqual({ kind: 'acknowledged' });
    expect(await acknowledgeNotice(story.ports, said)).toEqual({ kind: 'already-acknowledged' });
    expect((await alerts()).recalls).toMatchObject([{ isAcknowledged: true }]);
    const [view] = await readAlerts(story.ports);
    expect(view?.stations).toMatchObject([{ code: 'KAY', notedBy: null, isToCall: false }]);
  });

  it('may say so on the telephone: the page names who took the call', async () => {
    const people = {
      everybody: async () => [],
      namesOf: async () => new Map([['user:7', 'Awa Diarra']]),
      addressForAlerts: async () => null,
    };
    const noticeId = await recallId();
    await acknowledgeNotice(story.ports, { noticeId, stationCode: 'KAY', by: 'user:7' });
    const [view] = await readAlerts({ ...story.ports, people });
    expect(view?.stations).toMatchObject([{ code: 'KAY', notedBy: 'Awa Diarra' }]);
  });

  it('answers for itself alone, and not for what is over', async () => {
    const noticeId = await recallId();
    const by = 'station:BKO';
    const other = { noticeId, stationCode: 'BKO', by };
    expect(await acknowledgeNotice(story.ports, other)).toEqual({ kind: 'not-found' });
    expect(await acknowledgeNotice(story.ports, { ...other, noticeId: 'nowhere' })).toEqual({
      kind: 'not-found',
    });
    await endNotice(story.ports, { noticeId, by: 'user:1' });
    const own = { noticeId, stationCode: 'KAY', by: 'station:KAY' };
    expect(await acknowledgeNotice(story.ports, own)).toEqual({ kind: 'over' });
  });
});

describe('a witness who is protected after stations got their voice', () => {
  beforeEach(() => {
    story.content.spots = story.content.spots.map((spot) => ({ ...spot, voices: 'adult' }));
  });
  const protect = () =>
    protectWitness(story.ports, { spotCode: '0042', isProtected: true, by: 'user:1' });

  it('is pulled: whoever holds the file is asked to delete it, once', async () => {
    await fetchWhole('BKO');
    expect(await protect()).toEqual({ kind: 'set' });
    expect(await protect()).toEqual({ kind: 'set' });
    const notices = await story.ports.notices.ofSpot('0042');
    expect(notices.map(({ kind, stationCodes }) => [kind, stationCodes])).toEqual([
      ['recall', ['BKO', 'KAY']],
    ]);
    expect((await findStationFile(story.ports, 'KAY', FILE)).kind).not.toBe('file');
  });

  it('troubles no station that was never handed the spot', async () => {
    await story.knex('ops_slots').delete();
    expect(await protect()).toEqual({ kind: 'set' });
    expect(await story.ports.notices.ofSpot('0042')).toEqual([]);
  });
});

describe('a consent that is withdrawn', () => {
  beforeEach(async () => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
    await story.ports.consents.add(buildConsent());
  });
  const withdraw = () =>
    withdrawConsent(story.ports, { consentId: 'consent-1', by: 'user:journalist' });
  const recalls = async () =>
    (await story.ports.notices.all()).filter(({ kind }) => kind === 'recall');

  it('asks the stations that were handed the spot to delete it, and does not tell them why', async () => {
    await withdraw();
    expect(await recalls()).toMatchObject([
      {
        recallReason: 'consent-withdrawn',
        reason: 'La campagne a décidé de retirer ce spot.',
        stationCodes: ['KAY'],
      },
    ]);
    expect(await story.ports.slots.byId(slotId)).toMatchObject({ state: 'cancelled' });
  });

  it('doubles no recall: neither its own nor one that stands', async () => {
    await recall();
    await withdraw();
    await withdraw();
    expect(await recalls()).toMatchObject([{ recallReason: 'content-error' }]);
  });

  it('asks nobody when nobody was handed the spot', async () => {
    await story.ports.slots.cancel(slotId, 'user:1', story.clock.now());
    await withdraw();
    expect(await recalls()).toEqual([]);
  });

  it('is not brought back by repeating it after a manager lifted the recall', async () => {
    await withdraw();
    const [notice] = await recalls();
    await endNotice(story.ports, { noticeId: notice?.id ?? '', by: 'user:1' });
    story.clock.advance({ minutes: 1 });
    await withdraw();
    expect(await story.ports.notices.open()).toEqual([]);
    // Lifting frees nothing that the consent still holds.
    expect((await readSpot(story.ports, '0042'))?.holds[0]?.reasons).toEqual([
      { kind: 'withdrawn' },
    ]);
  });

  it('stays recalled after a new consent until a manager lifts it', async () => {
    await withdraw();
    story.clock.advance({ minutes: 1 });
    await recordConsent(story.ports, {
      ...buildConsent({ reference: 'YEELEN-2026-0099', expiresOn: '2027-06-30' }),
      by: 'user:journalist',
    });
    expect((await readSpot(story.ports, '0042'))?.holds[0]?.reasons).toEqual([
      { kind: 'recalled' },
    ]);
  });
});

describe('the posts of a pulled spot’s message', () => {
  const world = async () => {
    const social = await openSocialWorld({ spots: [buildSpot({ messageCode: 'MSG-1' })] });
    await social.ports.spotVersions.add(buildSpotVersion());
    await social.approve();
    social.clock.set('2026-12-01T12:00:00Z');
    await social.beat();
    expect(await social.wallTexts()).toHaveLength(1);
    return social;
  };
  it.each([
    [true, 0],
    [false, 1],
  ])('are taken back where the person asked for it: %s', async (withPosts, left) => {
    const social = await world();
    try {
      const asked = { spotCode: '0042', reason: 'content-error', note: '', by: 'user:1' } as const;
      const answer = await recallSpot(social.ports, { ...asked, withPosts });
      expect(answer).toMatchObject({ kind: 'recalled', notTakenBack: 0 });
      expect(await social.wallTexts()).toHaveLength(left);
    } finally {
      await social.close();
    }
  });
});
