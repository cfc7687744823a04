import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { personAt, type Person } from '../helpers/desk-client';
import {
  dayFromNow,
  gatherTeam,
  plan,
  readySpot,
  signInStation,
  stationBrowser,
  type StationBrowser,
  type Team,
} from '../helpers/desk-stories';
import { openSmtpServer, type SmtpServer } from '../helpers/smtp-server';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let smtp: SmtpServer;
let team: Team;
let second: Person;
let station: StationBrowser;

beforeAll(async () => {
  smtp = await openSmtpServer();
  app = await bootApp({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'Yeelen <yeelen@yeelen.test>' } });
  team = await gatherTeam(app);
  second = personAt(app, await app.signIn('yeelen-campaign-manager'));
  station = await signInStation(app, team.manager, 'KAY');
});
afterAll(() => smtp.close());

const page = async () => (await station.get('/station/programme')).text;
const inHours = (hours: number) =>
  new Date(app.ports.system.now().getTime() + hours * 3_600_000).toISOString();
const raise = (spotCode: string, what: object = {}) =>
  team.manager.post('/desk/alerts/urgent', {
    spotCode,
    stationCodes: ['KAY'],
    reason: 'Une fausse rumeur circule.',
    endsAt: inHours(6),
    ...what,
  });
const alertOf = async (noticeId: string) => {
  const { data } = await team.manager.get('/desk/alerts');
  const alerts = data['alerts'] as { notice: { id: string }; stations: unknown[]; state: string }[];
  return alerts.find(({ notice }) => notice.id === noticeId);
};

describe('an urgent message', { timeout: 120_000 }, () => {
  it('goes from two signatures to the top of the station’s page, is acknowledged there without script, and ends', async () => {
    const spotCode = await readySpot(app, team.journalist);
    const raised = await raise(spotCode);
    expect(raised.status).toBe(201);
    const id = String(raised.data['id']);
    expect(await page()).not.toContain('Message urgent');
    const own = await team.manager.post(`/desk/alerts/${id}/approve`);
    expect([own.status, own.message]).toEqual([
      409,
      'Vous avez lancé ce message urgent : une seconde personne doit l’approuver. Prévenez un collègue.',
    ]);
    expect((await raise(spotCode)).status).toBe(409);
    expect((await second.post(`/desk/alerts/${id}/approve`)).status).toBe(200);

    const shown = await page();
    expect(shown.indexOf('Message urgent')).toBeLessThan(shown.indexOf('Aujourd’hui'));
    expect(shown).toContain('Avant de partir, informez-vous.');
    const file = /\/station\/files\/[\w-]+\?dl=1/.exec(shown)?.[0] ?? '';
    expect((await station.get(file)).status).toBe(200);

    app.setClock(inHours(0.5));
    expect((await alertOf(id))?.stations).toMatchObject([{ code: 'KAY', isToCall: true }]);
    const home = await team.manager.get('/desk/home');
    expect(JSON.stringify(home.data)).toContain('n’a pas accusé réception du message urgent');

    for (let time = 0; time < 2; time += 1) {
      const answer = await station.submit('/station/alerts', { notice: id });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe('/station/programme?fait=bien-recu#alertes');
    }
    expect((await alertOf(id))?.stations).toMatchObject([{ notedBy: null, isToCall: false }]);
    expect(await page()).toContain('Bien reçu');

    app.setClock(inHours(6));
    await app.runDue();
    expect((await alertOf(id))?.state).toBe('over');
    // Nobody was at the page for hours: the session ended, and the station signs in again.
    station = await signInStation(app, team.manager, 'KAY');
    expect(await page()).not.toContain('Message urgent');
    expect((await station.get(file)).status).toBe(404);
    app.setClock(null);
    station = await signInStation(app, team.manager, 'KAY');
  });

  it.each([
    [{}, 400],
    [{ endsAt: 'demain' }, 400],
    [{ spotCode: '9999' }, 422],
    [{ stationCodes: ['XYZ'] }, 422],
    [{ stationCodes: [] }, 422],
  ])('with %j is refused in French, and nothing is written', async (what, status) => {
    const before = await app.ports.notices.all();
    const full = { spotCode: '9999', stationCodes: ['KAY'], reason: 'Urgent', endsAt: inHours(1) };
    const body = Object.keys(what).length === 0 ? {} : { ...full, ...what };
    const answer = await team.manager.post('/desk/alerts/urgent', body);
    expect(answer.status).toBe(status);
    expect(answer.message).toMatch(/[.]$/);
    expect(await app.ports.notices.all()).toEqual(before);
  });
});

