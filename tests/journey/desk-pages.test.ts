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
let desk: Page;
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

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
  desk = await openDesk();
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

/** The panel, opened once and signed in: from there on one walks from page to page as its own links do. */
async function openDesk(): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'fr-FR',
    storageState: await signIn(),
  });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin`);
  await page
    .getByText(/^Bonjour/)
    .first()
    .waitFor(PATIENT);
  return page;
}

async function walkTo(path: string, title: string | RegExp): Promise<void> {
  await desk.evaluate((address) => {
    history.pushState({}, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, `/admin/${path}`);
  await desk.getByRole('heading', { name: title, level: 1 }).waitFor(PATIENT);
  await desk.waitForLoadState('networkidle');
}

async function looksRight(name: string): Promise<void> {
  if (SHOTS !== undefined) await desk.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await accessibilityFindings(desk, 'main')).toEqual([]);
  expect(await scrollsSideways(desk)).toBe(false);
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
    await desk.setViewportSize(PHONE);
    await walkTo(`yeelen/${path}`, title);
    await looksRight(`${path}-phone`);
    await desk.setViewportSize(DESK);
    await looksRight(`${path}-desk`);
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
    await desk.setViewportSize(DESK);
    await walkTo('yeelen/comptes', 'Comptes');
    await desk.getByText('Appartient à : Ancien nom.').waitFor(PATIENT);
    await desk.getByRole('link', { name: 'Ouvrir la fiche du compte Ancien compte' }).click();

    const owner = desk.getByRole('combobox', { name: 'À qui il appartient' });
    await owner.waitFor(PATIENT);
    await desk.getByText('Ce nom n’est celui d’aucun partenaire').waitFor(PATIENT);
    await looksRight('account-sheet');
    await owner.click();
    await desk.getByRole('option', { name: 'Organisation partenaire (exemple)' }).click();
    await desk.getByText('Ce nom n’est celui d’aucun partenaire').waitFor({ state: 'hidden' });
    const saved = desk.waitForResponse((answer) => answer.request().method() === 'PUT', PATIENT);
    await desk.getByRole('button', { name: 'Enregistrer' }).click();
    expect((await saved).status()).toBe(200);
    const stored = (await app.ports.content.accounts()).find(({ code }) => code === 'ANCIEN');
    expect(stored?.owner).toBe('Organisation partenaire (exemple)');
    const address = `/content-manager/collection-types/api::social-account.social-account/${String(made['documentId'])}`;
    expect((await manager.ask('DELETE', address)).status).toBe(200);
  });
});

describe('an account on X', () => {
  it('is connected once, says who it is, and never shows what was typed', async () => {
    await desk.setViewportSize(PHONE);
    await walkTo('yeelen/comptes', 'Comptes');
    await desk.getByLabel('Clé de l’application').fill('cle-exemple');
    await desk.getByLabel('Secret de l’application').fill('secret-exemple');
    await desk.getByLabel('Jeton d’accès').fill('1001-jeton-exemple');
    await desk.getByLabel('Secret du jeton').fill('secret-du-jeton-exemple');
    await desk.getByRole('button', { name: 'Connecter et vérifier' }).click();
    await desk
      .getByText(/compte_1001/)
      .first()
      .waitFor(PATIENT);
    await looksRight('connected-phone');
    expect(await desk.content()).not.toContain('secret-du-jeton-exemple');
  });

  it('that X refuses is to be reconnected, on its page and on the home page', async () => {
    x.faults.isExpired = true;
    await desk.setViewportSize(DESK);
    await desk.getByRole('button', { name: /Vérifier maintenant le compte Compte X/ }).click();
    await desk.getByText('À reconnecter').waitFor(PATIENT);
    await looksRight('broken-desk');
    await walkTo('', /^Bonjour/);
    await desk
      .getByText(/Compte X \(exemple\)/)
      .first()
      .waitFor(PATIENT);
    if (SHOTS !== undefined) await desk.screenshot({ path: `${SHOTS}/home.png`, fullPage: true });
  });
});
