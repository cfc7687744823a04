import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { demoSound, documentsAt, personAt, type Answer, type Person } from '../helpers/desk-client';
import {
  dayFromNow,
  gatherTeam,
  inventory,
  newSpot,
  plan,
  readySpot,
  signInStation,
  spotForm,
  stationBrowser,
  write,
  type Team,
} from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const MEBIBYTE = 1024 * 1024;

let app: App;
let team: Team;
/** A spot that is prepared, and on the programme of Kayes alone. */
let spot: string;
let renditionId: string;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  spot = await readySpot(app, team.journalist);
  const planned = await plan(app, team.manager, spot);
  expect(planned.status, planned.text).toBe(201);
  const renditions = await app.ports.renditions.all();
  renditionId = renditions.find(({ spotCode }) => spotCode === spot)?.id ?? '';
});

beforeEach(() => app.setClock(null));
afterAll(() => app.setClock(null));

/** Words of the platform or of a library that a person here should never read. */
const ENGLISH =
  /\b(?:invalid|must|required|error|failed|unexpected|forbidden|unauthorized|not found|expected|missing|undefined|null|too large|bad request)\b/i;

/** The words that a person reads: the sentence of a refusal, or a page without its markup. */
function wordsOf(answer: Answer): string {
  return answer.message
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A refusal in French with its status, after which the house holds exactly what it held before. */
async function expectRefusal(
  act: () => Promise<Answer>,
  status: number,
  words: RegExp,
): Promise<Answer> {
  const before = await inventory(app);
  const answer = await act();
  expect(answer.status, answer.text.slice(0, 500)).toBe(status);
  expect(wordsOf(answer)).toMatch(words);
  expect(wordsOf(answer)).not.toMatch(ENGLISH);
  expect(await inventory(app)).toEqual(before);
  return answer;
}

/** What the form parser wrote to the machine's temporary folder, by the shape of its names. */
async function temporaryUploads(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => /^[0-9a-z]{25}$/.test(name)).sort();
}

