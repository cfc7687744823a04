import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Mail, MailOutcome, Ports } from '../../../../src/composition/ports';
import {
  acknowledgeNotice,
  chooseDigests,
  readMailView,
  recallSpot,
} from '../../../../src/use-cases/alerts';
import { readAttention } from '../../../../src/use-cases/home';
import { runAlerts } from '../../../../src/workers/run-alerts';
import { buildStation } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from '../broadcast/broadcast-story';

const contacts = [{ name: 'Moussa Keïta', role: 'technicien', telephone: '76 00 00 01' }];

let story: TestPorts;
let sent: Mail[];
let outcome: MailOutcome | Error;
let ports: Ports;
beforeEach(async () => {
  const stations = [buildStation({ contacts }), buildStation({ code: 'BKO' })];
  story = await openBroadcastStory({ stations }, '2026-12-01T04:00:00Z');
  sent = [];
  outcome = { kind: 'sent' };
  ports = {
    ...story.ports,
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    },
    people: {
      everybody: async () => [],
      namesOf: async () => new Map(),
      addressForAlerts: async (person) =>
        person === 'user:9' ? null : `${person.slice(5)}@exemple.ml`,
    },
  };
  await planOne(story);
});
afterEach(() => story.close());

const subscribe = (person: string, isOn = true) => chooseDigests(ports, { person, isOn });

describe('a digest', () => {
  beforeEach(() => subscribe('user:1'));

  it('goes out two hours before a slot whose file is not there, with the number to ring', async () => {
    story.clock.set('2026-12-01T04:59:00Z');
    expect(await runAlerts(ports)).toMatchObject({ sent: 0 });
    story.clock.set('2026-12-01T05:00:00Z');
    expect(await runAlerts(ports)).toMatchObject({ sent: 1 });
    expect(sent).toMatchObject([{ to: '1@exemple.ml', subject: 'Yeelen : une radio à appeler' }]);
    expect(sent[0]?.text).toContain(
      '- Radio KAY : 76 00 00 01 (Moussa Keïta, technicien). Spot 0042, à diffuser à 7 h 00 : fichier pas encore téléchargé.',
    );
    expect(sent[0]?.text).toContain('http://127.0.0.1:1337/admin/yeelen/alertes');
  });

  it('is one an hour at most, tells each thing once, and repeats what still stands only beside news', async () => {
    story.clock.set('2026-12-01T05:00:00Z');
    await runAlerts(ports);
    await recallSpot(ports, {
      spotCode: '0042',
      reason: 'outdated',
      note: '',
      withPosts: false,
      by: 'user:2',
    });
    story.clock.set('2026-12-01T05:59:59Z');
    await runAlerts(ports);
    expect(sent).toHaveLength(1);
    story.clock.set('2026-12-01T06:00:00Z');
    await runAlerts(ports);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toContain('Spot 0042 rappelé');
    story.clock.advance({ days: 3 });
    await runAlerts(ports);
    expect(sent).toHaveLength(2);
  });

  it('goes to each person who asked for it, and to nobody who left', async () => {
    await subscribe('user:2');
    await subscribe('user:9');
    await subscribe('user:3');
    await subscribe('user:3', false);
    story.clock.set('2026-12-01T05:00:00Z');
    await runAlerts(ports);
    expect(sent.map(({ to }) => to)).toEqual(['1@exemple.ml', '2@exemple.ml']);
  });

  it('is sent once by two workers that find it due at the same moment', async () => {
    story.clock.set('2026-12-01T05:00:00Z');
    await Promise.all([runAlerts(ports), runAlerts(ports)]);
    expect(sent).toHaveLength(1);
  });

  it('that the server refused is tried again an hour later', async () => {
    outcome = { kind: 'refused', words: '550 no such user' };
    story.clock.set('2026-12-01T05:00:00Z');
    expect(await runAlerts(ports)).toMatchObject({ refused: 1 });
    outcome = { kind: 'sent' };
    story.clock.set('2026-12-01T05:30:00Z');
    expect(await runAlerts(ports)).toMatchObject({ sent: 0 });
    story.clock.set('2026-12-01T06:00:00Z');
    expect(await runAlerts(ports)).toMatchObject({ sent: 1 });
  });

  it('that was cut off is not sent again by itself: it is shown, and a person decides', async () => {
    outcome = new Error('the power went');
    story.clock.set('2026-12-01T05:00:00Z');
    await expect(runAlerts(ports)).rejects.toThrow('the power went');
    outcome = { kind: 'sent' };
    story.clock.set('2026-12-01T05:04:59Z');
    expect(await runAlerts(ports)).toMatchObject({ unknown: 0 });
    story.clock.set('2026-12-01T05:05:00Z');
    expect(await runAlerts(ports)).toMatchObject({ unknown: 1 });
    story.clock.set('2026-12-01T06:30:00Z');
    await runAlerts(ports);
    expect(sent).toHaveLength(1);

    const [digest] = (await readMailView(ports, 'user:1')).digests;
    expect(digest).toMatchObject({ state: 'unknown' });
    const see = { seeAlerts: true, seeBroadcasts: false, seePosts: false, seeAccounts: false };
    expect(await readAttention(ports, see)).toContainEqual({ kind: 'mail-unknown', mails: 1 });

    expect(await ports.nudgeMails.release(digest?.id ?? '')).toBe(true);
    expect(await ports.nudgeMails.release(digest?.id ?? '')).toBe(false);
    expect(await runAlerts(ports)).toMatchObject({ sent: 1 });
    expect(sent).toHaveLength(2);
  });

  it('that is unknown to the server counts as told', async () => {
    outcome = { kind: 'unknown', words: 'Timeout' };
    story.clock.set('2026-12-01T05:00:00Z');
    expect(await runAlerts(ports)).toMatchObject({ unknown: 1 });
    story.clock.set('2026-12-01T06:00:00Z');
    await runAlerts(ports);
    expect(sent).toHaveLength(1);
  });

  it('is not written where no mail server is set, and nothing is claimed', async () => {
    story.clock.set('2026-12-01T05:00:00Z');
    expect(await runAlerts({ ...ports, mailer: null })).toMatchObject({ sent: 0 });
    expect(await readMailView({ ...ports, mailer: null }, 'user:1')).toEqual({
      isSet: false,
      isSubscribed: true,
      digests: [],
    });
  });
});

