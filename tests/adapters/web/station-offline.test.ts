import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildClient } from '../../../scripts/lib/build-client.mjs';
import { confirmAiring } from '../../../src/use-cases/broadcast';
import {
  accessibilityFindings as findings,
  openBrowser,
  openComputer,
  PHONE,
} from '../../helpers/browser';
import { layLine, type Line } from '../../helpers/line';
import { openWorld, TODAY, type World } from './world';

let clientFolder: string;
let browser: Browser;
let world: World;
let line: Line;
let computer: BrowserContext;
const access: Record<string, string> = {};

/** A browser, a server and two sign-ins with scrypt: a busy machine takes its time. */
const PATIENT = { timeout: 180_000 };

beforeAll(async () => {
  clientFolder = await mkdtemp(path.join(tmpdir(), 'yeelen-client-'));
  await buildClient(clientFolder);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(clientFolder, { recursive: true, force: true });
});

beforeEach(async () => {
  world = await openWorld({ clientFolder });
  line = await layLine(world.address);
  for (const code of ['KAY', 'BKO']) access[code] = await world.accessCode(code);
  await world.addSpot({ code: '0042', spot: { title: 'Avant de partir' } });
  await slot('s-early', '06:00');
  await slot('s-morning', '07:00');
  await slot('s-noon', '12:00');
  computer = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' });
});

afterEach(async () => {
  await computer.close();
  await line.close();
  expect(world.accidents).toEqual([]);
  await world.close();
});

const slot = (id: string, hour: string, stationCode = 'KAY', airDate = TODAY) =>
  world.addSlot({
    id,
    spotCode: '0042',
    stationCode,
    airDate,
    windowStart: new Date(`${airDate}T${hour}:00Z`),
    windowEnd: new Date(new Date(`${airDate}T${hour}:00Z`).getTime() + 30 * 60_000),
  });

async function signIn(page: Page, code = 'KAY'): Promise<void> {
  await page.goto(`${line.address}/station`);
  await page.getByLabel('Code de la radio').fill(code);
  await page.getByLabel('Code d’accès').fill(access[code] ?? '');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL('**/station/programme');
  await workerReady(page);
  // The worker came along with the door and keeps the programme at once; the page notes the server's time beside it.
  await page.locator('#horloge').getByText('il est').waitFor();
}

const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.match('/station/programme')) === undefined) {
      await new Promise((later) => setTimeout(later, 20));
    }
  });

/** Stops the clocks of this computer so many seconds after the server's last word, whatever has passed since. */
async function stopClock(page: Page, { seconds }: { readonly seconds: number }): Promise<void> {
  const wall = await page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('yeelen-station');
      request.onsuccess = () => done(request.result);
    });
    const anchor = await new Promise<{ readonly wall: number }>((done) => {
      const request = base.transaction('notes').objectStore('notes').get('anchor') as IDBRequest<{
        readonly wall: number;
      }>;
      request.onsuccess = () => done(request.result);
    });
    base.close();
    return anchor.wall;
  });
  await page.clock.install({ time: wall });
  await page.clock.pauseAt(wall + seconds * 1000);
}

/**
 * Does what makes the page send while the line is down, and waits until it has tried in vain: a line that is mended
 * meanwhile would carry the answer, and nothing would be left to be sent by hand.
 */
async function inVain(page: Page, act: Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForEvent('requestfailed', (request) => request.method() === 'POST'),
    act,
  ]);
}

const sayAired = (page: Page, slotId: string) =>
  page
    .locator(`#creneau-${slotId}`)
    .getByRole('button', { name: 'Diffusé dans le créneau' })
    .click();

/** What this computer holds of a station. */
const holdings = (page: Page) =>
  page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('yeelen-station');
      request.onsuccess = () => done(request.result);
    });
    const count = (store: string) =>
      new Promise<number>((done) => {
        const request = base.transaction(store).objectStore(store).count();
        request.onsuccess = () => done(request.result);
      });
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
    }
    return {
      // The script of the page is the same for everybody.
      kept: kept.filter((url) => !url.includes('/station/client/')),
      parts: await count('parts'),
      notes: await count('notes'),
      taps: await count('taps'),
    };
  });