describe('a recording that is none', () => {
  const refusedSounds = [
    ['a text renamed .mp3', async () => demoSound('not-a-sound.mp3'), /n’est pas un son/],
    [
      'a playlist posing as a sound',
      async () =>
        Buffer.from('#EXTM3U\n#EXTINF:10,\n/etc/passwd\n#EXTINF:10,\nhttp://127.0.0.1/secret\n'),
      /n’est pas un son|n’est pas accepté/,
    ],
    [
      'a page renamed .mp3',
      async () => Buffer.from('<html><script>alert(1)</script></html>'),
      /n’est pas un son/,
    ],
  ] as const;

  it.each(refusedSounds)('%s is refused with its reason', async (_name, content, words) => {
    const code = await newSpot(app, team.journalist);
    const sent = await team.journalist.upload(
      `/desk/spots/${code}/recording`,
      await content(),
      'spot.mp3',
    );
    expect(sent.status).toBe(201);
    await app.runDue();
    const { data } = await team.journalist.get(`/desk/spots/${code}`);
    const [version] = data['versions'] as { state: string; sentences: string[] }[];
    expect(version?.state).toBe('refused');
    expect(version?.sentences.join(' ')).toMatch(words);
    expect(version?.sentences.join(' ')).not.toMatch(ENGLISH);
    expect((await app.ports.renditions.all()).filter((one) => one.spotCode === code)).toEqual([]);
  });

  it('zero bytes are refused at the door', async () => {
    const code = await newSpot(app, team.journalist);
    const address = `/desk/spots/${code}/recording`;
    await expectRefusal(
      () => team.journalist.upload(address, new Uint8Array(), 'spot.mp3'),
      422,
      /Le fichier est vide/,
    );
    const raw = personAt(app, await app.signIn('yeelen-journalist'), {
      'Content-Type': 'audio/mpeg',
    });
    await expectRefusal(() => raw.ask('POST', address, ''), 422, /Le fichier est vide/);
  });

  it.each([
    ['as a form', 'form'],
    ['as the body itself', 'body'],
  ])('a file over the limit, sent %s, leaves no half file', async (_name, way) => {
    const code = await newSpot(app, team.journalist);
    const address = `/desk/spots/${code}/recording`;
    const tooLarge = new Uint8Array(app.ports.settings.maximumUploadBytes + MEBIBYTE);
    const before = await temporaryUploads();
    await expectRefusal(
      async () =>
        way === 'form'
          ? team.journalist.upload(address, tooLarge, 'spot.wav')
          : sendRaw(address, tooLarge),
      413,
      /trop (?:lourd|volumineux)/,
    );
    expect(await temporaryUploads()).toEqual(before);
  });

  async function sendRaw(address: string, content: Uint8Array): Promise<Answer> {
    const authorization = await app.signIn('yeelen-journalist');
    const response = await fetch(`${app.url}${address}`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'audio/wav' },
      body: new Blob([new Uint8Array(content)]),
    });
    const text = await response.text();
    const { error } = JSON.parse(text) as { error: { message: string } };
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: {},
      data: {},
      message: error.message,
    };
  }

  it('of a visitor leaves nothing in the temporary folder', async () => {
    const before = await temporaryUploads();
    const address = `/desk/spots/${spot}/recording`;
    const sound = await demoSound('spot-fr.mp3');
    expect((await personAt(app, null).upload(address, sound, 'x.mp3')).status).toBe(401);
    expect((await personAt(app, null).upload('/nulle-part', sound, 'x.mp3')).status).toBe(405);
    expect(await temporaryUploads()).toEqual(before);
  });

  it('without a file, or for a spot that does not exist', async () => {
    const address = (code: string) => `/desk/spots/${code}/recording`;
    const sound = await demoSound('spot-fr.mp3');
    await expectRefusal(
      () => team.journalist.upload(address('9999'), sound, 'x.mp3'),
      404,
      /Le spot 9999 n’existe pas/,
    );
    // Whoever sends a long body hears the refusal too: the line is not cut.
    await expectRefusal(
      () => sendRaw(address('9999'), new Uint8Array(10 * MEBIBYTE)),
      404,
      /Le spot 9999 n’existe pas/,
    );
    const form = personAt(app, await app.signIn('yeelen-journalist'), {
      'Content-Type': 'multipart/form-data; boundary=x',
    });
    await expectRefusal(
      () => form.ask('POST', address(spot), '--x--\r\n'),
      400,
      /Aucun fichier n’a été envoyé/,
    );
    await expectRefusal(() => form.ask('POST', address(spot), 'du texte'), 400, /mal formée/);
  });
});

describe('a plan that cannot be kept', () => {
  const rows: readonly [string, () => Promise<Answer>, number, RegExp][] = [
    [
      'a slot in the past',
      () => plan(app, team.manager, spot, { days: [dayFromNow(app, 0)], times: ['00:00'] }),
      422,
      /pass/,
    ],
    [
      'a day after the flight',
      () => plan(app, team.manager, spot, { days: [dayFromNow(app, 60)] }),
      422,
      /\d{2}\/\d{2}\/\d{4}/,
    ],
    [
      'one good day and one that is none',
      () => plan(app, team.manager, spot, { days: [dayFromNow(app, 2), '2026-02-30'] }),
      422,
      /n’est pas un jour/,
    ],
    [
      'an hour that is none',
      () => plan(app, team.manager, spot, { times: ['25:00'] }),
      422,
      /n’est pas une heure/,
    ],
    [
      'an unknown station',
      () => plan(app, team.manager, spot, { stationCodes: ['ZZZ'] }),
      422,
      /ZZZ/,
    ],
    ['an unknown spot', () => plan(app, team.manager, '9999'), 422, /9999/],
    [
      'a spot without a recording',
      async () => plan(app, team.manager, await unprepared()),
      422,
      /prêt|préparé|enregistre/,
    ],
    ['nothing at all', () => team.manager.post('/desk/broadcast/slots', {}), 400, /spotCode/],
    [
      'a week that ends before it begins',
      () => team.manager.get('/desk/broadcast/week?from=2026-12-02&to=2026-12-01'),
      400,
      /AAAA-MM-JJ/,
    ],
  ];
  let bare: string | null = null;
  async function unprepared(): Promise<string> {
    bare ??= await newSpot(app, team.journalist);
    return bare;
  }
  beforeAll(unprepared);

  it.each(rows)('%s', async (_name, act, status, words) => {
    await expectRefusal(act, status, words);
  });
});

