import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSimulatorSmsGateway } from '../../../../src/adapters/simulator';
import {
  forgetOldSms,
  receiveSms,
  sendSmsReplies,
  stationDayCode,
} from '../../../../src/use-cases/broadcast';
import { smsReply } from '../../../../src/wording/sms';
import { buildStation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

const DAY = '2026-12-01';
const FATOU = '+223 76 12 34 56';
const contact = (telephone: string) => ({ name: 'Une personne', role: 'technique', telephone });

let story: TestPorts;
let gateway: ReturnType<typeof createSimulatorSmsGateway>;
let code: string;
beforeEach(async () => {
  story = await openBroadcastStory({
    stations: [
      buildStation({ contacts: [contact('76 12 34 56')] }),
      buildStation({ code: 'BKO', name: 'Radio Bamako', contacts: [contact('66 00 00 01')] }),
    ],
  });
  gateway = createSimulatorSmsGateway();
  for (const time of ['07:00', '12:00', '18:00']) await planOne(story, DAY, time);
  code = (await stationDayCode(story.ports, 'KAY', DAY))?.code ?? '';
  story.clock.set('2026-12-01T20:00:00Z');
});
afterEach(() => story.close());

let count = 0;
const receive = (text: string, from = FATOU, id = `message-${(count += 1)}`) =>
  receiveSms(story.ports, { id, from, text }, smsReply);
const ledger = async () =>
  (await story.ports.airings.current('KAY'))
    .map(({ outcome, missedReason, evidence }) => [outcome, missedReason, evidence])
    .sort();
const deliver = () => sendSmsReplies({ ...story.ports, smsGateway: gateway });

describe('OK and the code', () => {
  it('confirms the day of that station, and says so', async () => {
    expect(await receive(`ok ${code}`)).toMatchObject({
      outcome: 'confirmed',
      stationCode: 'KAY',
      reply: 'KAY 01/12 : 3 diffusions notées. Merci.',
    });
    expect(await ledger()).toEqual(Array.from({ length: 3 }, () => ['aired', null, 'sms']));
  });

  it('delivered twice by the gateway is one message with one answer', async () => {
    const first = await receive(`OK ${code}`, FATOU, 'same');
    expect(await receive(`OK ${code}`, FATOU, 'same')).toEqual(first);
    expect(await story.ports.airings.all()).toHaveLength(3);
    expect(await story.ports.smsMessages.recent(10)).toHaveLength(1);
  });

  it('two deliveries at once do no more than one', async () => {
    await Promise.all([receive(`OK ${code}`, FATOU, 'same'), receive(`OK ${code}`, FATOU, 'same')]);
    expect(await story.ports.airings.all()).toHaveLength(3);
    expect(await story.ports.smsMessages.recent(10)).toHaveLength(1);
  });
});

describe('NON, the code and a line', () => {
  it('excepts that line; nothing is said of the others', async () => {
    expect(await receive(`NON ${code} 3 COURANT`)).toMatchObject({
      outcome: 'excepted',
      reply: `KAY 01/12 : Pas diffusé : ligne 3 courant. 2 autres sans réponse : OK ${code} si diffusé. Merci.`,
    });
    expect(await ledger()).toEqual([['missed', 'power', 'sms']]);
  });

  it('corrects a day that was confirmed before', async () => {
    await receive(`OK ${code}`);
    await receive(`non ${code} 3 reseau`);
    expect(await ledger()).toEqual([
      ['aired', null, 'sms'],
      ['aired', null, 'sms'],
      ['missed', 'network', 'sms'],
    ]);
    await receive(`OK ${code}`);
    expect((await ledger()).filter(([outcome]) => outcome === 'missed')).toHaveLength(1);
  });

  it('with SAUF says both at once', async () => {
    await receive(`OK ${code} SAUF 1 3 EMETTEUR`);
    expect((await ledger()).map(([outcome]) => outcome)).toEqual(['aired', 'missed', 'missed']);
  });

  it('with TOUT says that nothing was aired, where nobody said otherwise', async () => {
    await receive(`OK ${code} SAUF 2 FICHIER`);
    await receive(`NON ${code} TOUT COURANT`);
    expect((await ledger()).map(([outcome]) => outcome)).toEqual(['aired', 'aired', 'missed']);
  });

  it('does not overrule a playout log: a person has to look', async () => {
    const slots = await story.ports.slots.between(DAY, DAY, 'KAY');
    await story.ports.airings.add({
      ...(await seed(slots[2]?.id ?? '')),
      evidence: 'imported',
    });
    expect((await receive(`NON ${code} 3 COURANT`)).reply).toContain('déjà prouvé');
    expect(await ledger()).toEqual([['aired', null, 'imported']]);
  });

  it('a line that is none, or a window that has not begun, writes nothing', async () => {
    expect(await receive(`NON ${code} 1 COURANT 9 COURANT`)).toMatchObject({ outcome: 'mistaken' });
    story.clock.set('2026-12-01T10:00:00Z');
    expect((await receive(`NON ${code} 3 COURANT`)).reply).toContain("pas encore l'heure");
    expect(await ledger()).toEqual([]);
  });
});

async function seed(slotId: string) {
  return {
    id: 'from-a-log',
    idempotencyKey: 'from-a-log',
    stationCode: 'KAY',
    slotId,
    spotCode: '0042',
    language: 'fr' as const,
    durationSeconds: 30,
    outcome: 'aired' as const,
    airedAt: story.clock.now(),
    missedReason: null,
    saidBy: 'user:7',
    recordedAt: story.clock.now(),
    supersedes: null,
  };
}

describe('who may write', () => {
  it('a stranger gets no reply, does nothing and is counted', async () => {
    expect(await receive(`OK ${code}`, '+223 70 00 00 00')).toMatchObject({
      outcome: 'stranger',
      reply: null,
      replyState: 'none',
      senderDigest: null,
    });
    expect(await receive('OK', 'Orange')).toMatchObject({ outcome: 'stranger' });
    expect(await ledger()).toEqual([]);
    expect(await story.ports.smsMessages.strangersSince(new Date(0))).toBe(2);
    expect(await story.ports.smsMessages.recent(10)).toEqual([]);
  });

  it('a contact of another station cannot confirm this one', async () => {
    expect(await receive(`OK ${code}`, '66 00 00 01')).toMatchObject({ outcome: 'not-your-day' });
    expect(await ledger()).toEqual([]);
  });

  it('a contact of two stations speaks for the one whose code it is', async () => {
    story.content.stations[1] = buildStation({ code: 'BKO', contacts: [contact(FATOU)] });
    expect(await receive(`OK ${code}`)).toMatchObject({ stationCode: 'KAY' });
  });
});

describe('when', () => {
  it('not before the day, and not later than a month', async () => {
    story.clock.set('2026-11-30T20:00:00Z');
    expect(await receive(`OK ${code}`)).toMatchObject({ outcome: 'mistaken' });
    story.clock.set('2027-01-01T20:00:00Z');
    expect(await receive(`OK ${code}`)).toMatchObject({ outcome: 'confirmed' });
    story.clock.set('2027-01-02T20:00:00Z');
    expect(await receive(`NON ${code} 1 COURANT`)).toMatchObject({ outcome: 'mistaken' });
  });
});

describe('what is kept', () => {
  it('is neither a number nor a word', async () => {
    await receive(`NON ${code} 3 COURANT chez Fatou`);
    const rows: unknown[] = [
      ...((await story.knex('ops_sms_messages').select()) as unknown[]),
      ...((await story.knex('ops_journal').select()) as unknown[]),
    ];
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/76.?12.?34.?56/);
    expect(text).not.toContain('Fatou');
  });

  it('for ninety days', async () => {
    await receive(`OK ${code}`);
    story.clock.advance({ days: 90 });
    await forgetOldSms(story.ports);
    expect(await story.ports.smsMessages.recent(10)).toHaveLength(1);
    story.clock.advance({ seconds: 1 });
    await forgetOldSms(story.ports);
    expect(await story.ports.smsMessages.recent(10)).toEqual([]);
  });
});