const airings = async () =>
  (await world.ports.airings.all()).map(({ slotId, outcome, missedReason }) =>
    [slotId, outcome, missedReason].filter(Boolean).join(' '),
  );

describe('a station whose line breaks', PATIENT, () => {
  it('reads its programme without a line, and hears what was downloaded', async () => {
    const page = await computer.newPage();
    const words: string[] = [];
    page.on('console', (message) => words.push(message.text()));
    await signIn(page);
    const noon = page.locator('#creneau-s-noon');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      noon.getByRole('link', { name: 'Télécharger' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^KAY-0042_v1/);
    expect(await readFile(await saved.path())).toEqual(
      await world.ports.files.read('renditions/0042.mp3').toArray().then(Buffer.concat),
    );
    line.cut();
    await page.reload();
    await page.getByText('Pas de ligne : voici le programme reçu le 2 décembre 2026').waitFor();
    await noon.getByRole('heading', { name: 'Avant de partir' }).waitFor();
    await noon.getByText('Enregistrer (déjà reçu)').waitFor();
    // The clock of this computer is days away from the story's.
    await page
      .getByText(/il est 8\sh\s\d\d\. L’horloge de cet ordinateur n’est pas à l’heure/)
      .waitFor();
    const played = await page.evaluate(async () => {
      const sound = new Audio('/station/files/r-0042');
      const answer = await new Promise<string>((done) => {
        sound.onerror = () => done(sound.error?.message ?? '');
        sound.oncanplay = () => done('');
        sound.preload = 'auto';
        sound.load();
      });
      return answer;
    });
    // The bytes of the story are no sound; that they were taken apart shows that they came.
    expect(played).not.toMatch(/network|404|503/i);
    expect(words.filter((line) => !/ERR_|Failed to load/.test(line))).toEqual([]);
  });

  it('drops at the next look what the programme no longer names', async () => {
    const page = await computer.newPage();
    await signIn(page);
    await Promise.all([
      page.waitForEvent('download'),
      page.locator('#creneau-s-noon').getByRole('link', { name: 'Télécharger' }).click(),
    ]);
    const kept = () =>
      page.evaluate(async () => (await (await caches.open('yeelen-sons')).keys()).length);
    expect(await kept()).toBe(1);
    world.content.spots = world.content.spots.map((spot) => ({ ...spot, voices: 'adult' }));
    await page.reload();
    await page.getByText('Spot suspendu').first().waitFor();
    await expect.poll(kept).toBe(0);
  });

  it('goes on with a file where it was cut, and leaves one receipt of the whole', async () => {
    await world.addSpot({ code: '0077', sizeBytes: 300_000, spot: { title: 'Long' } });
    await world.addSlot({
      id: 's-long',
      spotCode: '0077',
      windowStart: new Date(`${TODAY}T15:00:00Z`),
      windowEnd: new Date(`${TODAY}T15:30:00Z`),
    });
    const page = await computer.newPage();
    await signIn(page);
    const link = page.locator('#creneau-s-long').getByRole('link');
    line.stallAfter(150_000);
    await link.click();
    await link.getByText(/Téléchargement : [34]\d/).waitFor();
    line.cut();
    await link.getByText('Ligne coupée à').waitFor();
    line.mend();
    line.counted();
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect((await readFile(await saved.path())).length).toBe(300_000);
    expect(line.counted().received).toBeLessThan(220_000);
    await page.reload();
    await page.locator('#creneau-s-long').getByText('Téléchargé', { exact: true }).waitFor();
  });

  it('answers without a line, switches the computer off, and what it said arrives once', async () => {
    const page = await computer.newPage();
    await signIn(page);
    line.cut();
    await page.reload();
    await inVain(page, sayAired(page, 's-early'));
    const morning = page.locator('#creneau-s-morning');
    await morning.getByText('Autre réponse').click();
    await morning.getByLabel('Pas diffusé').selectOption({ label: 'Coupure de courant' });
    await inVain(page, morning.getByRole('button', { name: 'Enregistrer cette raison' }).click());
    await page.getByText('2 réponses attendent d’être envoyées').waitFor();
    await inVain(page, page.reload());
    await morning.getByText('Coupure de courant · en attente de la ligne').waitFor();
    expect(await airings()).toEqual([]);

    line.mend();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await morning.getByText('noté', { exact: false }).waitFor();
    expect(await airings()).toEqual(['s-early aired', 's-morning missed power']);
    await page.reload();
    await morning.getByText('Pas diffusé : coupure de courant').waitFor();
  });

  it('is told of an answer that the server refuses, and may send it again or forget it', async () => {
    const page = await computer.newPage();
    await signIn(page);
    line.cut();
    await page.reload();
    const early = page.locator('#creneau-s-early');
    await inVain(page, sayAired(page, 's-early'));
    await early.getByText('en attente de la ligne').waitFor();
    // Meanwhile the manager takes the answer by telephone.
    await confirmAiring(world.ports, {
      slotId: 's-early',
      stationCode: 'KAY',
      outcome: 'missed',
      missedReason: 'power',
      idempotencyKey: 'telephone-1',
      saidBy: 'user:7',
      evidence: 'telephone',
    });
    line.mend();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await page.getByText('Une réponse n’a pas été acceptée').waitFor();
    await page.getByText('pas diffusé, dit au téléphone').waitFor();
    await early.getByText('Diffusé dans le créneau · pas noté').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await airings()).toEqual(['s-early missed power']);
    await page.reload();
    await page.getByText('Une réponse n’a pas été acceptée').waitFor();
    await page.getByRole('button', { name: 'Effacer cette réponse' }).click();
    await page.getByText('Une réponse n’a pas été acceptée').waitFor({ state: 'detached' });
  });

  it('corrects itself twice without a line: all of it arrives, in its order', async () => {
    const page = await computer.newPage();
    await signIn(page);
    line.cut();
    await page.reload();
    const early = page.locator('#creneau-s-early');
    await inVain(page, sayAired(page, 's-early'));
    await early.getByText('en attente de la ligne').waitFor();
    await early.getByText('Corriger cette réponse').click();
    await early.getByLabel('Diffusé à une autre heure').fill('07:45');
    await inVain(page, early.getByRole('button', { name: 'Enregistrer cette heure' }).click());
    await early.getByText('Diffusé à 07:45 · en attente de la ligne').waitFor();
    line.mend();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await early.getByText('Diffusé à 07:45 · noté').waitFor();
    expect(await airings()).toEqual(['s-early aired', 's-early aired-at-another-time']);
    expect(await world.ports.airings.currentOfSlot('s-early')).toMatchObject({
      outcome: 'aired-at-another-time',
    });
  });

  it('answers a slot whose hour comes while the line is down', async () => {
    await slot('s-nine', '09:00');
    const page = await computer.newPage();
    await signIn(page);
    line.cut();
    await stopClock(page, { seconds: 30 });
    await page.reload();
    const nine = page.locator('#creneau-s-nine');
    await page.getByText('il est 8 h 00').waitFor();
    expect(await nine.getByRole('button').count()).toBe(0);
    await page.clock.fastForward('01:10:00');
    await inVain(page, sayAired(page, 's-nine'));
    await nine.getByText('Diffusé dans le créneau · en attente').waitFor();
    await page.getByText('2 réponses attendues').waitFor();
    world.clock.advance({ minutes: 70 });
    line.mend();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await nine.getByText('noté').waitFor();
    expect(await airings()).toEqual(['s-nine aired']);
  });
});