describe('a document that is not in order', () => {
  let message: string;
  beforeAll(async () => {
    const texts = { title: 'Titre', body: 'Texte', callToAction: 'Appelez' };
    const shared = { code: 'MSG-ENTREES', factsSource: 'Essai', helpContact: '+223 00 00 00 00' };
    message = String(
      (await write(team.journalist, 'message', { ...texts, ...shared }))['documentId'],
    );
  });

  const gathering = (what: object) => ({
    code: 'REN-FAUX',
    kind: 'assembly',
    place: 'Village d’essai',
    date: dayFromNow(app, 0),
    attendanceTotal: 10,
    ...what,
  });
  const rows: readonly [string, () => Promise<Answer>, number, RegExp][] = [
    [
      'more women than people',
      () => team.journalist.post(documentsAt('gathering'), gathering({ attendanceFemale: 40 })),
      400,
      /10|40/,
    ],
    [
      'ages that do not add up',
      () =>
        team.journalist.post(documentsAt('gathering'), gathering({ ageUnder15: 6, age15to17: 6 })),
      400,
      /âge/,
    ],
    [
      'a gathering of tomorrow',
      () => team.journalist.post(documentsAt('gathering'), gathering({ date: dayFromNow(app, 1) })),
      400,
      /date|jour|venir|futur/,
    ],
    [
      'an attendance in letters',
      () => team.journalist.post(documentsAt('gathering'), gathering({ attendanceTotal: 'dix' })),
      400,
      /nombre entier/,
    ],
    [
      'a message in a language that does not exist',
      () =>
        team.journalist.post(`${documentsAt('message')}?locale=zz`, {
          code: 'MSG-ZZ',
          title: 'T',
          body: 'B',
        }),
      400,
      /langue n’existe pas/,
    ],
    [
      'a review in a language that does not exist',
      () =>
        team.reviewer.post(`/desk/messages/${message}/review`, {
          language: 'zz',
          action: 'approve',
        }),
      400,
      /language/,
    ],
    [
      'a review of nothing',
      () =>
        team.reviewer.post('/desk/messages/inconnu/review', { language: 'fr', action: 'approve' }),
      404,
      /n’existe pas/,
    ],
    [
      'a message with a code that is taken',
      () =>
        team.journalist.post(documentsAt('message'), {
          code: 'MSG-ENTREES',
          title: 'T',
          body: 'B',
        }),
      400,
      /déjà celui d’un autre/,
    ],
    [
      'a message without a code',
      () => team.journalist.post(documentsAt('message'), { title: 'T', body: 'B' }),
      400,
      /Donnez un code/,
    ],
    [
      'a message published before it was written',
      () => team.reviewer.post(`${documentsAt('message')}/actions/publish`, {}),
      400,
      /Donnez un code/,
    ],
    [
      'a spot without its fields',
      () => team.journalist.post(documentsAt('spot'), {}),
      400,
      /champs/,
    ],
    [
      'a spot that ends before it begins',
      () =>
        team.journalist.post(
          documentsAt('spot'),
          spotForm(app, { flightStart: '2026-12-02', flightEnd: '2026-12-01' }),
        ),
      400,
      /dernier jour/,
    ],
    [
      'a station whose code is no code',
      () => team.manager.post(documentsAt('station'), { code: 'kayes', name: 'R', place: 'K' }),
      400,
      /trois lettres/,
    ],
    [
      'a consent without its fields',
      () => team.journalist.post('/desk/consents', {}),
      400,
      /reference/,
    ],
    [
      'a document that does not exist',
      () => team.journalist.get(`${documentsAt('spot')}/inconnu`),
      404,
      /n’existe pas/,
    ],
  ];

  it.each(rows)('%s', async (_name, act, status, words) => {
    await expectRefusal(act, status, words);
  });

  it('gives no number to a spot that was refused', async () => {
    const first = Number(await newSpot(app, team.journalist));
    await team.journalist.post(documentsAt('spot'), {});
    await team.journalist.post(documentsAt('spot'), spotForm(app, { language: 'zz' }));
    expect(Number(await newSpot(app, team.journalist))).toBe(first + 1);
  });

  it('a post too long for its network is not approved', async () => {
    const accounts = await team.journalist.get(documentsAt('social-account'));
    const [account] = accounts.json['results'] as { documentId: string }[];
    await write(team.journalist, 'post', {
      code: 'POST-LONG',
      textFr: 'Trop long. '.repeat(60),
      cardTitle: 'Carte',
      altText: 'Un soleil',
      depicts: 'no-real-person',
      dueAt: new Date(Date.now() + 3_600_000).toISOString(),
      lateToleranceMinutes: 60,
      accounts: { connect: [{ documentId: account?.documentId }] },
    });
    await expectRefusal(
      () => team.manager.post('/desk/posts/POST-LONG/approve'),
      422,
      /long|caractères/,
    );
    expect(await app.ports.deliveries.ofPost('POST-LONG')).toEqual([]);
  });
});

