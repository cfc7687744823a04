import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AudioEngine } from '../../src/composition/ports';
import {
  accessibilityFindings,
  DESK,
  openBrowser,
  PHONE,
  scrollsSideways,
} from '../helpers/browser';
import { personAt, type Person } from '../helpers/desk-client';
import { newSpot } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';
import { wav, type Part } from '../fixtures/audio/sounds';

const PATIENT = { timeout: 30_000 };

/** Two seconds of silence, a voice, a pause, the voice again, silence. */
const PADDED: readonly Part[] = [
  { silence: 2 },
  { voice: 6, peakDbfs: -8 },
  { silence: 4 },
  { voice: 6, peakDbfs: -8 },
  { silence: 1 },
];

let app: App;
let browser: Browser;
let journalist: Person;
let spotCode: string;
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
let signedIn: SignedIn | null = null;
/** What the story does to the engine. */
const told = { isMissing: false, missesOf: '' };

beforeAll(async () => {
  app = await bootApp({
    servesAdmin: true,
    withPorts: (ports) => ({ ...ports, audio: asTold(ports.audio) }),
  });
  journalist = personAt(app, await app.signIn('yeelen-journalist'));
  spotCode = await newSpot(app, journalist, { title: 'Avant de partir (essai)' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

function asTold(audio: AudioEngine): AudioEngine {
  return {
    toolchain: () => (told.isMissing ? Promise.reject(new Error('No ffmpeg')) : audio.toolchain()),
    measure: (...order) => audio.measure(...order),
    render: async (...order) =>
      (await audio.render(...order)).map((made) =>
        made.profileCode === told.missesOf
          ? { ...made, loudnessLufs: (made.loudnessLufs ?? 0) - 3 }
          : made,
      ),
  };
}

async function record(parts: readonly Part[]): Promise<void> {
  const sent = await journalist.upload(
    `/desk/spots/${spotCode}/recording`,
    wav({ parts }),
    'voix.wav',
  );
  expect(sent.status).toBe(201);
  await app.runDue();
}

/** A page of the desk, for the journalist. */
async function openDesk(address: string, viewport = PHONE): Promise<Page> {
  signedIn ??= await signIn();
  const context = await browser.newContext({ viewport, locale: 'fr-FR', storageState: signedIn });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin${address}`);
  await page.getByText(`${spotCode} · `).first().waitFor();
  return page;
}

/** Once: the sign-in of the desk lets nobody try ten times in a row. */
async function signIn(): Promise<SignedIn> {
  const context = await browser.newContext({ viewport: DESK, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill('yeelen-journalist-1@yeelen.test');
  await page.locator('input[name=password]').fill('Essai-yeelen-journalist-1');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page
    .getByText(/^Bonjour/)
    .first()
    .waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

const audioIn = (page: Page) =>
  page
    .locator('audio')
    .first()
    .evaluate((audio: HTMLAudioElement) => ({
      at: audio.currentTime,
      isPaused: audio.paused,
      source: audio.getAttribute('src'),
    }));

describe('the sound of a spot in the desk', () => {
  it('waits, and is not called failed, while the server has no ffmpeg', async () => {
    told.isMissing = true;
    await record(PADDED);
    const page = await openDesk('/yeelen/spots');
    await page.getByText(/Le traitement du son est arrêté/).waitFor();
    await page.getByText('Reçu, en attente').waitFor();
    expect(await page.getByText('Échec').count()).toBe(0);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
    told.isMissing = false;
    app.setClock(new Date(Date.now() + 2 * 60 * 1000));
    told.missesOf = 'AAC-64';
    await app.runDue();
  });

  it.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('is heard at once, moved in and explained on %s', async (_, viewport) => {
    const page = await openDesk('/yeelen/spots', viewport);
    await page.getByText('Un long silence au début').waitFor();
    await page.getByText('Un long silence au milieu').waitFor();
    // Nothing of the sound came before somebody wanted to hear it.
    expect((await audioIn(page)).source).toBeNull();

    const slider = page.getByRole('slider', { name: /enregistrement n° 1/ });
    await expect.poll(() => slider.locator('path.curve').count(), PATIENT).toBe(1);
    expect(await slider.locator('rect.silence').count()).toBe(3);
    await page.getByRole('button', { name: /^Écouter : enregistrement n° 1/ }).click();
    await expect.poll(async () => (await audioIn(page)).at, PATIENT).toBeGreaterThan(0);

    await slider.click({ position: { x: 100, y: 40 } });
    const box = await slider.boundingBox();
    const expected = (100 / (box?.width ?? 1)) * 19;
    await expect
      .poll(async () => Math.abs((await audioIn(page)).at - expected), PATIENT)
      .toBeLessThan(3);
    await page.keyboard.press(' ');
    await expect.poll(async () => (await audioIn(page)).isPaused, PATIENT).toBe(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await audioIn(page)).at, PATIENT).toBeCloseTo(2, 1);

    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('shows the file that was held back, and makes it when asked again', async () => {
    const page = await openDesk('/yeelen/spots', DESK);
    await page.getByText('Fichiers pour les radios : 5 sur 6').waitFor();
    await page.getByText(/^N’est pas envoyé aux radios/).waitFor();
    told.missesOf = '';
    await page.getByRole('button', { name: /^Préparer de nouveau/ }).click();
    await expect
      .poll(async () => {
        await app.runDue();
        return page.getByText('Fichiers pour les radios : 6 sur 6').count();
      }, PATIENT)
      .toBe(1);
    await page.getByRole('button', { name: /^Écouter : Fichier courant · KAY/ }).click();
    await page.getByRole('slider', { name: /Fichier courant · KAY/ }).waitFor();
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('keeps the replaced recording in the history, with who sent it and what stations hold', async () => {
    await record([{ silence: 1 }, { voice: 8, peakDbfs: -45 }]);
    const page = await openDesk('/yeelen/spots');
    await page.getByText('La voix est trop faible').waitFor();
    await page.getByText(/les radios gardent l’enregistrement n° 1/).waitFor();
    await page.getByText('Historique : 1 enregistrement précédent').click();
    await page.getByText(/par Personne 1/).waitFor();
    await page.getByText('À l’antenne : les radios ont celui-ci').waitFor();
    await page.getByRole('button', { name: /^Écouter et voir : enregistrement n° 1/ }).click();
    await page.getByRole('slider', { name: /enregistrement n° 1/ }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('stands beside the fields of the spot, too', async () => {
    const spot = await app.ports.content.spotByCode(spotCode);
    const page = await openDesk('/yeelen/spots', DESK);
    await page.goto(
      `${app.url}/admin/content-manager/collection-types/api::spot.spot/${spot?.documentId}`,
    );
    await page.getByText('La voix est trop faible').waitFor();
    await page.getByRole('slider', { name: /enregistrement n° 2/ }).waitFor();
    await page.context().close();
  });
});
