import { beforeAll, beforeEach, afterAll, describe, expect, it } from 'vitest';

import { buildAiring } from '../helpers/builders';
import { demoSound, documentsAt, personAt, type Json } from '../helpers/desk-client';
import {
  filesOf,
  gatherTeam,
  newSpot,
  plan,
  readySpot,
  spotForm,
  write,
  type Team,
} from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let team: Team;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
});
beforeEach(() => app.setClock(null));
afterAll(() => app.setClock(null));

describe('the code of a spot', () => {
  const SPOTS = documentsAt('spot');

  it('is given in order, and never again after the spot was deleted', async () => {
    const first = await write(team.journalist, 'spot', spotForm(app));
    const deleted = await team.manager.ask('DELETE', `${SPOTS}/${String(first['documentId'])}`);
    expect(deleted.status).toBe(200);
    const next = await newSpot(app, team.journalist);
    expect(Number(next)).toBe(Number(first['code']) + 1);
    const again = await team.journalist.post(SPOTS, spotForm(app, { code: first['code'] }));
    expect([again.status, again.message]).toEqual([
      400,
      `Le code ${String(first['code'])} a déjà été donné à un spot et ne sert qu’une fois.`,
    ]);
  });

  it('is given once, however many ask at the same time', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => newSpot(app, team.journalist)));
    expect(new Set(codes).size).toBe(8);
  });

  it('does not change', async () => {
    const spot = await write(team.journalist, 'spot', spotForm(app));
    const address = `${SPOTS}/${String(spot['documentId'])}`;
    const changed = await team.journalist.put(address, { code: '9000' });
    expect([changed.status, changed.message]).toEqual([
      400,
      expect.stringContaining('il ne change plus'),
    ]);
    expect((await team.journalist.put(address, { title: 'Autre titre' })).status).toBe(200);
    const kept = await team.journalist.get(address);
    expect([kept.data['code'], kept.data['title']]).toEqual([spot['code'], 'Autre titre']);
  });

  it.each([
    ['station', 'KAY'],
    ['zone', 'KAYES'],
    ['theme', 'DESERT'],
  ])('nor does that of a %s', async (type, code) => {
    const found = await team.manager.get(`${documentsAt(type)}?filters[code][$eq]=${code}`);
    const [document] = found.json['results'] as { documentId: string }[];
    const address = `${documentsAt(type)}/${document?.documentId}`;
    const other = type === 'station' ? 'XYZ' : 'AUTRE';
    const changed = await team.manager.put(address, { code: other });
    expect([changed.status, changed.message]).toEqual([
      400,
      `Le code ${code} ne change plus : d’autres enregistrements s’y réfèrent.`,
    ]);
  });
});

