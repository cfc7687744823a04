import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESK, openBrowser, PHONE } from '../../helpers/browser';
import { openWorld, TODAY, type World } from './world';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let world: World;
let browser: Browser;
let access: string;

beforeAll(async () => {
  world = await openWorld();
  await world.addSpot({ code: '0042', spot: { title: 'Avant de partir, informez-vous' } });
  await world.addSpot({
    code: '0043',
    spot: { language: 'bm', title: 'Sani i ka taa, i yɛrɛ kunnafoni', liveText: 'Sani i ka taa…' },
  });
  await world.addSpot({ code: '0044', spot: { voices: 'adult', title: 'Témoignage' } });
  const slot = (id: string, spotCode: string, day: string, hour: string) =>
    world.addSlot({
      id,
      spotCode,
      airDate: day,
      windowStart: new Date(`${day}T${hour}:00Z`),
      windowEnd: new Date(new Date(`${day}T${hour}:00Z`).getTime() + 30 * 60_000),
    });
  await slot('s-yesterday', '0042', '2026-12-01', '18:00');
  await slot('s-early', '0042', TODAY, '06:00');
  await slot('s-morning', '0043', TODAY, '07:00');
  await slot('s-held', '0044', TODAY, '12:00');
  await slot('s-evening', '0042', TODAY, '18:00');
  await slot('s-later', '0043', '2026-12-04', '07:00');
  world.wall.push({
    text: 'Avant de partir, informez-vous.',
    accountName: 'Mur de la campagne',
    language: 'fr',
    pictureKey: null,
    altText: '',
    publishedAt: new Date('2026-12-01T12:00:00Z'),
  });
  access = await world.accessCode();
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
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'fr-FR' });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${world.address}/station`);
  await page.getByLabel('Code de la radio').fill('kay');
  await page.getByLabel('Code d’accès').fill(access);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL('**/station/programme');
}

type Finding = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { html: string }[];
};

/** What axe-core finds, every rule and best practice of its default set; nothing is switched off. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: readonly Finding[] = await page.evaluate(
    'axe.run(document).then(({ violations }) => violations)',
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Things to touch that are smaller than a thumb: 48 px high, as on every page of ours. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('a, button, select, summary, input:not([type=hidden])')]
    .filter((it) => it.checkVisibility() && !it.classList.contains('skip'))
    .filter((it) => !it.closest('p:not(.actions), h2, h3, li:not(.tabs li)') || it.matches('button, .button'))
    .filter((it) => it.getBoundingClientRect().height < 47.5)
    .map((it) => it.outerHTML.slice(0, 120))`);
}

async function widthOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}

const PUBLIC_PATHS = [
  '/',
  '/messages',
  '/messages/CHOIX-01',
  '/messages/CHOIX-01?langue=bm',
  '/messages/CHOIX-01?langue=zz',
  '/messages/RIEN',
  '/mur',
  '/station?avis=expiree',
];

describe('in a browser', () => {
  it.each(PUBLIC_PATHS)('%s has nothing that axe-core objects to, wide or narrow', async (path) => {
    for (const viewport of [PHONE, DESK]) {
      await visit(
        async (page) => {
          await page.goto(`${world.address}${path}`);
          expect(await findings(page)).toEqual([]);
          expect(await smallTargets(page)).toEqual([]);
          expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
        },
        viewport,
        true,
      );
    }
  });

  it('the programme too, with every fold open', async () => {
    for (const viewport of [PHONE, DESK]) {
      await visit(
        async (page) => {
          await signIn(page);
          await page.evaluate(
            'document.querySelectorAll("details").forEach((it) => { it.open = true })',
          );
          expect(await findings(page)).toEqual([]);
          expect(await smallTargets(page)).toEqual([]);
          expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
        },
        viewport,
        true,
      );
    }
  });

  it('a page is one request, and its policy stops nothing of its own', async () => {
    await visit(
      async (page) => {
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        page.on('console', (message) => complaints.push(message.text()));
        await signIn(page);
        asked.length = 0;
        await page.goto(`${world.address}/station/programme`);
        expect(asked.filter((path) => path !== '/favicon.svg')).toEqual(['/station/programme']);
        expect(complaints.filter((words) => /Content.Security/i.test(words))).toEqual([]);
        const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
        expect(ground).toBe('rgb(251, 246, 236)');
      },
      DESK,
      true,
    );
  });
});

describe('a presenter with a telephone and no script', () => {
  it('signs in, saves a file, confirms, corrects and signs out', async () => {
    await visit(async (page) => {
      await signIn(page);
      await page.getByRole('heading', { name: 'Radio Rurale de Kayes' }).waitFor();

      const evening = page.locator('#creneau-s-evening');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        evening.getByRole('link', { name: 'Télécharger' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^KAY-0042_v1/);
      expect((await readFile(await download.path())).length).toBe(48_000);
      await page.reload();
      await evening.getByText('Téléchargé', { exact: true }).waitFor();

      await page
        .locator('#creneau-s-yesterday')
        .getByRole('button', { name: 'Diffusé dans le créneau' })
        .click();
      await page.getByRole('status').getByText('C’est noté').waitFor();

      const morning = page.locator('#creneau-s-morning');
      await morning.getByText('Autre réponse').click();
      await morning.getByLabel('Diffusé à une autre heure').fill('23:10');
      await morning.getByRole('button', { name: 'Enregistrer cette heure' }).click();
      await morning.getByRole('alert').getByText('pas encore passée').waitFor();
      await morning.getByLabel('Diffusé à une autre heure').fill('07:45');
      await morning.getByRole('button', { name: 'Enregistrer cette heure' }).click();
      await morning.getByText('Diffusé à 7 h 45').waitFor();

      await morning.getByText('Corriger cette réponse').click();
      await morning.getByText('Autre réponse').click();
      await morning.getByLabel('Pas diffusé').selectOption({ label: 'Coupure de courant' });
      await morning.getByRole('button', { name: 'Enregistrer cette raison' }).click();
      await morning.getByText('coupure de courant').first().waitFor();

      await page.getByText('Ajouter une diffusion', { exact: true }).click();
      await page.getByLabel('Numéro du spot').fill('0042');
      await page.getByLabel('Heure', { exact: true }).fill('05:30');
      await page.getByRole('button', { name: 'Ajouter cette diffusion' }).click();
      await page.getByText('Spot 0042, 2 décembre 2026 à 5 h 30').waitFor();

      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByText('Vous êtes déconnecté').waitFor();
      await page.goto(`${world.address}/station/programme`);
      await page.getByText('Connectez-vous pour ouvrir cette page').waitFor();
    });
    const outcomes = (await world.ports.airings.current('KAY')).map(({ outcome }) => outcome);
    expect([...outcomes].sort()).toEqual(['aired', 'missed', 'unplanned']);
    expect(await world.ports.airings.all()).toHaveLength(4);
  });
});
