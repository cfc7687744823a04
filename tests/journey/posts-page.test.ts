import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityFindings,
  DESK,
  openBrowser,
  PHONE,
  scrollsSideways,
} from '../helpers/browser';
import { personAt, type Json, type Person } from '../helpers/desk-client';
import { write } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const PATIENT = { timeout: 30_000 };
/** Where a person who looks at the pages wants their pictures; none are made otherwise. */
const SHOTS = process.env['YEELEN_SHOTS'];

let app: App;
let browser: Browser;
let manager: Person;
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
let signedIn: SignedIn | null = null;

/** Thursday 26 November 2026, ten o'clock in Mali. */
const NOW = '2026-11-26T10:00:00Z';

beforeAll(async () => {
  app = await bootApp({ servesAdmin: true });
  app.setClock(NOW);
  manager = personAt(app, await app.signIn('yeelen-campaign-manager'));
  const x = await write(manager, 'social-account', accountForm('X-EXEMPLE', 'x'));
  const facebook = await write(manager, 'social-account', accountForm('FB-EXEMPLE', 'facebook'));
  const group = await write(manager, 'hashtag-group', {
    code: 'PARTIR',
    name: 'Partir informé (exemple)',
    hashtags: '#Kayes #Kunnafoni',
  });
  const walls = await wallId();
  await post({ code: 'DEPART-1', dueAt: '2026-11-27T18:00:00Z', accounts: [walls] });
  await post({
    code: 'DEPART-2',
    dueAt: '2026-11-26T08:00:00Z',
    lateToleranceMinutes: 180,
    textFr: 'Une autre phrase, pour un autre jour (exemple).',
    accounts: [walls],
  });
  await post({
    code: 'DEPART-3',
    dueAt: '2026-11-28T12:00:00Z',
    textFr: 'Avant de partir, parlez-en avec ceux qui sont revenus (exemple). '.repeat(6),
    link: 'https://yeelen.example/m/12',
    linkOnX: true,
    accounts: [walls, x['documentId'], facebook['documentId']],
    hashtagGroups: [group['documentId']],
  });
  expect((await manager.post('/desk/posts/DEPART-1/approve')).status).toBe(200);
  expect((await manager.post('/desk/posts/DEPART-2/approve')).status).toBe(200);
  app.setClock('2026-11-26T12:00:00Z');
  await app.runDue();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const accountForm = (code: string, network: string): Json => ({
  code,
  name: `Compte ${code} (exemple)`,
  network,
  owner: 'Organisation partenaire (exemple)',
});

async function wallId(): Promise<string> {
  const listed = await manager.get(
    '/content-manager/collection-types/api::social-account.social-account?filters[network][$eq]=simulator',
  );
  const { results } = listed.json as { readonly results?: readonly { documentId: string }[] };
  return results?.[0]?.documentId ?? '';
}

function post(what: Json): Promise<Json> {
  return write(manager, 'post', {
    textFr: 'Avant de partir, informez-vous (exemple).',
    cardTitle: 'Partir, c’est aussi savoir',
    altText: 'Le titre du message sur un fond jaune',
    depicts: 'no-real-person',
    lateToleranceMinutes: 60,
    ...what,
  });
}

async function openPosts(viewport = PHONE): Promise<Page> {
  signedIn ??= await signIn();
  const context = await browser.newContext({ viewport, locale: 'fr-FR', storageState: signedIn });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/yeelen/publications`);
  await page.getByRole('tab', { name: 'Calendrier' }).waitFor(PATIENT);
  return page;
}

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

async function looksRight(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await accessibilityFindings(page, 'main')).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

describe('the page of posts', () => {
  it.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('shows each post as its network would, and the calendar: %s', async (name, viewport) => {
    const page = await openPosts(viewport);
    await page.getByText('Prévue').first().or(page.getByText('DEPART-1')).first().waitFor(PATIENT);
    await looksRight(page, `posts-${name}`);
    await page.getByRole('tab', { name: 'Calendrier' }).click();
    await page.getByText('À reprogrammer').waitFor(PATIENT);
    await looksRight(page, `calendar-${name}`);
    await page.getByRole('button', { name: 'Voir le mois' }).click();
    await looksRight(page, `month-${name}`);
    await page.context().close();
  });

  it('moves a missed post by a form, and it stays approved', async () => {
    const page = await openPosts(DESK);
    await page.getByRole('tab', { name: 'Calendrier' }).click();
    await page.getByRole('button', { name: /Reprogrammer.*DEPART-2/ }).click();
    await page.getByLabel('Jour').fill('2026-11-27');
    await page.getByLabel('Heure de la campagne').fill('09:30');
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/dialog.png` });
    await page.getByRole('button', { name: 'Déplacer la publication' }).click();
    await page.getByText('La publication reste approuvée.').waitFor(PATIENT);
    const [delivery] = await app.ports.deliveries.ofPost('DEPART-2');
    expect(delivery?.state).toBe('queued');
    expect(delivery?.content.dueAt.toISOString()).toBe('2026-11-27T09:30:00.000Z');
    const [document] = (await app.ports.content.posts()).filter(({ code }) => code === 'DEPART-2');
    expect(document?.dueAt?.toISOString()).toBe('2026-11-27T09:30:00.000Z');
    await page.context().close();
  });

  it('moves a post by dragging it to another day', async () => {
    const page = await openPosts(DESK);
    await page.getByRole('tab', { name: 'Calendrier' }).click();
    const sunday = page.locator('td', { hasText: '29 novembre' });
    await page.getByRole('button', { name: /DEPART-1/ }).dragTo(sunday);
    await page.getByText('Déplacer ici ?').waitFor(PATIENT);
    await page.getByRole('button', { name: 'Déplacer la publication' }).click();
    await page.getByText('La publication reste approuvée.').waitFor(PATIENT);
    const [delivery] = await app.ports.deliveries.ofPost('DEPART-1');
    expect(delivery?.content.dueAt.toISOString()).toBe('2026-11-29T18:00:00.000Z');
    await page.context().close();
  });

  it('counts and shows a post while it is being written', async () => {
    signedIn ??= await signIn();
    const context = await browser.newContext({
      viewport: DESK,
      locale: 'fr-FR',
      storageState: signedIn,
    });
    const page = await context.newPage();
    const [document] = (await app.ports.content.posts()).filter(({ code }) => code === 'DEPART-1');
    await page.goto(
      `${app.url}/admin/content-manager/collection-types/api::post.post/${document?.documentId ?? ''}`,
    );
    await page.locator('textarea[name=textFr]').fill('Trois mots seulement');
    await page.getByText('20 signes comptés sur 280.').waitFor(PATIENT);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/form.png`, fullPage: true });

    // An account and hashtags that are chosen count before anything is saved.
    const preview = (name: string) =>
      page.getByRole('article', { name: `Aperçu de la publication sur ${name}` });
    await preview('Mur d’essai').waitFor(PATIENT);
    await page.getByRole('combobox', { name: /^Comptes/ }).click();
    await page.getByRole('option', { name: 'Compte FB-EXEMPLE (exemple)' }).click();
    await page.getByRole('combobox', { name: /^Groupes de mots-dièse/ }).click();
    await page.getByRole('option', { name: 'Partir informé (exemple)' }).click();
    await page.getByRole('combobox', { name: 'Compte', exact: true }).click();
    await page.getByRole('option', { name: 'Compte FB-EXEMPLE (exemple) · Facebook' }).click();
    const facebook = preview('Compte FB-EXEMPLE (exemple)');
    await facebook.getByText('#Kayes #Kunnafoni').waitFor(PATIENT);
    expect(await facebook.textContent()).toContain('Trois mots seulement');
    await context.close();
  });
});
