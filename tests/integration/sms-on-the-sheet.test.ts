import { execFileSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { dayFromNow, gatherTeam, plan, readySpot, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';
import { hasPdfToText } from '../helpers/read-pdf';

const CAMPAIGN = '/content-manager/single-types/api::campaign.campaign';

let app: App;
let team: Team;
let feed: string;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  const spotCode = await readySpot(app, team.journalist);
  expect((await plan(app, team.manager, spotCode, { stationCodes: ['NIO'] })).status).toBe(201);
  const issued = await team.manager.post('/desk/stations/NIO/links', {
    purpose: 'feed',
    label: 'Essai',
  });
  feed = new URL(String(issued.data['url'])).pathname;
});
afterAll(() => team.manager.put(CAMPAIGN, { smsNumber: null }));

const setNumber = (smsNumber: string | null) => team.manager.put(CAMPAIGN, { smsNumber });

async function sheet(): Promise<string> {
  const answer = await fetch(`${app.url}${feed}feuille.pdf?jour=${dayFromNow(app, 1)}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: Buffer.from(await answer.arrayBuffer()),
    encoding: 'utf8',
  });
}

describe('the number that takes the text messages of stations', () => {
  it('is kept in one spelling, however it was entered', async () => {
    expect((await setNumber('76 12 34 56')).status).toBe(200);
    expect((await app.ports.content.campaign()).smsNumber).toBe('+22376123456');
    expect((await setNumber('')).status).toBe(200);
    expect((await app.ports.content.campaign()).smsNumber).toBeNull();
  });

  it.each(['Orange Mali', '12', '+223 76 12', '76123456 ou 77'])(
    'is refused in French when it is none: %s',
    async (entered) => {
      const answer = await setNumber(entered);
      expect([answer.status, answer.message]).toEqual([
        400,
        expect.stringContaining('écrivez-le avec l’indicatif'),
      ]);
    },
  );

  it('makes another list for each station when it changes', async () => {
    const version = async () => {
      const answer = await fetch(`${app.url}${feed}manifest.json`);
      return ((await answer.json()) as { version: number }).version;
    };
    const before = await version();
    await setNumber('+22376123456');
    expect(await version()).toBe(before + 1);
    await setNumber('+223 76 12 34 56');
    expect(await version()).toBe(before + 1);
  });

  it.skipIf(!hasPdfToText())('stands on the sheet; without it the sheet says no SMS', async () => {
    await setNumber('76123456');
    expect(await sheet()).toContain('Par SMS au +223 76 12 34 56');
    await setNumber(null);
    expect(await sheet()).not.toContain('SMS');
  });
});
