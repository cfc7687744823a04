import path from 'node:path';

import {
  addPerson,
  dataOf,
  listOf,
  registerFirstAdministrator,
  type Desk,
  type Json,
} from './desk';
import { exampleMessage, examplePost, GATHERINGS, type ExampleLanguage } from './example-texts';
import { trySignIn, visitStation, type StationVisit } from './station';

/** Where a journey takes place, and how it passes the time. */
export type Stage = {
  readonly server: string;
  /** Folder of the example sounds. */
  readonly sounds: string;
  /** Tells what happened. */
  readonly say: (line: string) => void;
  /** Waits until an instant has come: the demo by the clock, a test by turning it. */
  readonly waitUntil: (instant: Date) => Promise<void>;
  /** Waits a moment, for work that the server does on its own. */
  readonly letWork: () => Promise<void>;
  readonly now: () => Date;
  readonly newPassword: () => string;
};

export type Credentials = {
  readonly role: string;
  readonly name: string;
  readonly password: string;
};

export type People = {
  readonly administrator: Desk;
  readonly journalist: Desk;
  readonly reviewers: Readonly<Record<ExampleLanguage, Desk>>;
  readonly manager: Desk;
  readonly credentials: Credentials[];
};

const MESSAGES = '/content-manager/collection-types/api::message.message';
const DAY_MS = 24 * 60 * 60 * 1000;

/** The first administrator invites everybody else. */
export async function gatherPeople(stage: Stage): Promise<People> {
  const credentials: Credentials[] = [];
  const invent = (role: string, name: string) => {
    const password = stage.newPassword();
    credentials.push({ role, name, password });
    return { email: name, password };
  };
  const first = invent('Administration', 'administration@exemple.invalid');
  const administrator = await registerFirstAdministrator(stage.server, first.email, first.password);
  const invite = (role: string, title: string, firstname: string, name: string) =>
    addPerson(stage.server, administrator, {
      ...invent(title, `${name}@exemple.invalid`),
      firstname,
      role,
    });
  const people: People = {
    administrator,
    journalist: await invite('yeelen-journalist', 'Journaliste', 'Journaliste', 'journaliste'),
    reviewers: {
      fr: await invite('yeelen-reviewer-fr', 'Relecture – français', 'Relecture', 'relecture-fr'),
      bm: await invite('yeelen-reviewer-bm', 'Relecture – bambara', 'Relecture', 'relecture-bm'),
      snk: await invite('yeelen-reviewer-snk', 'Relecture – soninké', 'Relecture', 'relecture-snk'),
    },
    manager: await invite(
      'yeelen-campaign-manager',
      'Responsable de campagne',
      'Responsable',
      'responsable',
    ),
    credentials,
  };
  stage.say(`${credentials.length} personnes ont un compte, chacune avec son rôle.`);
  return people;
}

/** A message is written in French, translated, reviewed by each language's reviewer and published. */
export async function writeMessage(stage: Stage, people: People): Promise<string> {
  const { journalist, reviewers } = people;
  const themes = await journalist.get(
    '/content-manager/collection-types/api::theme.theme?pageSize=100',
  );
  const theme = (themes['results'] as Json[]).find(({ code }) => code === 'DESERT');
  const { shared, texts } = exampleMessage();
  const created = await journalist.post(`${MESSAGES}?locale=fr`, {
    ...shared,
    ...texts.fr,
    theme: theme === undefined ? undefined : { connect: [{ documentId: theme['documentId'] }] },
  });
  const documentId = String(dataOf(created)['documentId']);
  for (const language of ['bm', 'snk'] as const) {
    await journalist.put(`${MESSAGES}/${documentId}?locale=${language}`, texts[language]);
  }
  stage.say(`Message ${shared.code} écrit en français, puis traduit en bambara et en soninké.`);

  const wrongReviewer = await reviewers.bm.refused(() =>
    reviewers.bm.post(`/desk/messages/${documentId}/review`, { language: 'fr', action: 'approve' }),
  );
  stage.say(`La relecture du bambara ne peut pas approuver le français : ${wrongReviewer.status}.`);
  for (const language of ['fr', 'bm', 'snk'] as const) {
    await journalist.post(`/desk/messages/${documentId}/submit`, { language });
    const reviewer = reviewers[language];
    const early = await reviewer.refused(() =>
      reviewer.post(`${MESSAGES}/${documentId}/actions/publish?locale=${language}`, {}),
    );
    await reviewer.post(`/desk/messages/${documentId}/review`, { language, action: 'approve' });
    await reviewer.post(`${MESSAGES}/${documentId}/actions/publish?locale=${language}`, {});
    stage.say(
      `${language} : publication refusée avant la relecture (${early.status}), approuvé, publié.`,
    );
  }
  return documentId;
}