describe('the review of a message', () => {
  const MESSAGES = documentsAt('message');
  const TEXT = { title: 'Titre', body: 'Texte', callToAction: 'Appelez' };
  let count = 0;

  async function newMessage(what: Json = {}): Promise<string> {
    count += 1;
    const shared = { factsSource: 'Source', helpContact: '+223 00 00 00 00' };
    const form = { ...TEXT, ...shared, code: `MSG-RELECTURE-${count}`, ...what };
    return String((await write(team.journalist, 'message', form))['documentId']);
  }
  async function stateOf(message: string): Promise<unknown> {
    return (await team.administrator.get(`${MESSAGES}/${message}?locale=fr`)).data['reviewState'];
  }
  const submit = (message: string) =>
    team.journalist.post(`/desk/messages/${message}/submit`, { language: 'fr' });
  const review = (message: string, action: string, note = '') =>
    team.reviewer.post(`/desk/messages/${message}/review`, { language: 'fr', action, note });
  const publish = (message: string, form: Json = {}) =>
    team.reviewer.post(`${MESSAGES}/${message}/actions/publish?locale=fr`, form);
  async function approved(): Promise<string> {
    const message = await newMessage();
    expect((await submit(message)).status).toBe(200);
    expect((await review(message, 'approve')).status).toBe(200);
    return message;
  }

  it('cannot be written into a form, whoever sends it', async () => {
    const forged = { reviewState: 'approved', reviewNote: 'Parfait', translatedFrom: 'x' };
    const message = await newMessage(forged);
    expect(await stateOf(message)).toBe('draft');
    for (const person of [team.journalist, team.reviewer, team.manager, team.administrator]) {
      await person.put(`${MESSAGES}/${message}?locale=fr`, { ...forged, factsSource: 'Autre' });
      expect(await stateOf(message)).toBe('draft');
    }
    expect((await publish(message, forged)).status).toBe(400);
    expect(await stateOf(message)).toBe('draft');
  });

  it('comes before publishing', async () => {
    const message = await newMessage();
    const refused = [400, expect.stringContaining('pas encore approuvé')];
    const early = await publish(message);
    expect([early.status, early.message]).toEqual(refused);
    await submit(message);
    const waiting = await publish(message);
    expect([waiting.status, waiting.message]).toEqual(refused);
    await review(message, 'approve');
    expect((await publish(message)).status).toBe(200);
    const page = await personAt(app, null).get(`/messages/MSG-RELECTURE-${count}`);
    expect(page.status).toBe(200);
  });

  it('is over when the words change: the text is a draft again', async () => {
    const message = await approved();
    await team.journalist.put(`${MESSAGES}/${message}?locale=fr`, { ...TEXT, body: 'Autre texte' });
    expect(await stateOf(message)).toBe('draft');
    expect((await publish(message)).status).toBe(400);
  });

  it('stands when the same words are saved again', async () => {
    const message = await approved();
    await team.journalist.put(`${MESSAGES}/${message}?locale=fr`, TEXT);
    expect(await stateOf(message)).toBe('approved');
  });

  it('cannot be passed by changing the words in the very request that publishes', async () => {
    const message = await approved();
    const answer = await publish(message, { ...TEXT, body: 'Glissé au dernier moment' });
    expect(answer.status).toBe(400);
    const draft = await team.administrator.get(`${MESSAGES}/${message}?locale=fr`);
    expect([draft.data['body'], draft.data['reviewState']]).toEqual(['Texte', 'approved']);
  });

  it('of a copy begins anew', async () => {
    const message = await approved();
    const copy = await team.reviewer.post(`${MESSAGES}/clone/${message}?locale=fr`, {
      ...TEXT,
      code: `MSG-COPIE-${count}`,
    });
    expect(copy.status, copy.text).toBe(200);
    expect(await stateOf(String(copy.data['documentId']))).toBe('draft');
  });

  it('says what to mend when a text goes back', async () => {
    const message = await newMessage();
    await submit(message);
    expect((await review(message, 'return')).status).toBe(422);
    expect((await review(message, 'return', 'Trop long.')).status).toBe(200);
    expect(await stateOf(message)).toBe('returned');
  });
});

describe('a post', () => {
  let count = 0;
  const AN_HOUR_MS = 3_600_000;

  async function approvedPost(): Promise<{ code: string; address: string }> {
    count += 1;
    const code = `POST-DOCUMENT-${count}`;
    const accounts = await team.journalist.get(documentsAt('social-account'));
    const [account] = accounts.json['results'] as { documentId: string }[];
    const post = await write(team.journalist, 'post', {
      code,
      textFr: `Une information vérifiée, ${count}.`,
      cardTitle: 'Partir informé',
      altText: 'Un soleil se lève',
      depicts: 'no-real-person',
      dueAt: new Date(Date.now() + AN_HOUR_MS).toISOString(),
      lateToleranceMinutes: 720,
      accounts: { connect: [{ documentId: account?.documentId }] },
    });
    const approved = await team.manager.post(`/desk/posts/${code}/approve`);
    expect(approved.status, approved.text).toBe(200);
    return { code, address: `${documentsAt('post')}/${String(post['documentId'])}` };
  }
  async function twoHoursLater(): Promise<void> {
    app.setClock(new Date(Date.now() + 2 * AN_HOUR_MS));
    await app.runDue();
  }
  const wall = async () => (await personAt(app, null).get('/mur')).text;

  it('goes out as it was approved', async () => {
    const { code } = await approvedPost();
    await twoHoursLater();
    const deliveries = await app.ports.deliveries.ofPost(code);
    expect(deliveries.map(({ state }) => state)).toEqual(['sent']);
    expect(await wall()).toContain(`Une information vérifiée, ${count}.`);
  });

  it('that was edited after its approval does not go out, in neither version', async () => {
    const { code, address } = await approvedPost();
    expect((await team.journalist.put(address, { textFr: 'Glissé après coup.' })).status).toBe(200);
    await twoHoursLater();
    expect(
      (await app.ports.deliveries.ofPost(code)).filter(({ state }) => state === 'sent'),
    ).toEqual([]);
    expect(await wall()).not.toContain('Glissé après coup.');
    expect(await wall()).not.toContain(`Une information vérifiée, ${count}.`);
  });

  it('has a code of its own', async () => {
    await approvedPost();
    const again = await team.journalist.post(documentsAt('post'), {
      code: `POST-DOCUMENT-${count}`,
      depicts: 'no-real-person',
      lateToleranceMinutes: 60,
    });
    expect([again.status, again.message]).toEqual([
      400,
      'Cette valeur est déjà prise : donnez-en une autre.',
    ]);
  });
});

