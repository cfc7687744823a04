import { beforeAll, describe, expect, it } from 'vitest';

import { sign } from '../../src/web/sms';
import { demoSound, personAt, type Json, type Person } from '../helpers/desk-client';
import { newSpot } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const SECRET = 'un secret de plus de trente-deux lettres';
const DAY = '2026-12-01';
const NUMBER = '+22376123456';

type Documents = (uid: string) => { create(call: object): Promise<{ documentId: string }> };

let app: App;
let manager: Person;
let slots: string[];
let spotCode: string;

beforeAll(async () => {
  app = await bootApp({ env: { SMS_INBOUND_SECRET: SECRET, SEED_EXAMPLES: 'false' } });
  app.setClock('2026-11-30T09:00:00Z');
  manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
  const documents = app.strapi.documents as unknown as Documents;
  await documents('api::station.station').create({
    data: {
      code: 'KAY',
      name: 'Radio Kayes',
      place: 'Kayes',
      timeZone: 'Africa/Bamako',
      languages: ['fr'],
      contacts: [{ name: 'Personne d’essai', role: 'Technique', telephone: '76 12 34 56' }],
    },
  });
  spotCode = await newSpot(app, manager);
  slots = [];
  for (const [place, hour] of ['07', '12', '18'].entries()) {
    const id = `slot-${place + 1}`;
    slots.push(id);
    await app.ports.slots.addAll(
      [
        {
          id,
          stationCode: 'KAY',
          spotCode,
          language: 'fr',
          windowStart: new Date(`${DAY}T${hour}:00:00Z`),
          windowEnd: new Date(`${DAY}T${hour}:30:00Z`),
          airDate: DAY,
          state: 'planned',
        },
      ],
      'user:test',
      app.ports.system.now(),
    );
  }
  app.setClock('2026-12-01T20:00:00Z');
});

const current = async () =>
  (await app.ports.airings.current('KAY'))
    .map(({ slotId, outcome, evidence }) => `${slotId ?? '-'} ${outcome} ${evidence}`)
    .sort();

async function handIn(
  body: Json | string,
  what: { readonly secret?: string; readonly at?: Date; readonly type?: string } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor((what.at ?? app.ports.system.now()).getTime() / 1000));
  const response = await fetch(`${app.url}/sms/inbound`, {
    method: 'POST',
    headers: {
      'Content-Type': what.type ?? 'application/json',
      'X-Sms-Timestamp': timestamp,
      'X-Sms-Signature': sign(what.secret ?? SECRET, timestamp, Buffer.from(text)),
    },
    body: text,
  });
  const answer = (await response.json()) as { data: Json | null; error?: { message: string } };
  return { status: response.status, ...answer };
}

describe('the door for text messages', () => {
  const sms = (text: string, id: string, from = NUMBER) => ({ id, from, text });

  it('is closed to whoever does not sign, or signs too late', async () => {
    const message = sms('OK 104', 'unsigned');
    const forged = await handIn(message, { secret: 'x'.repeat(40) });
    expect([forged.status, forged.data]).toEqual([401, null]);
    const stale = await handIn(message, { at: new Date('2026-12-01T19:54:59Z') });
    expect(stale.status).toBe(401);
    expect(stale.error?.message).toContain('horloge');
    expect((await fetch(`${app.url}/sms/inbound`, { method: 'POST', body: '{}' })).status).toBe(
      401,
    );
    expect((await fetch(`${app.url}/sms/inbound`)).status).toBe(404);
  });

  it.each([
    ['no JSON', 'OK 104', 422],
    ['half a message', { id: '1', text: 'OK 104' }, 422],
    ['a number that is a list', { id: '1', from: ['x'], text: 'OK 104' }, 422],
    ['a letter', { id: '1', from: NUMBER, text: 'x'.repeat(9000) }, 413],
  ])('answers %s in French', async (_story, body, status) => {
    const answer = await handIn(body);
    expect(answer.status).toBe(status);
    expect(answer.error?.message).toMatch(/message/i);
  });

  it('confirms a day, excepts a line, and counts the same message once', async () => {
    const { data } = await manager.get(`/desk/broadcast/days/KAY/${DAY}`);
    const code = String(data['code']);
    expect((await handIn(sms(`OK ${code}`, 'first'))).data).toEqual({
      outcome: 'confirmed',
      reply: 'KAY 01/12 : 3 diffusions notées. Merci.',
    });
    const excepted = await handIn(sms(`non ${code} 3 émetteur`, 'second'), { type: 'text/plain' });
    expect(excepted.data).toMatchObject({ outcome: 'excepted' });
    expect((await handIn(sms(`OK ${code}`, 'first'))).data).toMatchObject({ outcome: 'confirmed' });
    expect(await current()).toEqual(['slot-1 aired sms', 'slot-2 aired sms', 'slot-3 missed sms']);
  });

  it('says nothing to strangers, and shows the desk no number', async () => {
    const stranger = await handIn(sms('OK 104', 'stranger', '+22370000000'));
    expect(stranger.data).toEqual({ outcome: 'stranger', reply: null });
    const { data, text } = await manager.get('/desk/sms');
    expect(data).toMatchObject({ gateway: 'simulateur', strangers: 1 });
    expect((data['messages'] as readonly Json[]).map((each) => each['replyState'])).toEqual([
      'sent',
      'sent',
    ]);
    expect(text).not.toMatch(/76.?12.?34.?56|70000000/);
  });
});

