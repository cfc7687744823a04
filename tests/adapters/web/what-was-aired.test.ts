import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityFindings,
  DESK,
  openBrowser,
  PHONE,
  scrollsSideways,
} from '../../helpers/browser';
import { openWorld, TODAY, type World } from './world';

const YESTERDAY = '2026-12-01';

let world: World;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  world = await openWorld();
  await world.addSpot({ code: '0042', spot: { title: 'Avant de partir, informez-vous' } });
  await world.addSpot({ code: '0044', spot: { voices: 'adult', title: 'Témoignage' } });
  const slot = (id: string, spotCode: string, day: string, hour: string) =>
    world.addSlot({
      id,
      spotCode,
      airDate: day,
      windowStart: new Date(`${day}T${hour}:00Z`),
      windowEnd: new Date(new Date(`${day}T${hour}:00Z`).getTime() + 30 * 60_000),
    });
  await slot('y-1', '0042', YESTERDAY, '07:00');
  await slot('y-2', '0042', YESTERDAY, '12:00');
  await slot('y-3', '0044', YESTERDAY, '18:00');
  await slot('t-1', '0042', TODAY, '05:00');
  await slot('t-2', '0042', TODAY, '06:30');
  await slot('t-3', '0042', TODAY, '18:00');
  cookie = await world.signIn();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  expect(world.accidents).toEqual([]);
  await world.close();
});

async function visit(
  look: (page: Page) => Promise<void>,
  viewport = PHONE,
  javaScriptEnabled = false,
): Promise<void> {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
  await context.addCookies([{ name, value, url: `${world.address}/station` }]);
  const page = await context.newPage();
  await page.goto(`${world.address}/station/programme`);
  await look(page);
  await context.close();
}

const said = async () =>
  (await world.ports.airings.current('KAY'))
    .map(({ slotId, outcome }) => `${slotId ?? '-'} ${outcome}`)
    .sort();

describe('a day on the station’s page, without a script', () => {
  it('shows its code and the numbers of its lines', async () => {
    const code = (await world.ports.stationDays.codeOf('KAY', TODAY)) ?? '';
    await visit(async (page) => {
      const summary = page.getByText(/code du jour/);
      await summary.click();
      const shown = (await world.ports.stationDays.codeOf('KAY', TODAY)) ?? code;
      expect(await summary.textContent()).toContain(shown);
      expect(await page.getByText(/^Ligne 3/).textContent()).toMatch(/18\sh\s00, spot 0042/);
      expect(await page.getByText(`OK ${shown}`, { exact: true }).count()).toBe(1);
    });
  });

  it('is confirmed by one tap, then corrected at one slot', async () => {
    await visit(async (page) => {
      const today = page.locator('section', { has: page.locator('#jour') });
      await today.getByRole('button', { name: 'Tout a été diffusé (2)' }).click();
      expect(await page.getByRole('status').textContent()).toContain('2 diffusions confirmées');
      expect(await said()).toEqual(['t-1 aired', 't-2 aired']);

      const card = page.locator('#creneau-t-2');
      await card.getByText('Corriger cette réponse').click();
      await card.getByText('Autre réponse').click();
      await card.getByRole('combobox').selectOption('power');
      await card.getByRole('button', { name: 'Enregistrer cette raison' }).click();
    });
    expect(await said()).toEqual(['t-1 aired', 't-2 missed']);
  });

  it('leaves a suspended spot to an answer of its own', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: 'Tout a été diffusé (2)' }).click();
      expect(await page.getByRole('status').textContent()).toContain('spot suspendu');
    });
    expect((await said()).filter((each) => each.startsWith('y-'))).toEqual([
      'y-1 aired',
      'y-2 aired',
    ]);
  });

  it('sent twice, by a program or after a cut, counts once', async () => {
    const headers = { Cookie: cookie };
    const before = await said();
    const again = await world.post('/station/airings/day', { day: TODAY }, headers);
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('Rien de nouveau');
    expect(await said()).toEqual(before);
    const wrong = await world.post('/station/airings/day', { day: 'demain' }, headers);
    expect(wrong.status).toBe(404);
  });
});

describe('a recording', () => {
  it('is asked for on a page of its own, which has room for a thumb', async () => {
    await visit(
      async (page) => {
        await page.locator('#creneau-t-1').getByText('Joindre un enregistrement').click();
        expect(await page.locator('h1').textContent()).toBe('Joindre un enregistrement');
        expect(await page.locator('input[type=file]').getAttribute('name')).toBe('file');
        expect(await scrollsSideways(page)).toBe(false);
        expect(await accessibilityFindings(page)).toEqual([]);
      },
      PHONE,
      true,
    );
    const other = await world.fetch('/station/airings/recording?slot=none', {
      headers: { Cookie: cookie },
    });
    expect(other.status).toBe(404);
  });

  it('is asked for of an airing that nobody had planned, too', async () => {
    const headers = { Cookie: cookie };
    const said = { spot: '0042', day: TODAY, time: '04:10' };
    expect((await world.post('/station/airings/unplanned', said, headers)).status).toBe(303);
    const html = await (await world.fetch('/station/programme', { headers })).text();
    const address = /\/station\/airings\/recording\?diffusion=[\w-]+/.exec(html)?.[0] ?? '';
    const form = await world.fetch(address, { headers });
    expect(form.status).toBe(200);
    expect(await form.text()).toContain(`action="${address}"`);
    expect((await world.fetch(address, { headers, method: 'POST' })).status).toBe(422);
    const unknown = await world.fetch('/station/airings/recording?diffusion=none', { headers });
    expect(unknown.status).toBe(404);
  });

  it('that nobody chose is asked for again', async () => {
    const answer = await world.fetch('/station/airings/recording?slot=t-1', {
      method: 'POST',
      headers: { Cookie: cookie },
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choisissez d’abord le fichier');
  });
});

it.each([
  ['a telephone', PHONE],
  ['a computer', DESK],
])('the programme reads well on %s', async (_machine, viewport) => {
  await visit(
    async (page) => {
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      expect(await scrollsSideways(page)).toBe(false);
      expect(await accessibilityFindings(page)).toEqual([]);
    },
    viewport,
    true,
  );
});