describe('the reply', () => {
  it('goes to the number that is found again among the contacts, once', async () => {
    await receive(`OK ${code}`);
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(gateway.outbox()).toMatchObject([
      { to: '+22376123456', text: 'KAY 01/12 : 3 diffusions notées. Merci.' },
    ]);
  });

  it('is tried again when the gateway is down, and given up after a day', async () => {
    await receive(`OK ${code}`);
    gateway.failNext(1);
    expect(await deliver()).toBe(0);
    expect(await deliver()).toBe(0);
    story.clock.advance({ minutes: 1 });
    expect(await deliver()).toBe(1);

    await receive(`OK ${code}`);
    story.clock.advance({ days: 1, seconds: 1 });
    expect(await deliver()).toBe(0);
    expect(gateway.outbox()).toHaveLength(1);
    expect((await story.ports.smsMessages.recent(1))[0]?.replyState).toBe('given-up');
  });

  it('a gateway that breaks off holds up nobody', async () => {
    await receive(`OK ${code}`);
    const broken = { name: 'cassée', send: () => Promise.reject(new Error('no line')) };
    expect(await sendSmsReplies({ ...story.ports, smsGateway: broken })).toBe(0);
    story.clock.advance({ minutes: 1 });
    expect(await deliver()).toBe(1);
  });

  it('goes to nobody who is no contact any more', async () => {
    await receive(`OK ${code}`);
    story.content.stations[0] = buildStation({ contacts: [] });
    expect(await deliver()).toBe(0);
    expect(gateway.outbox()).toEqual([]);
  });
});

it('a house without stations takes every message for a stranger’s', async () => {
  const empty = await openTestPorts();
  const received = { id: '1', from: FATOU, text: 'OK 104' };
  expect((await receiveSms(empty.ports, received, smsReply)).outcome).toBe('stranger');
  await empty.close();
});
