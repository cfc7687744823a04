import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityFindings,
  DESK,
  openBrowser,
  PHONE,
  scrollsSideways,
} from '../helpers/browser';
import { demoSound } from '../helpers/desk-client';
import { dayFromNow, gatherTeam, plan, readySpot, write, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const PATIENT = { timeout: 30_000 };
/** Where a person who looks at the pages wants their pictures; none are made otherwise. */
const SHOTS = process.env['YEELEN_SHOTS'];

let app: App;
let team: Team;
let browser: Browser;
let spotCode: string;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
const contexts = new Map<unknown, BrowserContext>();

beforeAll(async () => {
  app = await bootApp({ servesAdmin: true });
  team = await gatherTeam(app);
  spotCode = await readySpot(app, team.journalist, { title: 'Spot d’exemple' });
  // An example station without a contract of its own.
  const station = await app.ports.content.stationByCode('BAF');
  await write(team.manager, 'contract', {
    code: 'CTR-BAF-EXEMPLE',
    station: station?.documentId,
    periodStart: dayFromNow(app, 0),
    periodEnd: dayFromNow(app, 3),
    airingsOwed: 1,
  });
  const pulled = await readySpot(app, team.journalist, { title: 'Spot retiré (exemple)' });
  await plan(app, team.manager, pulled, { stationCodes: ['KIT', 'NIO'], times: ['12:00'] });
  const recalled = await team.manager.post(`/desk/spots/${pulled}/recall`, {
    reason: 'other',
    note: 'Exemple : un chiffre était faux.',
  });
  expect(recalled.status, recalled.text).toBeLessThan(300);
  browser = await openBrowser();
  signedIn = await signIn();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function signIn(): Promise<typeof signedIn> {
  const context = await browser.newContext({ viewport: DESK, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill('yeelen-campaign-manager-2@yeelen.test');
  await page.locator('input[name=password]').fill('Essai-yeelen-campaign-manager-1');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page
    .getByText(/^Bonjour/)
    .first()
    .waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

async function openAt(path: string, viewport: typeof PHONE): Promise<Page> {
  const known = contexts.get(viewport);
  const context =
    known ?? (await browser.newContext({ viewport, locale: 'fr-FR', storageState: signedIn }));
  contexts.set(viewport, context);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/${path}`);
  return page;
}

async function openPage(path: string, title: string, viewport: typeof PHONE): Promise<Page> {
  const page = await openAt(`yeelen/${path}`, viewport);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor(PATIENT);
  await page.waitForLoadState('networkidle');
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

const SIZES = [
  ['phone', PHONE],
  ['desk', DESK],
] as const;

describe('moving a diffusion', () => {
  it.each(SIZES)('out of the contract is done and told: %s', async (size, viewport) => {
    const { data } = await plan(app, team.manager, spotCode, {
      stationCodes: ['BAF'],
      days: [dayFromNow(app, 2)],
      times: [size === 'phone' ? '08:00' : '09:00'],
    });
    expect(data['added']).toBe(1);
    const page = await openPage('diffusions', 'Diffusions', viewport);
    if (size === 'phone') {
      const days = page.getByRole('group', { name: 'Jour' }).getByRole('button');
      await days.nth(2).click();
    }
    const time = size === 'phone' ? '8 h 00' : '9 h 00';
    const chips = page.getByRole('button', { name: new RegExp(`${time}.*spot ${spotCode}`) });
    await chips.filter({ visible: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Jour', { exact: false }).waitFor();
    await picture(page, `move-form-${size}`);
    expect(await accessibilityFindings(page, '[role=dialog]')).toEqual([]);
    await dialog.getByLabel('Jour', { exact: false }).fill(dayFromNow(app, 4));
    await dialog.getByRole('button', { name: 'Déplacer la diffusion' }).click();
    await page.getByText('Déplacée, mais à voir avec les contrats').waitFor(PATIENT);
    await page.getByText(/BAF : une diffusion tombe hors contrat/).waitFor();
    await page.waitForLoadState('networkidle');
    const told = await page.getByText('Déplacée, mais à voir avec les contrats').boundingBox();
    expect(told?.y).toBeGreaterThan(0);
    expect(told?.y).toBeLessThan(viewport.height);
    await picture(page, `moved-${size}`);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.close();
  });
});

describe('what stands beside', () => {
  it.each(SIZES)('a recall, with who acknowledged it: %s', async (size, viewport) => {
    const page = await openPage('alertes', 'Alertes', viewport);
    await page
      .getByText(/Exemple : un chiffre était faux/)
      .first()
      .waitFor(PATIENT);
    await picture(page, `alerts-${size}`);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.close();
  });

  it.each(SIZES)(
    'the number for the text messages, among the campaign’s fields: %s',
    async (size, viewport) => {
      const page = await openAt('content-manager/single-types/api::campaign.campaign', viewport);
      const field = page.getByLabel(/^Numéro qui reçoit les SMS des radios/);
      await field.waitFor(PATIENT);
      await field.scrollIntoViewIfNeeded();
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/campaign-${size}.png` });
      await page.close();
    },
  );

  it.each(SIZES)('a recording that was erased, in the ledger: %s', async (size, viewport) => {
    const now = app.ports.system.now();
    const id = `slot-passe-${size}`;
    const at = new Date(now.getTime() - (size === 'phone' ? 3 : 4) * 3_600_000);
    await app.ports.slots.addAll(
      [
        {
          id,
          stationCode: 'KAY',
          spotCode,
          language: 'fr',
          windowStart: at,
          windowEnd: new Date(at.getTime() + 1_800_000),
          airDate: at.toISOString().slice(0, 10),
          state: 'planned',
        },
      ],
      'user:essai',
      now,
    );
    const confirmed = await team.manager.post(`/desk/broadcast/slots/${id}/confirmation`, {
      outcome: 'aired',
      idempotencyKey: `essai-${size}`,
    });
    expect(confirmed.status, confirmed.text).toBe(201);
    const sent = await team.manager.upload(
      `/desk/broadcast/slots/${id}/recording`,
      await demoSound('spot-fr.mp3'),
      'antenne.mp3',
    );
    expect(sent.status, sent.text).toBe(201);
    const { json } = await team.manager.get('/desk/recordings');
    const [recording] = (json['data'] as readonly { id: string; erasedAt: string | null }[]).filter(
      ({ erasedAt }) => erasedAt === null,
    );
    const erased = await team.administrator.post(`/desk/recordings/${recording?.id}/erase`);
    expect(erased.status, erased.text).toBe(200);
    const page = await openPage('releves', 'Relevés', viewport);
    const badge = page.getByText('Effacé', { exact: true }).filter({ visible: true }).first();
    await badge.waitFor(PATIENT);
    await badge.scrollIntoViewIfNeeded();
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/erased-${size}.png` });
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.close();
  });
});