describe('somebody who was seen or heard', () => {
  const consent = (kind: 'spot' | 'post', code: string) => ({
    subject: { kind, code },
    reference: 'KAYES-2026-0042',
    voices: 'adult',
    channels: ['radio', 'web', 'social'],
    languages: ['fr'],
    isAidIndependent: true,
    expiresOn: '2028-06-30',
  });
  const spotWith = async (voices: string) => {
    const spot = await write(team.journalist, 'spot', spotForm(app, { voices }));
    return {
      code: String(spot['code']),
      address: `${documentsAt('spot')}/${String(spot['documentId'])}`,
    };
  };

  it('is not declared away after a consent, not even once it was withdrawn', async () => {
    const { code, address } = await spotWith('adult');
    const recorded = await team.journalist.post('/desk/consents', consent('spot', code));
    const id = String(recorded.data['id']);
    expect((await team.journalist.post(`/desk/consents/${id}/withdraw`)).status).toBe(200);
    const flipped = await team.journalist.put(address, { voices: 'no-real-person' });
    expect([flipped.status, flipped.message]).toEqual([
      400,
      expect.stringContaining('Créez un autre spot.'),
    ]);
    expect((await app.ports.content.spotByCode(code))?.voices).toBe('adult');
    expect((await team.journalist.put(address, { voices: 'minor' })).status).toBe(200);
  });

  it('may be corrected while nobody has signed anything', async () => {
    const { address } = await spotWith('adult');
    expect((await team.journalist.put(address, { voices: 'no-real-person' })).status).toBe(200);
  });

  it('does not lend a consent to a new post under an old code, nor a picture by its key', async () => {
    const form = {
      code: 'POST-FEMME',
      textFr: 'Une femme raconte.',
      depicts: 'adult',
      lateToleranceMinutes: 60,
      pictureKey: 'masters/0001/quelque-chose',
    };
    const post = await write(team.journalist, 'post', form);
    const address = `${documentsAt('post')}/${String(post['documentId'])}`;
    expect((await app.ports.content.postByCode('POST-FEMME'))?.pictureKey).toBeNull();
    await team.journalist.put(address, { pictureKey: 'masters/0001/quelque-chose' });
    expect((await app.ports.content.postByCode('POST-FEMME'))?.pictureKey).toBeNull();

    const recorded = await team.journalist.post('/desk/consents', consent('post', 'POST-FEMME'));
    expect(recorded.status, recorded.text).toBe(201);
    const flipped = await team.journalist.put(address, { depicts: 'no-real-person' });
    expect([flipped.status, flipped.message]).toEqual([
      400,
      expect.stringContaining('Créez une autre publication.'),
    ]);
    expect((await team.manager.ask('DELETE', address)).status).toBe(200);
    const again = await team.journalist.post(documentsAt('post'), form);
    expect([again.status, again.message]).toEqual([
      400,
      'Le code POST-FEMME a déjà servi à une publication : donnez-en un autre.',
    ]);
  });

  it('has to be declared: a post says who is seen on it', async () => {
    const silent = await team.journalist.post(documentsAt('post'), { code: 'POST-MUET' });
    expect(silent.status, silent.text).toBe(400);
  });
});

