import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createArchive } from '../../scripts/archive/create-archive';
import { restoreArchive } from '../../scripts/archive/restore-archive';
import { dataOf, listOf, signIn, type Json } from '../../scripts/demo/desk';
import {
  answerFor,
  fetchFiles,
  gatherPeople,
  giveAccessCodes,
  logGatherings,
  planBroadcasts,
  publishPost,
  readPublicPages,
  recordSpots,
  writeMessage,
  type Credentials,
  type DemoSpot,
  type People,
  type Stage,
} from '../../scripts/demo/journey';
import { countTape } from '../../scripts/demo/table';
import { accessibilityFindings, openBrowser, PHONE, scrollsSideways } from '../helpers/browser';
import { bootApp, type App } from '../helpers/strapi';

const PATIENT = { timeout: 60_000 };

/** The house's present when the story begins. */
const MORNING = new Date('2026-12-01T08:00:20.000Z');

describe('one spot travels the whole tape', () => {
  let app: App;
  let browser: Browser;
  let stage: Stage;
  let people: People;
  let messageId: string;
  let spots: readonly DemoSpot[];
  let codes: readonly Credentials[];
  let windowStart: Date;
  let now = MORNING;
  const told: string[] = [];

  const turnClock = (instant: Date) => {
    now = instant;
    app.setClock(instant);
  };

  beforeAll(async () => {
    app = await bootApp({ servesAdmin: true });
    turnClock(MORNING);
    browser = await openBrowser();
    let people = 0;
    stage = {
      server: app.url,
      sounds: path.resolve(import.meta.dirname, '../../media/demo'),
      say: (line) => told.push(line),
      now: () => now,
      waitUntil: (instant) => Promise.resolve(turnClock(new Date(instant.getTime() + 1000))),
      letWork: async () => {
        await app.runDue();
      },
      newPassword: () =>
        `Exemple-${(people += 1)}-${createHash('sha256').update(app.url).digest('hex').slice(0, 12)}`,
    };
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** A page of a phone, without script where the page must do without. */
  async function phone(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({
      viewport: PHONE,
      javaScriptEnabled,
      locale: 'fr-FR',
      acceptDownloads: true,
    });
    return context.newPage();
  }

  it('the administrator invites a journalist, three reviewers and a campaign manager', async () => {
    people = await gatherPeople(stage);
    expect(people.credentials).toHaveLength(6);
  });

  it('a message is written, translated, reviewed by each language and published', async () => {
    messageId = await writeMessage(stage, people);
    const [row] = listOf(await people.manager.get('/desk/messages'));
    expect(row).toMatchObject({ publishedLanguages: ['fr', 'bm', 'snk'] });
  });

  it('spots are uploaded, checked, refused or prepared; a real voice waits for its consent', async () => {
    spots = await recordSpots(stage, people, messageId);
    const views = listOf(await people.manager.get('/desk/spots'));
    expect(views).toHaveLength(3);
    for (const view of views) {
      const profiles = view['profiles'] as Json[];
      expect(profiles.every(({ rendition }) => rendition !== null)).toBe(true);
    }
    expect(told.join('\n')).toMatch(/renommé \.mp3 est refusé/);
  });

  it('the manager plans, and hands every station its code', async () => {
    windowStart = await planBroadcasts(stage, people, spots);
    codes = await giveAccessCodes(people);
    expect(codes).toHaveLength(6);
  });

  it('the technician of KAY signs in on a phone without script, and saves every file whole', async () => {
    const page = await phone(false);
    await page.goto(`${app.url}/`);
    await page.getByRole('link', { name: /radio/i }).first().click();
    await page.getByLabel('Code de la radio').fill('KAY');
    await page.getByLabel('Code d’accès').fill(codeOf('KAY'));
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForURL('**/station/programme');
    expect(await scrollsSideways(page)).toBe(false);

    const links = page.locator('a[href*="/station/files/"][href*="dl=1"]');
    const addresses = new Set(
      await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')),
    );
    expect(addresses.size).toBe(spots.length);
    for (const address of addresses) {
      const downloading = page.waitForEvent('download');
      await page.locator(`a[href="${address}"]`).first().click();
      const download = await downloading;
      const bytes = await readFile(await download.path());
      const rendition = await app.ports.renditions.byId(renditionOf(address));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(rendition?.sha256);
      expect(download.suggestedFilename()).toMatch(
        /^KAY-\d{4}_v\d+_(FR|BM|SNK)_\d{8}-\d{8}_\d{3}s\.mp3$/,
      );
    }
    await page.reload();
    await expect
      .poll(() => page.getByText('Téléchargé', { exact: true }).count())
      .toBeGreaterThan(0);
    await page.context().close();
  });

  it('in the window, KAY says what it aired, what it aired later and what it missed', async () => {
    await stage.waitUntil(windowStart);
    const page = await phone(false);
    await signInAt(page, 'KAY');
    const cards = page.locator('article');
    await cards.nth(0).getByRole('button', { name: 'Diffusé dans le créneau' }).click();
    await expect.poll(() => page.getByText('Diffusé dans le créneau').count()).toBeGreaterThan(0);

    const second = cards.filter({ has: page.getByText('À confirmer') }).first();
    await second.getByText('Autre réponse').click();
    await second.getByLabel(/Diffusé à une autre heure/).fill(clock(now));
    await second.getByRole('button', { name: 'Enregistrer cette heure' }).click();

    const third = cards.filter({ has: page.getByText('À confirmer') }).first();
    await third.getByText('Autre réponse').click();
    await third.getByLabel(/Pas diffusé/).selectOption('power');
    await third.getByRole('button', { name: 'Enregistrer cette raison' }).click();

    const airings = await app.ports.airings.current('KAY');
    expect(airings.map(({ outcome }) => outcome).sort()).toEqual([
      'aired',
      'aired-at-another-time',
      'missed',
    ]);
    expect(airings.every(({ evidence }) => evidence === 'page')).toBe(true);
    expect(await scrollsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('the other stations fetch over a line that breaks and answer, one by telephone', async () => {
    const others = codes.filter(({ name }) => name !== 'KAY');
    const stations = await fetchFiles(stage, others);
    await answerFor(stage, people, stations, windowStart);
    const airings = await app.ports.airings.current();
    expect(airings.filter(({ evidence }) => evidence === 'telephone')).toHaveLength(3);
    expect(airings.filter(({ outcome }) => outcome === 'missed')).toHaveLength(2);
  });

  it('a post goes out once in each language, approved as it is', async () => {
    await publishPost(stage, people, messageId);
    await app.runDue();
    const page = await phone(false);
    await page.goto(`${app.url}/mur`);
    await expect.poll(() => page.locator('li.post').count()).toBe(3);
    expect(await scrollsSideways(page)).toBe(false);
    await page.context().close();
  });

  it('gatherings are logged, and figures that do not add up are refused', async () => {
    await logGatherings(stage, people);
    const results = dataOf(await people.manager.get('/desk/results'));
    // In village A the higher of two counts, 120; in village B 200.
    expect(results['madeAware']).toMatchObject({ total: 320 });
  });

  it('a listener reads and hears the message on a phone, in three languages', async () => {
    await readPublicPages(stage);
    const page = await phone(true);
    for (const language of ['fr', 'bm', 'snk']) {
      await page.goto(`${app.url}/messages/MSG-DESERT-1?langue=${language}`);
      expect(await page.locator('audio').count()).toBeGreaterThan(0);
      expect(await page.locator(`[lang="${language}"]`).count()).toBeGreaterThan(0);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await page.context().close();
  });

  it('the figures count what was confirmed, and nothing else', async () => {
    const results = dataOf(await people.manager.get('/desk/results'));
    const counts = await countTape(path.dirname(app.folders.data), results);
    expect(counts).toMatchObject({
      messages: 1,
      spots: 3,
      renditions: 18,
      stations: 6,
      slots: 34,
      downloaded: 17,
      confirmed: 15,
      posts: 3,
      gatherings: 3,
    });
    const { low, central, high } = counts.reach;
    expect(low).toBeGreaterThan(0);
    expect(central).toBeGreaterThanOrEqual(low);
    expect(high).toBeGreaterThanOrEqual(central);
  });

  it('a backup taken while the house runs gives the same table in another folder', async () => {
    const before = await countTape(
      path.dirname(app.folders.data),
      dataOf(await people.manager.get('/desk/results')),
    );
    const elsewhere = await mkdtemp(
      path.join(process.env['YEELEN_TEST_FOLDER'] ?? tmpdir(), 'restored-'),
    );
    const archive = path.join(elsewhere, 'yeelen.tar.gz');
    const mediaFolder = app.folders.media;
    await createArchive({
      databaseFile: path.join(app.folders.data, 'yeelen.db'),
      mediaFolder,
      archiveFile: archive,
      version: 'journey',
      takenAt: MORNING,
    });
    const second = path.join(elsewhere, 'second');
    const folders = {
      dataFolder: path.join(second, 'data'),
      mediaFolder: path.join(second, 'media'),
    };
    await restoreArchive(archive, folders);

    await app.stop();
    app = await bootApp({
      servesAdmin: true,
      env: { DATA_DIR: folders.dataFolder, MEDIA_DIR: folders.mediaFolder },
    });
    turnClock(now);
    stage = { ...stage, server: app.url };
    const manager = await signIn(
      app.url,
      people.manager.email,
      passwordOf('Responsable de campagne'),
    );
    const after = await countTape(second, dataOf(await manager.get('/desk/results')));
    expect(after).toEqual(before);
    people = { ...people, manager };
  });

  it('a journalist sends a sound from a phone, and reads what is wrong with it', async () => {
    const page = await deskPage('Journaliste', '/yeelen/spots');
    const card = page.getByText(`${spots[0]?.code} · `).first();
    await card.waitFor();
    await page
      .getByLabel(`Remplacer le son du spot ${spots[0]?.code}`)
      .first()
      .setInputFiles(path.join(stage.sounds, 'too-quiet.mp3'));
    await expect
      .poll(async () => {
        await app.runDue();
        return (await app.ports.spotVersions.latest(spots[0]?.code ?? ''))?.state;
      }, PATIENT)
      .toBe('refused');
    await page.getByText(/micro/).first().waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('the manager sees the figures on a phone, as pictures with their tables', async () => {
    const page = await deskPage('Responsable de campagne', '/yeelen/resultats');
    await page.getByRole('heading', { name: 'Avancement vers les cibles' }).waitFor();
    expect(await page.locator('svg[role="img"]').count()).toBeGreaterThanOrEqual(2);
    expect(await page.getByText(/320 sur 3/).count()).toBeGreaterThan(0);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityFindings(page, 'main')).toEqual([]);
    await page.context().close();
  });

  /** Signs somebody in at the desk, and opens one of its pages. */
  async function deskPage(role: string, address: string): Promise<Page> {
    const page = await phone(true);
    const email = people.credentials.find((person) => person.role === role)?.name ?? '';
    await page.goto(`${app.url}/admin/auth/login`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(passwordOf(role));
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page
      .getByText(/^Bonjour/)
      .first()
      .waitFor();
    await page.goto(`${app.url}/admin${address}`);
    return page;
  }

  function passwordOf(role: string): string {
    return people.credentials.find((person) => person.role === role)?.password ?? '';
  }

  function codeOf(station: string): string {
    return codes.find(({ name }) => name === station)?.password ?? '';
  }

  async function signInAt(page: Page, station: string): Promise<void> {
    await page.goto(`${app.url}/station`);
    await page.getByLabel('Code de la radio').fill(station);
    await page.getByLabel('Code d’accès').fill(codeOf(station));
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForURL('**/station/programme');
  }
});

function renditionOf(address: string): string {
  return /files\/([^?]+)/.exec(address)?.[1] ?? '';
}

function clock(instant: Date): string {
  return instant.toISOString().slice(11, 16);
}