describe('a computer whose clock is wrong', PATIENT, () => {
  it('claims no hour where the line broke before the server’s time was noted', async () => {
    const page = await computer.newPage();
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (row, key) {
        return key === 'anchor' ? put.call(this, null, 'lost') : put.call(this, row, key);
      };
    });
    await signIn(page);
    line.cut();
    await page.reload();
    await page.getByText('L’heure de cet ordinateur n’est pas sûre').waitFor();
    expect(await page.getByText('il est').count()).toBe(0);
    // The server decides: every slot may be answered.
    await page
      .locator('#creneau-s-noon')
      .getByRole('button', { name: 'Diffusé dans le créneau' })
      .waitFor();
  });

  it('keeps the order of answers when its clock jumps back between them', async () => {
    const page = await computer.newPage();
    await signIn(page);
    await page.clock.install({ time: '2031-05-01T00:00:00Z' });
    line.cut();
    await page.reload();
    await inVain(page, sayAired(page, 's-morning'));
    await page.locator('#creneau-s-morning').getByText('en attente').waitFor();
    // The battery of the old computer is empty: after the power cut it is 2002 again.
    await page.clock.setSystemTime('2002-01-01T00:00:00Z');
    await inVain(page, page.reload());
    await page.getByText('L’heure de cet ordinateur n’est pas sûre').waitFor();
    await inVain(page, sayAired(page, 's-early'));
    await page.getByText('2 réponses attendent d’être envoyées').waitFor();
    line.mend();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await page.locator('#creneau-s-early').getByText('noté').waitFor();
    expect(await airings()).toEqual(['s-morning aired', 's-early aired']);
  });
});