describe('a radio station', () => {
  it('that aired something stays, and its figures with it; one that aired nothing may go', async () => {
    const form = {
      code: 'ESS',
      name: 'Radio d’essai',
      place: 'Kayes',
      timeZone: 'Africa/Bamako',
      languages: ['fr'],
    };
    const station = await write(team.manager, 'station', form);
    const address = `${documentsAt('station')}/${String(station['documentId'])}`;
    await app.ports.airings.add(buildAiring({ id: 'essai-1', stationCode: 'ESS', slotId: null }));
    const kept = await team.manager.ask('DELETE', address);
    expect([kept.status, kept.message]).toEqual([
      400,
      expect.stringContaining('elle compte dans les résultats'),
    ]);
    expect(await app.ports.content.stationByCode('ESS')).not.toBeNull();

    const other = await write(team.manager, 'station', { ...form, code: 'ESV' });
    const gone = `${documentsAt('station')}/${String(other['documentId'])}`;
    expect((await team.manager.ask('DELETE', gone)).status).toBe(200);
  });
});

describe('a spot without a recording', () => {
  it('cannot be planned', async () => {
    const planned = await plan(app, team.manager, await newSpot(app, team.journalist));
    expect(planned.status).toBe(422);
  });
});

describe('the library of pictures and sheets', () => {
  async function uploaded(name: string, content: Uint8Array): Promise<Json> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(content)]), name);
    const response = await fetch(`${app.url}/upload`, {
      method: 'POST',
      headers: { Authorization: await app.signIn('yeelen-campaign-manager') },
      body: form,
    });
    const answered = (await response.json()) as Json[];
    expect(response.status, JSON.stringify(answered)).toBe(201);
    return answered[0] ?? {};
  }
  const onePixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const visitor = () => personAt(app, null);
  const at = (url: unknown) => String(url).replace(app.url, '');

  it('is shown to whoever the desk gave a fresh address, and to nobody else', async () => {
    const file = await uploaded('feuille.png', onePixel);
    const shown = await team.manager.get(`/upload/files/${String(file['id'])}`);
    const address = at(shown.json['url']);
    expect(address).toMatch(/^\/library\/[\w-]+\.png\?until=\d+&sig=[\w-]+$/);

    const picture = await visitor().get(address);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(picture.headers.get('cache-control')).toBe('private, no-store');

    const bare = address.split('?')[0] ?? '';
    const [, until, signature] = /until=(\d+)&sig=(.+)$/.exec(address) ?? [];
    const wrong = [
      bare,
      `${bare}?until=${until}`,
      `${bare}?until=${until}&sig=AAAA`,
      `${bare}?until=${Number(until) + 3600}&sig=${signature}`,
      `${bare}?until=${until}&sig=${signature}&sig=${signature}`,
      `/library/autre.png?until=${until}&sig=${signature}`,
      `/library/..%2F..%2Fdata%2Fyeelen.db?until=${until}&sig=${signature}`,
      bare.replace('/library/', '/uploads/'),
    ];
    for (const each of wrong) expect((await visitor().get(each)).status, each).toBe(404);

    app.setClock(new Date(Date.now() + 31 * 60_000));
    expect((await visitor().get(address)).status).toBe(404);
  });

  it('keeps its files in the media folder, away from what is public', async () => {
    const before = (await filesOf('public')).length;
    const file = await uploaded('presences.png', onePixel);
    const names = await filesOf(`${app.folders.media}/library`);
    expect(names.some((name) => name.endsWith(`${String(file['hash'])}.png`))).toBe(true);
    expect((await filesOf('public')).length).toBe(before);
  });

  it('shows a journalist what they sent themselves, not the sheets of others', async () => {
    const file = await uploaded('presences-d-un-autre.png', onePixel);
    const one = await team.journalist.get(`/upload/files/${String(file['id'])}`);
    expect(one.status).toBe(403);
    const all = await team.journalist.get('/upload/files?pageSize=100');
    expect(all.status).toBe(200);
    expect(JSON.stringify(all.json)).not.toContain('presences-d-un-autre');
    const everything = await team.manager.get('/upload/files?pageSize=100');
    expect(JSON.stringify(everything.json)).toContain('presences-d-un-autre');
  });

  it('hands a page posing as a sheet out for saving only', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const file = await uploaded('feuille.pdf', page).catch(() => null);
    if (file === null) return;
    const shown = await team.manager.get(`/upload/files/${String(file['id'])}`);
    const sheet = await visitor().get(at(shown.json['url']));
    expect(sheet.headers.get('content-disposition')).toBe('attachment');
    expect(sheet.headers.get('content-type')).toBe('application/octet-stream');
  });
});