export type DemoSpot = { readonly code: string; readonly language: ExampleLanguage };

/** One spot a language; a text posing as a sound is refused; a real voice is held back until it has a consent. */
export async function recordSpots(
  stage: Stage,
  people: People,
  messageId: string,
): Promise<readonly DemoSpot[]> {
  const { journalist, manager } = people;
  const today = dayOf(stage.now());
  const end = dayOf(new Date(stage.now().getTime() + 30 * DAY_MS));
  const spots: DemoSpot[] = [];
  for (const language of ['fr', 'bm', 'snk'] as const) {
    const text = exampleMessage().texts[language];
    const created = await journalist.post('/content-manager/collection-types/api::spot.spot', {
      title: text.title,
      language,
      voices: language === 'snk' ? 'adult' : 'no-real-person',
      flightStart: today,
      flightEnd: end,
      liveText: `${text.body} ${text.callToAction}`,
      message: { connect: [{ documentId: messageId }] },
      isExample: true,
    });
    const code = String(dataOf(created)['code']);
    spots.push({ code, language });
  }
  const [first] = spots;
  if (first === undefined) throw new Error('Aucun spot.');

  await journalist.send(`/desk/spots/${first.code}/recording`, sound(stage, 'not-a-sound.mp3'));
  await untilSpot(stage, journalist, first.code, 'refused');
  const refused = listOf({ data: (await spotOf(journalist, first.code))['versions'] })[0];
  stage.say(
    `Un texte renommé .mp3 est refusé : ${String((refused?.['sentences'] as string[])[0])}`,
  );

  for (const { code, language } of spots) {
    await journalist.send(`/desk/spots/${code}/recording`, sound(stage, `spot-${language}.mp3`));
    stage.say(`Spot ${code} (${language}) : son envoyé.`);
  }
  for (const { code } of spots) await untilSpot(stage, journalist, code, 'ready');
  for (const { code, language } of spots) {
    const { profiles } = (await spotOf(journalist, code)) as { profiles: Json[] };
    const ready = profiles.filter(({ rendition }) => rendition !== null).length;
    stage.say(`Spot ${code} (${language}) : vérifié, préparé en ${ready} formats.`);
  }

  const held = spots.find(({ language }) => language === 'snk');
  if (held !== undefined) await consentTo(stage, people, held.code);
  await manager.get('/desk/spots');
  return spots;
}

/** The Soninke spot carries a real voice: nothing goes out before the consent is recorded. */
async function consentTo(stage: Stage, people: People, code: string): Promise<void> {
  const { journalist, manager } = people;
  const early = await manager.refused(() =>
    manager.post('/desk/broadcast/slots', planFor(code, ['KAY'], soon(stage))),
  );
  stage.say(`Spot ${code}, voix d’une personne réelle, est retenu : ${early.message}`);
  await journalist.post('/desk/consents', {
    subject: { kind: 'spot', code },
    reference: 'FORMULAIRE-EXEMPLE-1',
    voices: 'adult',
    channels: ['radio', 'web'],
    languages: ['snk'],
    isAidIndependent: true,
    expiresOn: dayOf(new Date(stage.now().getTime() + 300 * DAY_MS)),
  });
  stage.say(`Consentement enregistré : le spot ${code} peut sortir.`);
}

/** The manager plans each spot on every station that speaks its language, for the coming minute and for tomorrow. */
export async function planBroadcasts(
  stage: Stage,
  people: People,
  spots: readonly DemoSpot[],
): Promise<Date> {
  const { manager } = people;
  const past = await manager.refused(() =>
    manager.post(
      '/desk/broadcast/slots',
      planFor(spots[0]?.code ?? '', ['KAY'], new Date(stage.now().getTime() - DAY_MS)),
    ),
  );
  stage.say(`Une diffusion dans le passé est refusée : ${past.message}`);

  const windowStart = soon(stage);
  const tomorrow = new Date(windowStart.getTime() + DAY_MS);
  const stations = listOf(await manager.get('/desk/stations'));
  for (const { code, language } of spots) {
    const speaking = stations
      .filter(({ languages }) => (languages as string[]).includes(language))
      .map((station) => String(station['code']));
    for (const start of [windowStart, tomorrow]) {
      const planned = await manager.post('/desk/broadcast/slots', planFor(code, speaking, start));
      stage.say(
        `Spot ${code} planifié le ${dayOf(start)} à ${clockOf(start)} UTC sur ${speaking.length} radios (${String(dataOf(planned)['added'])} diffusions).`,
      );
    }
  }
  return windowStart;
}

