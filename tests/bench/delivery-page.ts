import type { Browser } from 'playwright-core';

import { profileHash } from '../../src/use-cases/audio';
import { issueStationCode } from '../../src/use-cases/stations';
import { DESK, openBrowser } from '../helpers/browser';
import { buildRendition, buildSpotVersion } from '../helpers/builders';
import { personAt, type Person } from '../helpers/desk-client';
import { newSpot } from '../helpers/desk-stories';
import { layLine } from '../helpers/line';
import { bootApp, type App } from '../helpers/strapi';

/**
 * What the page of a station costs on the wire. A real Chromium asks the real server through a line that counts every
 * byte of the answers, headers included; the requests are counted beside it, since a line carries them too. The visit
 * is over when the page, its script and the service worker stand.
 */
export type PageFigures = {
  /** Bytes of all answers of a first visit, headers included. */
  readonly pageBytes: number;
  readonly pageRequests: number;
  /** The same of the next visit, nothing having changed. */
  readonly repeatBytes: number;
  readonly readings: {
    readonly pageSentBytes: number;
    readonly repeatRequests: number;
    readonly repeatSentBytes: number;
    readonly withoutScriptBytes: number;
    readonly withoutScriptRequests: number;
    readonly withoutScriptRepeatBytes: number;
  };
};

const TITLES = [
  'Avant de partir, informez-vous',
  'Un métier ici : la formation de soudure de Kayes',
  'Le conseil est gratuit, et personne ne vous juge',
  'Vos papiers : ce que dit la loi',
  'Revenir au pays : à qui parler',
];

const SLOTS_TODAY = 10;
const SLOTS_A_COMING_DAY = 4;
const COMING_DAYS = 7;

/**
 * Ten slots today, of five spots with their texts and files, and four on each of the coming seven days: the programme of
 * a busy station.
 */
async function planBusyDay(app: App, stationCode: string): Promise<void> {
  const { ports } = app;
  const journalist = personAt(app, await app.signIn('yeelen-journalist'));
  const spots: string[] = [];
  for (const title of TITLES) spots.push(await addReadySpot(app, journalist, stationCode, title));
  const now = ports.system.now();
  const places = Array.from({ length: SLOTS_TODAY + COMING_DAYS * SLOTS_A_COMING_DAY }, (_, n) => {
    const later = n - SLOTS_TODAY;
    return later < 0
      ? { day: 0, hour: 6 + n }
      : {
          day: 1 + Math.floor(later / SLOTS_A_COMING_DAY),
          hour: 6 + 3 * (later % SLOTS_A_COMING_DAY),
        };
  });
  const slots = places.map(({ day, hour }, place) => {
    const start = new Date(now);
    start.setUTCHours(hour, 0, 0, 0);
    start.setUTCDate(start.getUTCDate() + day);
    return {
      id: ports.system.newId(),
      stationCode,
      spotCode: spots[place % spots.length] ?? '',
      language: 'fr' as const,
      windowStart: start,
      windowEnd: new Date(start.getTime() + 30 * 60_000),
      airDate: start.toISOString().slice(0, 10),
      state: 'planned' as const,
    };
  });
  await ports.slots.addAll(slots, 'user:bench', now);
}

/** A spot with a text of a minute and its rows, as the workers would have left them; its sound is not needed here. */
async function addReadySpot(
  app: App,
  journalist: Person,
  stationCode: string,
  title: string,
): Promise<string> {
  const { ports } = app;
  const liveText =
    `${title}. Chaque saison, des jeunes de la région prennent la route. Demandez conseil avant de payer quelqu’un : un mot de trop coûte moins cher qu’un voyage de trop. `.repeat(
      3,
    );
  const spotCode = await newSpot(app, journalist, { title, liveText });
  const station = await ports.content.stationByCode(stationCode);
  const profile = (await ports.content.profiles()).find(
    ({ code }) => code === station?.profileCode,
  );
  if (profile === undefined) throw new Error(`Station ${stationCode} has no profile.`);
  const version = await ports.spotVersions.add(
    buildSpotVersion({ id: ports.system.newId(), spotCode }),
  );
  await ports.renditions.add(
    buildRendition({
      id: ports.system.newId(),
      spotVersionId: version.id,
      spotCode,
      profileCode: profile.code,
      profileHash: profileHash(profile),
    }),
  );
  return spotCode;
}

/** Opens a house of its own and measures: for the bench. */
export async function measureDeliveryPage(): Promise<PageFigures> {
  const app = await bootApp({});
  try {
    return await measureBusyStation(app, 'KIT');
  } finally {
    await app.stop();
  }
}

/** Gives a station a busy programme, signs it in and measures its page. */
export async function measureBusyStation(app: App, stationCode: string): Promise<PageFigures> {
  // Late morning, whatever the hour: six of today's ten slots have begun and want an answer.
  app.setClock(`${app.ports.system.now().toISOString().slice(0, 10)}T11:30:00Z`);
  try {
    await planBusyDay(app, stationCode);
    return await measureStationPage(app, await signInStation(app, stationCode));
  } finally {
    app.setClock(null);
  }
}

async function signInStation(app: App, stationCode: string): Promise<string> {
  const issued = await issueStationCode(app.ports, stationCode, 'user:bench');
  if (issued === null) throw new Error(`There is no station ${stationCode}.`);
  const answer = await app
    .visitor()
    .post('/station/session')
    .type('form')
    .send({ station: stationCode, access: issued.accessCode })
    .expect(303);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

/**
 * Visits the programme twice with a browser that has never been here.
 *
 * @param cookie of a station that is signed in, `name=value`.
 */
async function measureStationPage(app: App, cookie: string): Promise<PageFigures> {
  const browser = await openBrowser();
  try {
    const scripted = await visitTwice(browser, app, cookie, true);
    const plain = await visitTwice(browser, app, cookie, false);
    return {
      pageBytes: scripted.first.received,
      pageRequests: scripted.first.requests,
      repeatBytes: scripted.repeat.received,
      readings: {
        pageSentBytes: scripted.first.sent,
        repeatRequests: scripted.repeat.requests,
        repeatSentBytes: scripted.repeat.sent,
        withoutScriptBytes: plain.first.received,
        withoutScriptRequests: plain.first.requests,
        withoutScriptRepeatBytes: plain.repeat.received,
      },
    };
  } finally {
    await browser.close();
  }
}

type Visit = { readonly received: number; readonly sent: number; readonly requests: number };

async function visitTwice(
  browser: Browser,
  app: App,
  cookie: string,
  javaScriptEnabled: boolean,
): Promise<{ readonly first: Visit; readonly repeat: Visit }> {
  const line = await layLine(app.url);
  const context = await browser.newContext({ viewport: DESK, locale: 'fr-FR', javaScriptEnabled });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: `${line.address}/station` }]);
  const address = `${line.address}/station/programme`;
  const visit = async (): Promise<Visit> => {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    if (javaScriptEnabled) await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.waitForLoadState('networkidle');
    await page.close();
    return line.counted();
  };
  try {
    line.counted();
    return { first: await visit(), repeat: await visit() };
  } finally {
    await context.close();
    await line.close();
  }
}