describe('a master', () => {
  it('is never handed out: only what was prepared from it', async () => {
    const code = await newSpot(app, team.journalist);
    const sound = await demoSound('spot-fr.mp3');
    await team.journalist.upload(`/desk/spots/${code}/recording`, sound, 'x.mp3');
    const version = await app.ports.spotVersions.latest(code);
    for (const address of [
      `/media/${version?.masterKey}`,
      `/${version?.masterKey}`,
      `/library/${version?.masterKey}`,
      `/uploads/${version?.masterKey}`,
    ]) {
      expect((await personAt(app, null).get(address)).status).toBe(404);
    }
  });
});

describe('a delivery profile', () => {
  it('that is added asks at once for the files it wants', async () => {
    const spotCode = await readySpot(app, team.journalist);
    await write(team.manager, 'delivery-profile', {
      code: 'MP3-96',
      name: 'MP3 96 kbit/s mono',
      codec: 'mp3',
      bitRateKbps: 96,
      sampleRateHz: 44_100,
      channels: 1,
      targetLufs: -16,
      ceilingDbtp: -1,
    });
    const version = await app.ports.spotVersions.latest(spotCode);
    await app.runDue();
    const made = await app.ports.renditions.ofVersion(version?.id ?? '');
    expect(made.map(({ profileCode }) => profileCode)).toContain('MP3-96');
  });
});

describe('the thresholds of the check', () => {
  const SOUND_CHECK = '/content-manager/single-types/api::sound-check.sound-check';
  const set = (limit: string, value: number) =>
    team.manager.put(SOUND_CHECK, { [limit]: { value, source: 'Essai du 26 novembre' } });

  it('are set by the manager, each with its source, and hold for the next recording', async () => {
    const short = await set('minimumSeconds', 59);
    expect(short.status).toBe(200);
    try {
      expect(await app.ports.content.limitSettings()).toEqual({ minimumSeconds: 59 });
      const code = await newSpot(app, team.journalist);
      await team.journalist.upload(
        `/desk/spots/${code}/recording`,
        await demoSound('spot-fr.mp3'),
        'x.mp3',
      );
      await app.runDue();
      const version = await app.ports.spotVersions.latest(code);
      expect(version?.state).toBe('refused');
      expect(version?.verdict?.reasons[0]).toMatchObject({ kind: 'too-short', minimumSeconds: 59 });
    } finally {
      expect((await team.manager.put(SOUND_CHECK, { minimumSeconds: null })).status).toBe(200);
    }
    expect(await app.ports.content.limitSettings()).toEqual({});
  });

  it('cannot be set so that everything, or nothing, would be refused', async () => {
    const refused = await set('quietBelowLufs', -5);
    expect([refused.status, refused.message]).toEqual([
      400,
      'Le seuil de la voix faible se règle entre −60 et −16.',
    ]);
    const upsideDown = await set('refusedBelowLufs', -25);
    expect([upsideDown.status, upsideDown.message]).toEqual([
      400,
      expect.stringContaining('avant d’être signalée'),
    ]);
    const nameless = await team.manager.put(SOUND_CHECK, { maximumCrestLu: { value: 20 } });
    expect(nameless.status).toBe(400);
  });

  it('are none of a journalist’s business', async () => {
    const answer = await team.journalist.put(SOUND_CHECK, {
      maximumCrestLu: { value: 20, source: 'x' },
    });
    expect(answer.status).toBe(403);
  });
});
