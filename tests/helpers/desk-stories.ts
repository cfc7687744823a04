import { readdir } from 'node:fs/promises';

import {
  demoSound,
  documentsAt,
  personAt,
  type Answer,
  type Json,
  type Person,
} from './desk-client';
import type { App } from './strapi';

/** One person a role, signed in. */
export type Team = {
  readonly journalist: Person;
  readonly manager: Person;
  readonly reviewer: Person;
  readonly administrator: Person;
};

export async function gatherTeam(app: App): Promise<Team> {
  return {
    journalist: personAt(app, await app.signIn('yeelen-journalist')),
    manager: personAt(app, await app.signIn('yeelen-campaign-manager')),
    reviewer: personAt(app, await app.signIn('yeelen-reviewer-fr')),
    administrator: personAt(app, await app.signIn('strapi-super-admin')),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day of the calendar in Mali (UTC), so many days from now. */
export function dayFromNow(app: App, days: number): string {
  return new Date(app.ports.system.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** What a journalist fills in for a spot that is in order. */
export function spotForm(app: App, what: Json = {}): Json {
  return {
    title: 'Spot d’essai',
    language: 'fr',
    voices: 'no-real-person',
    flightStart: dayFromNow(app, 0),
    flightEnd: dayFromNow(app, 30),
    liveText: 'Avant de partir, informez-vous.',
    ...what,
  };
}

/** Writes a document in the editor. @throws Error with the refusal. */
export async function write(person: Person, type: string, form: Json): Promise<Json> {
  const answer = await person.post(documentsAt(type), form);
  if (answer.status !== 201) throw new Error(`${type}: ${answer.status} ${answer.text}`);
  return answer.data;
}

export async function newSpot(app: App, person: Person, what: Json = {}): Promise<string> {
  return String((await write(person, 'spot', spotForm(app, what)))['code']);
}

/** Sends the demo's French spot (or another of its sounds) and lets the workers prepare it. */
export async function readySpot(app: App, person: Person, what: Json = {}): Promise<string> {
  const code = await newSpot(app, person, what);
  const sent = await person.upload(
    `/desk/spots/${code}/recording`,
    await demoSound('spot-fr.mp3'),
    'spot.mp3',
  );
  if (sent.status !== 201) throw new Error(`recording: ${sent.status} ${sent.text}`);
  await app.runDue();
  const version = await app.ports.spotVersions.latest(code);
  if (version?.state !== 'ready') throw new Error(`Spot ${code} is ${version?.state ?? 'gone'}.`);
  return code;
}

/** Plans a spot at one time of one day; ten o'clock tomorrow unless told. */
export function plan(app: App, person: Person, spotCode: string, what: Json = {}): Promise<Answer> {
  return person.post('/desk/broadcast/slots', {
    spotCode,
    stationCodes: ['KAY'],
    days: [dayFromNow(app, 1)],
    times: ['10:00'],
    windowMinutes: 60,
    ...what,
  });
}

/** A browser of a station without script: forms and a cookie. */
export type StationBrowser = {
  get(address: string): Promise<Answer>;
  submit(
    address: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
};

export function stationBrowser(app: App, cookie = ''): StationBrowser {
  const headers = { Accept: 'text/html', ...(cookie === '' ? {} : { Cookie: cookie }) };
  return {
    get: (address) => personAt(app, null, headers).get(address),
    submit: (address, form, more = {}) =>
      personAt(app, null, {
        ...headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        ...more,
      }).ask('POST', address, new URLSearchParams(form).toString()),
  };
}

/** Gives a station a code and signs it in. */
export async function signInStation(
  app: App,
  manager: Person,
  station: string,
): Promise<StationBrowser & { readonly accessCode: string }> {
  const issued = await manager.post(`/desk/stations/${station}/access-code`);
  const accessCode = String(issued.data['accessCode']);
  const answer = await stationBrowser(app).submit('/station/session', {
    station,
    access: accessCode,
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) {
    throw new Error(`${station} could not sign in: ${answer.status}`);
  }
  return { ...stationBrowser(app, cookie), accessCode };
}

/** Rows that come and go with every request, whatever becomes of it. */
const PASSING = /^(?:strapi_|admin_|i18n_|sqlite_|up_)|^ops_(?:sign_in_failures|station_sessions)$/;

/** What the house holds: rows of every table, and the files under the media folder. */
export async function inventory(app: App): Promise<Readonly<Record<string, number | string[]>>> {
  const { connection } = app.strapi.db;
  const tables = await connection<{ name: string; type: string }>('sqlite_master')
    .where({ type: 'table' })
    .select('name');
  const held: Record<string, number | string[]> = {};
  for (const { name } of tables.filter((table) => !PASSING.test(table.name))) {
    const [row] = await connection(name).count({ rows: '*' });
    held[name] = Number(row?.['rows']);
  }
  held['media'] = await filesOf(app.folders.media);
  return held;
}

/** Every file below a folder, by its path. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}