/** The manager hands every station its access code. */
export async function giveAccessCodes(people: People): Promise<readonly Credentials[]> {
  const { manager } = people;
  const codes: Credentials[] = [];
  for (const { code } of listOf(await manager.get('/desk/stations'))) {
    const name = String(code);
    const issued = await manager.post(`/desk/stations/${name}/access-code`);
    codes.push({ role: 'Radio', name, password: String(dataOf(issued)['accessCode']) });
  }
  return codes;
}

/** Each station signs in and fetches its files over a line that breaks. */
export async function fetchFiles(
  stage: Stage,
  codes: readonly Credentials[],
): Promise<readonly StationVisit[]> {
  const wrong = await trySignIn(stage.server, 'KAY', 'AAAA-AAAA-AAAA');
  stage.say(`Un mauvais code n’ouvre pas la page d’une radio : ${wrong.status}.`);
  const stations: StationVisit[] = [];
  for (const { name, password } of codes) {
    const station = await visitStation(stage.server, name, password);
    const { files } = await station.look();
    let bytes = 0;
    for (const address of files) bytes += (await station.fetchInTwo(address)).sizeBytes;
    stage.say(`${name} : ${files.length} fichiers repris après une coupure, ${kilobytes(bytes)}.`);
    stations.push(station);
  }
  return stations;
}

/** When the window has begun, the stations answer on their page, one by telephone; one airing was missed. */
export async function answerFor(
  stage: Stage,
  people: People,
  stations: readonly StationVisit[],
  windowStart: Date,
): Promise<void> {
  const { manager } = people;
  stage.say(`Attente du début de la fenêtre, ${clockOf(windowStart)} UTC.`);
  await stage.waitUntil(windowStart);
  for (const station of stations) {
    const { open } = await station.look();
    for (const [index, slot] of open.entries()) {
      if (station.code === 'BAF' && index === 0) {
        await station.confirm(slot, { outcome: 'missed', reason: 'power' });
      } else if (station.code === 'YEL') {
        await manager.post(`/desk/broadcast/slots/${slot.slotId}/confirmation`, {
          outcome: 'aired',
          idempotencyKey: `telephone-${slot.slotId}`,
        });
      } else {
        await station.confirm(slot);
        // The same form sent twice, as an impatient finger does, counts once.
        await station.confirm(slot);
      }
    }
    const left = (await station.look()).open.length;
    const how = station.code === 'YEL' ? 'par téléphone' : 'sur sa page';
    stage.say(
      `${station.code} a répondu ${how} pour ${open.length} diffusions, ${left} en attente.`,
    );
  }
}

/** A post in three languages, approved by the manager, goes out at the next heartbeat. */
export async function publishPost(stage: Stage, people: People, messageId: string): Promise<void> {
  const { journalist, manager } = people;
  const accounts = await journalist.get(
    '/content-manager/collection-types/api::social-account.social-account',
  );
  const account = (accounts['results'] as Json[])[0];
  const post = examplePost(stage.now());
  const created = await journalist.post('/content-manager/collection-types/api::post.post', {
    ...post,
    accounts: { connect: [{ documentId: account?.['documentId'] }] },
    message: { connect: [{ documentId: messageId }] },
  });
  const documentId = String(dataOf(created)['documentId']);
  const address = `/content-manager/collection-types/api::post.post/${documentId}`;
  await journalist.put(address, { textFr: 'Trop long. '.repeat(60) });
  const tooLong = await manager.refused(() => manager.post(`/desk/posts/${post.code}/approve`));
  stage.say(`Une publication trop longue n’est pas approuvée : ${tooLong.message}`);
  await journalist.put(address, { textFr: post.textFr });
  const notAllowed = await journalist.refused(() =>
    journalist.post(`/desk/posts/${post.code}/approve`),
  );
  stage.say(`Une journaliste ne peut pas approuver une publication : ${notAllowed.status}.`);
  await manager.post(`/desk/posts/${post.code}/approve`);
  await until(stage, 'la publication', async () => {
    const posts = listOf(await manager.get('/desk/posts'));
    const deliveries = posts.flatMap((view) => view['deliveries'] as Json[]);
    return deliveries.length > 0 && deliveries.every((item) => stateOf(item) === 'sent');
  });
  stage.say(`Publication ${post.code} parue en trois langues sur le mur d’essai.`);
}