describe('the home page', () => {
  const see = { seeAlerts: true, seeBroadcasts: true, seePosts: false, seeAccounts: false };

  it('names the station and its number for what nobody answered', async () => {
    story.clock.set('2026-12-01T05:00:00Z');
    const answer = await recallSpot(ports, {
      spotCode: '0042',
      reason: 'outdated',
      note: '',
      withPosts: false,
      by: 'user:2',
    });
    expect(await readAttention(ports, see)).toEqual([
      {
        kind: 'recall-unacknowledged',
        stationCode: 'KAY',
        stationName: 'Radio KAY',
        telephone: '76 00 00 01',
        spotCode: '0042',
      },
    ]);
    const noticeId = answer.kind === 'refused' ? '' : answer.notice.id;
    await acknowledgeNotice(ports, { noticeId, stationCode: 'KAY', by: 'station:KAY' });
    expect(await readAttention(ports, see)).toEqual([]);
  });

  it('asks after a day on its next morning', async () => {
    story.clock.set('2026-12-01T20:00:00Z');
    expect(await readAttention(ports, see)).toEqual([]);
    story.clock.set('2026-12-02T07:00:00Z');
    expect(await readAttention(ports, see)).toMatchObject([
      { kind: 'airing-unanswered', slots: 1, telephone: '76 00 00 01' },
    ]);
  });

  it('shows no telephone number to somebody who may not see broadcasts', async () => {
    story.clock.set('2026-12-02T07:00:00Z');
    const nothing = { seeAlerts: false, seeBroadcasts: false, seePosts: false, seeAccounts: false };
    expect(await readAttention(ports, nothing)).toEqual([]);
  });
});