describe('a shared computer', PATIENT, () => {
  it('is emptied at sign-out of all but what was not sent, and says so', async () => {
    const page = await computer.newPage();
    await signIn(page);
    await Promise.all([
      page.waitForEvent('download'),
      page.locator('#creneau-s-noon').getByRole('link', { name: 'Télécharger' }).click(),
    ]);
    line.cut();
    await inVain(page, sayAired(page, 's-early'));
    await page.getByText('Une réponse attend d’être envoyée').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByText('Vous êtes déconnecté de cet ordinateur').waitFor({ timeout: 15_000 });
    // Nobody gets in without a line, and back on the line the session is closed first.
    await page.goto(`${line.address}/station/programme`);
    await page.getByRole('heading', { name: 'Pas de ligne' }).waitFor();
    line.mend();
    await page.goto(`${line.address}/station/programme`);
    await page.getByText('Connectez-vous pour ouvrir cette page').waitFor();
    await page.getByText('Une réponse n’est pas encore envoyée').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await holdings(page)).toEqual({ kept: [], parts: 0, notes: 0, taps: 1 });
    expect((await computer.cookies()).map(({ name }) => name)).toEqual([]);
  });

  it('neither shows nor sends what another station left waiting', async () => {
    const page = await computer.newPage();
    await signIn(page);
    line.cut();
    await inVain(page, sayAired(page, 's-early'));
    await page.getByText('Une réponse attend d’être envoyée').waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByText('Vous êtes déconnecté de cet ordinateur').waitFor({ timeout: 15_000 });
    line.mend();

    await slot('s-bko', '06:00', 'BKO');
    await signIn(page, 'BKO');
    await page.locator('#creneau-s-bko').waitFor();
    expect(await page.getByText('attend d’être envoyée').count()).toBe(0);
    await page.getByRole('button', { name: 'Diffusé dans le créneau' }).click();
    await page.locator('#creneau-s-bko').getByText('noté').waitFor();
    expect(await airings()).toEqual(['s-bko aired']);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByText('Vous êtes déconnecté. À bientôt.').waitFor({ timeout: 15_000 });

    await signIn(page, 'KAY');
    await page.locator('#creneau-s-early').getByText('noté').waitFor();
    expect(await airings()).toEqual(['s-bko aired', 's-early aired']);
  });

  it('sends after it was off, once its station signs in again', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'yeelen-browser-'));
    const settings = { viewport: PHONE, locale: 'fr-FR' };
    const before = await openComputer(folder, settings);
    const page = before.pages()[0] ?? (await before.newPage());
    await signIn(page);
    line.cut();
    await inVain(page, sayAired(page, 's-early'));
    await page.getByText('Une réponse attend d’être envoyée').waitFor();
    await before.close();

    const after = await openComputer(folder, settings);
    const again = after.pages()[0] ?? (await after.newPage());
    await inVain(again, again.goto(`${line.address}/station`));
    await again.getByText('Pas de ligne : voici le programme').waitFor();
    await again.getByText('Une réponse attend d’être envoyée').waitFor();
    line.mend();
    await again.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await again.getByText('Votre session est terminée').waitFor();
    await again.getByRole('link', { name: 'Se connecter pour envoyer' }).click();
    await signIn(again);
    await again.locator('#creneau-s-early').getByText('noté').waitFor();
    expect(await airings()).toEqual(['s-early aired']);
    await after.close();
    await rm(folder, { recursive: true, force: true });
  });
});