describe('a request that cannot be read', () => {
  const json = { 'Content-Type': 'application/json' };
  const rows: readonly [
    string,
    (person: (headers: Record<string, string>) => Person) => Promise<Answer>,
    number,
    RegExp,
  ][] = [
    [
      'half a JSON',
      (person) => person(json).ask('POST', '/desk/consents', '{"reference":'),
      400,
      /mal formée/,
    ],
    [
      'a bare word as JSON',
      (person) => person(json).ask('POST', '/desk/consents', '"oui"'),
      400,
      /mal formée/,
    ],
    [
      'a list where an object belongs',
      (person) => person(json).ask('POST', '/desk/consents', '[]'),
      400,
      /mal rempli/,
    ],
    [
      'half a JSON to the editor',
      (person) => person(json).ask('POST', documentsAt('spot'), '{"title":'),
      400,
      /mal formée/,
    ],
    [
      'two megabytes of JSON',
      (person) => person({}).post('/desk/consents', { reference: 'x'.repeat(2 * MEBIBYTE) }),
      413,
      /trop volumineux/,
    ],
    [
      'a prototype in JSON',
      (person) => person(json).ask('POST', '/desk/consents', '{"__proto__":{"isAdmin":true}}'),
      400,
      /mal (?:formée|rempli)/,
    ],
    [
      'a page of the desk that does not exist',
      (person) => person({}).get('/desk/rien'),
      404,
      /n’existe pas/,
    ],
    [
      'a verb that the page does not know',
      (person) => person({}).ask('DELETE', '/desk/spots'),
      405,
      /ce type de demande/,
    ],
    [
      'a spot that does not exist',
      (person) => person({}).get('/desk/spots/9999'),
      404,
      /Ce spot n’existe pas/,
    ],
    [
      'an address that is no text',
      (person) => person({}).get('/desk/spots/%E0%A4%A'),
      404,
      /n’existe pas/,
    ],
    [
      'a file that does not exist',
      (person) => person({}).get('/desk/renditions/inconnu/sound'),
      404,
      /n’existe pas/,
    ],
    [
      'a slot that does not exist',
      (person) => person({}).post('/desk/broadcast/slots/inconnu/cancel'),
      404,
      /n’existe pas/,
    ],
    [
      'a post that does not exist',
      (person) => person({}).post('/desk/posts/RIEN/approve'),
      404,
      /RIEN/,
    ],
    [
      'a delivery that does not exist',
      (person) => person({}).post('/desk/deliveries/inconnu/decision', { decision: 'send-again' }),
      404,
      /n’existe/,
    ],
    [
      'a station that does not exist',
      (person) => person({}).post('/desk/stations/ZZZ/access-code'),
      404,
      /n’existe pas/,
    ],
  ];

  it.each(rows)('%s', async (_name, act, status, words) => {
    const authorization = await app.signIn('strapi-super-admin');
    await expectRefusal(
      () => act((headers) => personAt(app, authorization, headers)),
      status,
      words,
    );
  });

  it('nobody signed in', async () => {
    await expectRefusal(() => personAt(app, null).get('/desk/spots'), 401, /Connectez-vous/);
    await expectRefusal(
      () => personAt(app, 'Bearer faux').get('/desk/spots'),
      401,
      /Connectez-vous/,
    );
  });

  it('a role that may not', async () => {
    await expectRefusal(() => team.reviewer.get('/desk/results'), 403, /Votre rôle/);
  });
});