describe('a day at the desk', () => {
  it('is told line by line, and refuses what cannot be', async () => {
    const { data } = await manager.get(`/desk/broadcast/days/KAY/${DAY}`);
    expect(data).toMatchObject({ stationName: 'Radio Kayes', lines: [{ number: 1 }, {}, {}] });
    expect((await manager.get('/desk/broadcast/days/KAY/demain')).status).toBe(400);
    expect((await manager.get(`/desk/broadcast/days/ZZZ/${DAY}`)).status).toBe(404);
    const address = `/desk/broadcast/days/KAY/${DAY}/confirmation`;
    expect((await manager.post(address, {})).status).toBe(400);
    const unknown = await manager.post(address, {
      idempotencyKey: 'one-call-1',
      exceptions: [{ slotId: 'none', missedReason: 'power' }],
    });
    expect(unknown.status).toBe(404);
    const again = await manager.post(address, { idempotencyKey: 'one-call-2' });
    expect(again.status).toBe(201);
    expect(again.data).toMatchObject({ recorded: 0, answered: 3 });
  });
});

describe('a playout log', () => {
  const log = (time: string) =>
    Buffer.from(`Date;Time;Title\r\n2026-12-01;${time};${spotCode} L\xe9gal\r\n`, 'latin1');
  const preview = '/desk/stations/KAY/as-run/preview';

  it('is looked at, then written once', async () => {
    const seen = await manager.upload(preview, log('07:12'), 'journal.csv');
    expect(seen.status).toBe(200);
    expect(seen.data).toMatchObject({
      encoding: 'windows-1252',
      counts: { strengthens: 1 },
      lines: [{ kind: 'strengthens', text: `2026-12-01 · 07:12 · ${spotCode} Légal` }],
    });
    const address = `/desk/stations/KAY/as-run?fingerprint=${String(seen.data['fingerprint'])}`;
    expect((await manager.upload(address, log('07:12'), 'journal.csv')).data).toMatchObject({
      added: 1,
    });
    expect((await manager.upload(address, log('07:12'), 'journal.csv')).data).toMatchObject({
      added: 0,
    });
    expect(await current()).toContain('slot-1 aired imported');
  });

  it('is refused in French when it is none, or when the ledger moved', async () => {
    const sound = await manager.upload(preview, await demoSound('spot-fr.mp3'), 'journal.csv');
    expect(sound.status).toBe(422);
    expect(sound.message).toContain('Exportez le relevé en CSV');
    expect((await manager.upload(preview, Buffer.alloc(3_000_000, 'x'), 'j.csv')).status).toBe(413);
    expect((await manager.post(preview, {})).status).toBe(422);
    const moved = await manager.upload(
      '/desk/stations/KAY/as-run?fingerprint=old',
      log('12:05'),
      'j.csv',
    );
    expect(moved.status).toBe(409);
    expect(await current()).toContain('slot-2 aired sms');
  });
});

describe('a recording', { timeout: 60_000 }, () => {
  it('is checked as a sound, proves the airing, and is heard at the desk', async () => {
    const address = `/desk/broadcast/slots/${slots[1]}/recording`;
    const none = await manager.upload(address, await demoSound('not-a-sound.mp3'), 'x.mp3');
    expect(none.status).toBe(422);
    expect(none.message).toContain('pas un son');
    const sound = await demoSound('spot-fr.mp3');
    const sent = await manager.upload(address, sound, 'antenne.mp3');
    expect(sent.status).toBe(201);
    expect(sent.text).not.toContain('storageKey');
    expect(await current()).toContain('slot-2 aired recording');
    expect((await manager.upload(address, sound, 'antenne.mp3')).status).toBe(409);
    const { id } = sent.data['recording'] as { id: string };
    const heard = await manager.get(`/desk/recordings/${id}/sound`);
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);

    expect((await manager.post(`/desk/recordings/${id}/erase`)).status).toBe(200);
    expect((await manager.get(`/desk/recordings/${id}/sound`)).status).toBe(404);
    expect(await current()).toContain('slot-2 aired recording');
  });
});
