import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityFindings,
  DESK,
  openBrowser,
  PHONE,
  scrollsSideways,
} from '../helpers/browser';
import { personAt, type Person } from '../helpers/desk-client';
import { write } from '../helpers/desk-stories';
import type { NetworkServer } from '../helpers/network-server';
import { bootApp, type App } from '../helpers/strapi';
import { startXServer } from '../helpers/x-server';

const PATIENT = { timeout: 30_000 };
/** Where a person who looks at the pages wants their pictures; none are made otherwise. */
const SHOTS = process.env['YEELEN_SHOTS'];

let app: App;
let browser: Browser;
let x: NetworkServer;
let manager: Person;
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
let signedIn: SignedIn | null = null;
/** One browser of each size: what the panel is made of comes once. */
const contexts = new Map<unknown, BrowserContext>();

beforeAll(async () => {
  x = await startXServer();
  app = await bootApp({ servesAdmin: true, env: { X_API_URL: x.url } });
  manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
  await write(manager, 'social-account', {
    code: 'X-EXEMPLE',
    name: 'Compte X (exemple)',
    network: 'x',
    owner: 'Organisation partenaire (exemple)',
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await x?.close();
});

/** Once: the sign-in of the desk lets nobody try ten times in a row. */
async function signIn(): Promise<SignedIn> {
  const context = await browser.newContext({ viewport: DESK, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill('yeelen-campaign-manager-1@yeelen.test');
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

async function openPage(path: string, title: string, viewport = PHONE): Promise<Page> {
  signedIn ??= await signIn();
  const known = contexts.get(viewport);
  const context =
    known ?? (await browser.newContext({ viewport, locale: 'fr-FR', storageState: signedIn }));
  contexts.set(viewport, context);
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/yeelen/${path}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor(PATIENT);
  await page.waitForLoadState('networkidle');
  return page;
}

async function looksRight(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await accessibilityFindings(page, 'main')).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

describe('the pages of the desk', () => {
  it.each([
    ['messages', 'Messages'],
    ['diffusions', 'Diffusions'],
    ['contrats', 'Contrats'],
    ['alertes', 'Alertes'],
    ['releves', 'Relevés'],
    ['comptes', 'Comptes'],
    ['rumeurs', 'Rumeurs'],
    ['resultats', 'Résultats'],
  ])('are read by everybody, on a phone and at a desk: %s', async (path, title) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      const page = await openPage(path, title, viewport);
      await looksRight(page, `${path}-${size}`);
      await page.close();
    }
  });
});

describe('the sheet of an account', () => {
  it('offers the partners of the campaign, beside a name from before that none of them bears', async () => {
    const made = await write(manager, 'social-account', {
      code: 'ANCIEN',
      name: 'Ancien compte (exemple)',
      network: 'simulator',
      owner: 'Organisation partenaire (exemple)',
    });
    const accounts = app.strapi.db.query('api::social-account.social-account');
    await accounts.updateMany({ where: { code: 'ANCIEN' }, data: { owner: 'Ancien nom' } });
    const list = await openPage('comptes', 'Comptes', DESK);
    await list.getByText('Appartient à : Ancien nom.').waitFor(PATIENT);
    await list.getByRole('link', { name: 'Ouvrir la fiche du compte Ancien compte' }).click();

    const owner = list.getByRole('combobox', { name: 'À qui il appartient' });
    await owner.waitFor(PATIENT);
    await list.getByText('Ce nom n’est celui d’aucun partenaire').waitFor(PATIENT);
    await looksRight(list, 'account-sheet');
    await owner.click();
    await list.getByRole('option', { name: 'Organisation partenaire (exemple)' }).click();
    await list.getByText('Ce nom n’est celui d’aucun partenaire').waitFor({ state: 'hidden' });
    const saved = list.waitForResponse((answer) => answer.request().method() === 'PUT', PATIENT);
    await list.getByRole('button', { name: 'Enregistrer' }).click();
    expect((await saved).status()).toBe(200);
    const stored = (await app.ports.content.accounts()).find(({ code }) => code === 'ANCIEN');
    expect(stored?.owner).toBe('Organisation partenaire (exemple)');
    await list.close();
    const address = `/content-manager/collection-types/api::social-account.social-account/${String(made['documentId'])}`;
    expect((await manager.ask('DELETE', address)).status).toBe(200);
  });
});

describe('an account on X', () => {
  it('is connected once, says who it is, and never shows what was typed', async () => {
    const page = await openPage('comptes', 'Comptes', PHONE);
    await page.getByLabel('Clé de l’application').fill('cle-exemple');
    await page.getByLabel('Secret de l’application').fill('secret-exemple');
    await page.getByLabel('Jeton d’accès').fill('1001-jeton-exemple');
    await page.getByLabel('Secret du jeton').fill('secret-du-jeton-exemple');
    await page.getByRole('button', { name: 'Connecter et vérifier' }).click();
    await page
      .getByText(/compte_1001/)
      .first()
      .waitFor(PATIENT);
    await looksRight(page, 'connected-phone');
    expect(await page.content()).not.toContain('secret-du-jeton-exemple');
    await page.close();
  });

  it('that X refuses is to be reconnected, on its page and on the home page', async () => {
    x.faults.isExpired = true;
    const page = await openPage('comptes', 'Comptes', DESK);
    await page.getByRole('button', { name: /Vérifier maintenant le compte Compte X/ }).click();
    await page.getByText('À reconnecter').waitFor(PATIENT);
    await looksRight(page, 'broken-desk');
    await page.goto(`${app.url}/admin`);
    await page
      .getByText(/Compte X \(exemple\)/)
      .first()
      .waitFor(PATIENT);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/home.png`, fullPage: true });
    await page.close();
  });
});