describe('the door of the stations', () => {
  it('locks a pair of station and address after five wrong codes, and nobody else', async () => {
    const issued = await team.manager.post('/desk/stations/NIO/access-code');
    const accessCode = String(issued.data['accessCode']);
    const other = String(
      (await team.manager.post('/desk/stations/KIT/access-code')).data['accessCode'],
    );
    const door = stationBrowser(app);
    const knock = (station: string, access: string, headers = {}) =>
      door.submit('/station/session', { station, access }, headers);

    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expectRefusal(() => knock('NIO', 'AAAA-AAAA-AAAA'), 401, /ne va pas/);
    }
    const locked = await expectRefusal(() => knock('NIO', accessCode), 429, /Trop d’essais/);
    const seconds = Number(locked.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    // Nobody gets a fresh count by inventing an address.
    const invented = { 'X-Forwarded-For': '203.0.113.9' };
    expect((await knock('NIO', accessCode, invented)).status).toBe(429);
    expect((await knock('KIT', other)).status).toBe(303);

    app.setClock(new Date(Date.now() + (seconds + 1) * 1000));
    expect((await knock('NIO', accessCode)).status).toBe(303);
  });

  it('refuses forms from elsewhere', async () => {
    const door = stationBrowser(app);
    const form = { station: 'KAY', access: 'AAAA-AAAA-AAAA' };
    for (const address of [
      '/station/session',
      '/station/sign-out',
      '/station/airings',
      '/station/airings/unplanned',
    ]) {
      await expectRefusal(
        () => door.submit(address, form, { Origin: 'https://ailleurs.example' }),
        403,
        /ne vient pas de nos pages/,
      );
    }
  });

  it('refuses a form that is too long or no form, on a page', async () => {
    const door = stationBrowser(app);
    await expectRefusal(
      () => door.submit('/station/session', { station: 'x'.repeat(300_000) }),
      413,
      /trop long/,
    );
    const json = { 'Content-Type': 'application/json' };
    const answer = await expectRefusal(
      () =>
        personAt(app, null, { Accept: 'text/html', ...json }).ask('POST', '/station/session', '{'),
      400,
      /ne peut pas être comprise/,
    );
    expect(answer.headers.get('content-type')).toMatch(/text\/html/);
    await expectRefusal(() => door.submit('/station/session', {}), 422, /Indiquez le code/);
  });

  it('gives a station the files of its own programme alone', async () => {
    const kayes = await signInStation(app, team.manager, 'KAY');
    const mine = /\/station\/files\/([\w-]+)/.exec(
      (await kayes.get('/station/programme')).text,
    )?.[1];
    expect(mine).toBeDefined();
    expect((await kayes.get(`/station/files/${mine}`)).status).toBe(200);

    const yelimane = await signInStation(app, team.manager, 'YEL');
    await expectRefusal(() => yelimane.get(`/station/files/${mine}`), 404, /pas au programme/);
    await expectRefusal(() => yelimane.get(`/station/files/inconnu`), 404, /pas au programme/);
    await expectRefusal(
      () => stationBrowser(app).get(`/station/files/${renditionId}`),
      401,
      /Connectez-vous/,
    );

    const slot = (await app.ports.slots.all()).find(({ spotCode }) => spotCode === spot);
    await expectRefusal(
      () =>
        yelimane.submit('/station/airings', {
          slot: slot?.id ?? '',
          key: 'cle-du-formulaire-1',
          outcome: 'aired',
        }),
      404,
      /ne figure pas au programme/,
    );
  });

  it('sends a station whose session ended back to the door, its answer not recorded', async () => {
    const kayes = await signInStation(app, team.manager, 'KAY');
    app.setClock(new Date(Date.now() + 9 * 3_600_000));
    const before = await inventory(app);
    const programme = await kayes.get('/station/programme');
    expect([programme.status, programme.headers.get('location')]).toEqual([
      303,
      '/station?avis=expiree',
    ]);
    const answered = await kayes.submit('/station/airings', {
      slot: 'x',
      key: 'cle-du-formulaire-3',
      outcome: 'aired',
    });
    expect(answered.headers.get('location')).toBe('/station?avis=non-enregistre');
    expect((await kayes.get(`/station/files/${renditionId}`)).status).toBe(401);
    expect(await inventory(app)).toEqual(before);
  });

  it('refuses an answer that nobody can have given', async () => {
    const kayes = await signInStation(app, team.manager, 'KAY');
    const slot = (await app.ports.slots.all()).find(({ spotCode }) => spotCode === spot);
    const say = (form: Readonly<Record<string, string>>) =>
      kayes.submit('/station/airings', {
        slot: slot?.id ?? '',
        key: 'cle-du-formulaire-2',
        ...form,
      });
    await expectRefusal(() => say({ outcome: 'aired' }), 422, /./);
    await expectRefusal(() => say({ outcome: 'peut-etre' }), 422, /Il manque une information/);
    await expectRefusal(
      () =>
        kayes.submit('/station/airings/unplanned', {
          spot: '9999',
          day: 'hier',
          time: 'midi',
          key: 'cle-du-formulaire-3',
        }),
      422,
      /./,
    );
  });
});