/** Gatherings are logged; one whose figures do not add up is refused. */
export async function logGatherings(stage: Stage, people: People): Promise<void> {
  const { journalist } = people;
  const address = '/content-manager/collection-types/api::gathering.gathering';
  const zones = await people.manager.get(
    '/content-manager/collection-types/api::zone.zone?pageSize=100',
  );
  const today = dayOf(stage.now());
  for (const { zone, ...gathering } of GATHERINGS) {
    const document = (zones['results'] as Json[]).find(({ code }) => code === zone);
    await journalist.post(address, {
      ...gathering,
      date: today,
      zone: { connect: [{ documentId: document?.['documentId'] }] },
    });
  }
  const wrong = await journalist.refused(() =>
    journalist.post(address, {
      ...GATHERINGS[0],
      zone: undefined,
      code: 'REN-FAUX',
      date: today,
      attendanceTotal: 10,
      attendanceFemale: 40,
    }),
  );
  stage.say(`${GATHERINGS.length} rencontres notées ; une autre refusée : ${wrong.message}`);
}

/** What the public sees. */
export async function readPublicPages(stage: Stage): Promise<void> {
  const { shared } = exampleMessage();
  for (const address of ['/', '/messages', '/mur', '/station']) {
    const response = await fetch(`${stage.server}${address}`);
    if (response.status !== 200) throw new Error(`${address} : ${response.status}`);
  }
  for (const language of ['fr', 'bm', 'snk']) {
    const page = await fetch(`${stage.server}/messages/${shared.code}?langue=${language}`);
    const text = await page.text();
    const sounds = [...text.matchAll(/\/messages\/[^"]+\/audio\/[\w-]+/g)].map(([match]) => match);
    const heard = await Promise.all(
      [...new Set(sounds)].map(
        async (address) => (await fetch(`${stage.server}${address}`)).status,
      ),
    );
    if (page.status !== 200 || heard.length === 0 || heard.some((status) => status !== 200)) {
      throw new Error(`Page publique ${language} : ${page.status}, sons ${heard.join(' ')}`);
    }
    stage.say(`Page publique du message en ${language} : texte et ${heard.length} son à écouter.`);
  }
  const unknown = await fetch(`${stage.server}/messages/${shared.code}?langue=zz`);
  stage.say(`Une langue inconnue est refusée : ${unknown.status}.`);
}

function planFor(spotCode: string, stationCodes: readonly string[], start: Date) {
  return {
    spotCode,
    stationCodes,
    days: [dayOf(start)],
    times: [clockOf(start)],
    windowMinutes: 120,
  };
}

/** The next whole minute that is at least ten seconds away: planning takes a moment. */
function soon(stage: Stage): Date {
  return new Date(Math.ceil((stage.now().getTime() + 10_000) / 60_000) * 60_000);
}

function sound(stage: Stage, name: string): string {
  return path.join(stage.sounds, name);
}

async function spotOf(desk: Desk, code: string): Promise<Json> {
  return dataOf(await desk.get(`/desk/spots/${code}`));
}

async function untilSpot(stage: Stage, desk: Desk, code: string, state: string): Promise<void> {
  await until(stage, `le spot ${code} (${state})`, async () => {
    const { versions } = (await spotOf(desk, code)) as { versions: Json[] };
    const current = versions[0]?.['state'];
    if (current === 'failed') throw new Error(`Spot ${code} : ${String(versions[0]?.['failure'])}`);
    return current === state;
  });
}

const PATIENCE = 600;

async function until(stage: Stage, what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    if (await holds()) return;
    await stage.letWork();
  }
  throw new Error(`Attendu en vain : ${what}.`);
}

function stateOf(item: Json): unknown {
  return (item['delivery'] as Json | undefined)?.['state'];
}

/** Day and time in UTC, which is the zone of the example stations (Africa/Bamako). */
function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function clockOf(instant: Date): string {
  return instant.toISOString().slice(11, 16);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} Ko`;
}