describe('a recall', { timeout: 120_000 }, () => {
  it('shuts every door at once and names the file to delete; said twice, it is one', async () => {
    const spotCode = await readySpot(app, team.journalist);
    expect((await plan(app, team.manager, spotCode)).status).toBe(201);
    const link = new RegExp(`/station/files/[\\w-]+\\?dl=1" download="KAY-${spotCode}`);
    const file = link.exec(await page())?.[0]?.split('"')[0] ?? '';
    expect((await station.get(file)).status).toBe(200);

    const recall = (body: object) => team.manager.post(`/desk/spots/${spotCode}/recall`, body);
    expect((await recall({})).status).toBe(400);
    expect((await recall({ reason: 'consent-withdrawn' })).status).toBe(400);
    expect((await recall({ reason: 'other' })).status).toBe(422);
    const first = await recall({ reason: 'outdated' });
    expect([first.status, first.data['cancelledSlots']]).toEqual([201, 1]);
    expect((await recall({ reason: 'content-error' })).status).toBe(200);
    expect(
      (await team.manager.post('/desk/spots/9999/recall', { reason: 'outdated' })).status,
    ).toBe(404);

    expect((await station.get(file)).status).toBe(404);
    const shown = await page();
    expect(shown).toContain(`Ne diffusez plus le spot ${spotCode}`);
    expect(shown).toContain(`KAY-${spotCode}_`);
    expect((await plan(app, team.manager, spotCode)).message).toContain('Le spot est rappelé');

    const id = String((first.data['notice'] as { id: string }).id);
    // By telephone, by somebody with a name.
    const noted = await second.post(`/desk/alerts/${id}/acknowledgements`, { stationCode: 'KAY' });
    expect(noted.status).toBe(201);
    expect((await alertOf(id))?.stations).toMatchObject([
      { code: 'KAY', notedBy: expect.stringMatching(/^Personne \d+$/) as unknown },
    ]);
    expect(await page()).toContain('Vous avez confirmé l’avoir effacé');
    const wrong = await second.post(`/desk/alerts/${id}/acknowledgements`, { stationCode: 'BKO' });
    expect(wrong.status).toBe(404);

    expect((await second.post(`/desk/alerts/${id}/end`)).status).toBe(200);
    expect((await second.post(`/desk/alerts/${id}/end`)).status).toBe(409);
    expect(await page()).toContain('le rappel est levé');
    expect((await plan(app, team.manager, spotCode)).status).toBe(201);
  });

  it('is not acknowledged for another station, nor from another site, nor by nobody', async () => {
    const nowhere = { notice: 'nowhere' };
    expect((await station.submit('/station/alerts', nowhere)).status).toBe(404);
    const elsewhere = { Origin: 'https://ailleurs.example' };
    expect((await station.submit('/station/alerts', nowhere, elsewhere)).status).toBe(403);
    expect((await stationBrowser(app).submit('/station/alerts', nowhere)).status).toBe(303);
  });
});

describe('a digest by e-mail', { timeout: 120_000 }, () => {
  it('goes to whoever asked for it, names the station and its number, and is not doubled', async () => {
    const spotCode = await readySpot(app, team.journalist);
    await plan(app, team.manager, spotCode, { days: [dayFromNow(app, 2)] });
    await team.manager.post(`/desk/spots/${spotCode}/recall`, { reason: 'protection' });
    await app.runDue();
    expect(smtp.messages).toEqual([]);

    const chosen = await team.manager.post('/desk/alerts/mail', { isOn: true });
    expect(chosen.data).toMatchObject({ isSet: true, isSubscribed: true });
    await app.runDue();
    await app.runDue();
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('_à_appeler');
    expect(smtp.messages[0]).toContain(`Spot ${spotCode} rappelé`);
    const contacts = (await app.ports.content.stationByCode('KAY'))?.contacts ?? [];
    expect(contacts.length).toBeGreaterThan(0);
    expect(smtp.messages[0]).toContain(contacts[0]?.telephone);
    const { data } = await team.manager.get('/desk/alerts');
    expect(data['mail']).toMatchObject({ digests: [{ state: 'sent' }] });
    expect((await team.manager.post('/desk/alerts/mails/nowhere/release')).status).toBe(404);
  });
});