describe('pages', () => {
  it('show names as they were written, never as markup', async () => {
    const name = '<img src=x onerror=alert(1)> & "Kayes"';
    const stations = await team.manager.get(`${documentsAt('station')}?filters[code][$eq]=BAF`);
    const [station] = stations.json['results'] as { documentId: string; name: string }[];
    const address = `${documentsAt('station')}/${station?.documentId}`;
    expect((await team.manager.put(address, { name })).status).toBe(200);
    try {
      const bafoulabe = await signInStation(app, team.manager, 'BAF');
      const { text } = await bafoulabe.get('/station/programme');
      expect(text).toContain('&lt;img src=x onerror=alert(1)');
      expect(text).not.toContain('<img src=x');
    } finally {
      await team.manager.put(address, { name: station?.name });
    }
  });

  it('answer a wrong link in French, to a program with JSON', async () => {
    const page = await personAt(app, null, { Accept: 'text/html' }).get(
      '/<script>alert(1)</script>',
    );
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(wordsOf(page)).toMatch(/Page introuvable/);
    expect(page.text).not.toContain('<script>');
    await expectRefusal(() => personAt(app, null).get('/rien'), 404, /n’existe pas/);
  });
});

describe('behind a proxy that the settings trust', () => {
  it('locks the visitor’s own address, and not everybody who comes through the proxy', async () => {
    const house = await bootApp({ env: { TRUST_PROXY: 'true' } });
    try {
      const { manager } = await gatherTeam(house);
      const issued = await manager.post('/desk/stations/NIO/access-code');
      const access = String(issued.data['accessCode']);
      const knock = async (visitor: string, code: string) => {
        const form = { station: 'NIO', access: code };
        const headers = { 'X-Forwarded-For': visitor };
        return (await stationBrowser(house).submit('/station/session', form, headers)).status;
      };
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        expect(await knock('203.0.113.7', 'AAAA-AAAA-AAAA')).toBe(401);
      }
      expect(await knock('203.0.113.7', access)).toBe(429);
      expect(await knock('203.0.113.8', access)).toBe(303);
    } finally {
      await house.stop();
    }
  });
});
