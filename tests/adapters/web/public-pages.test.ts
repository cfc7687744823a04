import { Readable } from 'node:stream';

import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  buildAudiogram,
  buildConsent,
  buildMessage,
  buildSpotVersion,
  buildTranslation,
} from '../../helpers/builders';
import { openWorld, recording, type World } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

async function read(path: string): Promise<string> {
  const answer = await world.fetch(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return answer.text();
}

describe('the first page', () => {
  it('says what this is and shows each person a door', async () => {
    const html = await read('/');
    expect(html).toContain('Partir informé');
    expect(html).toContain('tel:80000000');
    for (const door of ['/messages', '/station', '/admin'])
      expect(html).toContain(`href="${door}"`);
    expect(html).toContain('Association des radios de Kayes');
    expect(html).not.toContain('Données d’exemple');
  });

  it('says so when the campaign is an example', async () => {
    world.content.campaign = { ...world.content.campaign, isExample: true };
    expect(await read('/')).toContain('Données d’exemple');
  });

  it('makes no link of something that is no web address', async () => {
    world.content.campaign = {
      ...world.content.campaign,
      partners: [{ name: 'X', website: 'javascript:alert(1)', logoFile: null }],
    };
    expect(await read('/')).not.toContain('javascript:');
  });
});

describe('a message', () => {
  it('is read in each language that is published, and in no other', async () => {
    const french = await read('/messages/CHOIX-01');
    expect(french).toContain('<h1 class="headline" lang="fr">Avant de partir, informez-vous</h1>');
    expect(french).toContain('Centre d’écoute de Kayes');
    expect(french).toContain('langue=bm');
    expect(french).not.toContain('langue=snk');
    const bambara = await read('/messages/CHOIX-01?langue=bm');
    expect(bambara).toContain('<h1 class="headline" lang="bm">Sani i ka taa');
    expect(bambara).not.toContain('Traduction à faire vérifier');
  });

  it.each([
    ['/messages/CHOIX-01?langue=snk', 404, 'Pas encore dans cette langue'],
    ['/messages/CHOIX-01?langue=zz', 400, 'Langue inconnue'],
    ['/messages/CHOIX-01?langue=', 400, 'Langue inconnue'],
    ['/messages/CHOIX-01?langue=fr&langue=bm', 400, 'Langue inconnue'],
    ['/messages/CHOIX-01/card.png?langue=zz', 400, 'Langue inconnue'],
    ['/messages/AUTRE', 404, 'Message introuvable'],
    ['/messages/%3Cscript%3E', 404, 'Message introuvable'],
    ['/messages/__proto__', 404, 'Message introuvable'],
    ['/messages/CHOIX-01/audio/r-0042', 404, 'Enregistrement introuvable'],
    ['/mur/images/rien.png', 404, 'Image introuvable'],
  ])('%s answers %i in French', async (path, status, words) => {
    const answer = await world.fetch(path);
    expect(answer.status).toBe(status);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).not.toContain('<script');
  });

  it('that is not published is not there, neither in the list', async () => {
    world.content.messages.push(buildMessage({ code: 'BROUILLON' }));
    expect((await world.fetch('/messages/BROUILLON')).status).toBe(404);
    expect(await read('/messages')).not.toContain('BROUILLON');
  });

  it('says when the French text changed after the translation was checked', async () => {
    const [message] = world.content.messages;
    if (message?.translations.fr === undefined)
      throw new Error('The world has a message in French.');
    world.content.messages[0] = {
      ...message,
      translations: { ...message.translations, fr: { ...message.translations.fr, body: 'Autre.' } },
    };
    expect(await read('/messages/CHOIX-01?langue=bm')).toContain('Traduction à faire vérifier');
  });

  it('writes hostile text as text, also on its share card', async () => {
    const hostile = '"><script>alert(1)</script>';
    world.content.messages[0] = buildMessage({
      code: 'CHOIX-01',
      factsSource: hostile,
      helpContact: hostile,
      translations: {
        fr: buildTranslation({
          title: hostile,
          body: hostile,
          callToAction: hostile,
          isPublished: true,
        }),
      },
    });
    for (const path of ['/', '/messages', '/messages/CHOIX-01']) {
      expect(await read(path)).not.toContain('<script');
    }
    const card = await world.fetch('/messages/CHOIX-01/card.png');
    expect(card.status).toBe(200);
  });

  it('is passed on with a picture that is drawn once', async () => {
    const html = await read('/messages/CHOIX-01?langue=bm');
    expect(html).toContain(
      'property="og:image" content="http://127.0.0.1:1337/messages/CHOIX-01/card.png?langue=bm"',
    );
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.fetch('/messages/CHOIX-01/card.png?langue=bm')),
    );
    const pictures = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.headers.get('content-type')).toBe('image/png');
    expect(pictures[0]?.subarray(1, 4).toString()).toBe('PNG');
    expect(pictures[1]?.equals(pictures[0] ?? Buffer.alloc(0))).toBe(true);
    const etag = answers[0]?.headers.get('etag') ?? '';
    const again = await world.fetch('/messages/CHOIX-01/card.png?langue=bm', {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });
});

describe('the pictures of a message to share', () => {
  it('are one for a link and one that fills a telephone, both offered on the page', async () => {
    const html = await read('/messages/CHOIX-01');
    expect(html).toContain('href="/messages/CHOIX-01/card.png?langue=fr&amp;forme=statut"');
    const sizeOf = async (path: string) => {
      const answer = await world.fetch(path);
      expect(answer.status).toBe(200);
      const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      return [width, height];
    };
    const card = '/messages/CHOIX-01/card.png?langue=fr';
    expect(await sizeOf(card)).toEqual([1200, 630]);
    expect(await sizeOf(`${card}&forme=statut`)).toEqual([1080, 1920]);
    const odd = await world.fetch(`${card}&forme=ronde`);
    expect(odd.status).toBe(400);
    expect(await odd.text()).toContain('forme=statut');
  });
});

describe('the sound of a message', () => {
  const SOUND = '/messages/CHOIX-01/audio/r-0042';

  it('is heard by anybody, resumes, and has its transcript', async () => {
    const spot = await world.addSpot({ code: '0042', spot: { liveText: 'Ce que l’on entend.' } });
    const html = await read('/messages/CHOIX-01');
    expect(html).toContain(`src="${SOUND}"`);
    expect(html).toContain('Ce que l’on entend.');
    const part = await world.fetch(SOUND, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(spot.content.subarray(100, 200));
    const saved = await world.fetch(`${SOUND}?dl=1`);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="0042_v1/);
    await saved.arrayBuffer();
    expect(await world.ports.receipts.all()).toEqual([]);
  });

  it.each([
    ['before its first day', { flightStart: '2026-12-03' }],
    ['after its last day', { flightEnd: '2026-12-01' }],
    ['in a language that is not published', { language: 'snk' as const }],
    ['of another message', { messageCode: 'AUTRE' }],
    ['with a real voice and no consent', { voices: 'adult' as const }],
  ])('is silent %s', async (_story, spot) => {
    await world.addSpot({ code: '0042', spot });
    expect(await read('/messages/CHOIX-01')).not.toContain('<audio');
    expect((await world.fetch(SOUND)).status).toBe(404);
  });

  it('needs a consent for the web, not only for the radio', async () => {
    await world.addSpot({ code: '0042', spot: { voices: 'adult' } });
    const consent = buildConsent({ subject: { kind: 'spot', code: '0042' }, channels: ['radio'] });
    await world.ports.consents.add(consent);
    expect((await world.fetch(SOUND)).status).toBe(404);
    await world.ports.consents.add({ ...consent, id: 'c2', channels: ['radio', 'web'] });
    const heard = await world.fetch(SOUND);
    expect(heard.status).toBe(200);
    await heard.arrayBuffer();
    await world.ports.consents.withdraw('c2', 'user:manager', world.clock.now());
    expect((await world.fetch(SOUND)).status).toBe(404);
  });

  it('stays while a newer recording is prepared', async () => {
    await world.addSpot({ code: '0042' });
    await world.ports.spotVersions.add(
      buildSpotVersion({ spotCode: '0042', id: 'v2', state: 'preparing' }),
    );
    const heard = await world.fetch(SOUND);
    expect(heard.status).toBe(200);
    await heard.arrayBuffer();
  });
});

describe('the wall of the simulated network', () => {
  it('says that it is none, empty or not', async () => {
    const empty = await read('/mur');
    expect(empty).toContain('réseau simulé');
    expect(empty).toContain('Aucune publication pour le moment');
  });

  it('shows posts, newest first, with only the pictures that were posted', async () => {
    await world.fetch('/messages/CHOIX-01/card.png').then((answer) => answer.arrayBuffer());
    const { readdir } = await import('node:fs/promises');
    const [card] = await readdir(`${world.folder}/cards`);
    const post = { accountName: 'Campagne', language: 'fr' as const, altText: 'Carte' };
    world.wall.push(
      {
        ...post,
        text: 'Hier <b>',
        pictureKey: null,
        publishedAt: new Date('2026-12-01T09:00:00Z'),
      },
      {
        ...post,
        text: 'Demain',
        pictureKey: `cards/${card}`,
        publishedAt: new Date('2026-12-02T07:00:00Z'),
      },
    );
    const html = await read('/mur');
    expect(html.indexOf('Demain')).toBeLessThan(html.indexOf('Hier &lt;b>'));
    expect(html).toContain(`src="/mur/images/${card}"`);
    const picture = await world.fetch(`/mur/images/${card}`);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/png');
    await picture.arrayBuffer();
    expect((await world.fetch('/mur/images/..%2Frenditions%2F0042.mp3')).status).toBe(404);
  });
});

describe('a film on the wall', () => {
  const KEY = 'audiograms/0042/abcdef.mp4';
  const bytes = recording(20_000, 'a film');
  const altText = 'Une onde sonore sur un lever de soleil (exemple)';

  /** A film of spot 0042 that was posted, as the worker stores one. */
  async function postFilm(): Promise<void> {
    await world.addSpot({ code: '0042' });
    await world.ports.files.put(KEY, Readable.from([bytes]), 50_000_000);
    const film = buildAudiogram({ spotVersionId: 'v-0042' });
    await world.ports.audiograms.add(film);
    await world.ports.audiograms.update(film.id, { state: 'ready', storageKey: KEY });
    world.wall.push({
      accountName: 'Campagne',
      language: 'fr',
      altText,
      text: 'Écoutez.',
      pictureKey: KEY,
      publishedAt: new Date('2026-12-02T07:00:00Z'),
    });
  }

  it('is a player with its description and its poster, and costs nothing before it is played', async () => {
    await postFilm();
    const html = await read('/mur');
    const [player] = /<video[^>]*>/.exec(html) ?? [''];
    expect(player).toContain('src="/mur/films/abcdef.mp4"');
    expect(player).toContain('poster="/mur/affiches/abcdef.mp4"');
    expect(player).toContain(`aria-label="${altText}"`);
    expect(player).toContain('preload="none"');
    expect(player).toContain('width="1080" height="1080"');
    expect(player).toContain('controls');
    expect(html).not.toContain('<img');
    const poster = await world.fetch('/mur/affiches/abcdef.mp4');
    expect(poster.headers.get('content-type')).toBe('image/png');
    const { width, height } = await sharp(Buffer.from(await poster.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1080, 1080]);
  });

  it('is served whole, in parts, and not again when it is known', async () => {
    await postFilm();
    const ask = (headers: Record<string, string> = {}) =>
      world.fetch('/mur/films/abcdef.mp4', { headers });
    const whole = await ask();
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await ask({ range: 'bytes=1000-1999' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 1000-1999/20000');
    const middle = Buffer.from(await part.arrayBuffer());
    expect(middle.equals(bytes.subarray(1000, 2000))).toBe(true);
    expect((await ask({ range: 'bytes=90000-' })).status).toBe(416);
    const etag = whole.headers.get('etag') ?? '';
    expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  });

  it('is shown without a poster when its spot is gone, and nothing is served that was not posted', async () => {
    await postFilm();
    const orphan = 'audiograms/0099/123456.mp4';
    await world.ports.files.put(orphan, Readable.from([bytes]), 50_000_000);
    for (const path of [
      '/mur/films/123456.mp4',
      '/mur/affiches/123456.mp4',
      '/mur/images/abcdef.mp4',
      '/mur/films/..%2F0099%2F123456.mp4',
    ]) {
      expect((await world.fetch(path)).status).toBe(404);
    }
    world.wall.push(...world.wall.map((entry) => ({ ...entry, pictureKey: orphan })));
    const html = await read('/mur');
    expect(html).toContain('src="/mur/films/123456.mp4"');
    expect(html).not.toContain('/mur/affiches/123456.mp4');
    expect((await world.fetch('/mur/affiches/123456.mp4')).status).toBe(404);
  });
});

describe('an accident', () => {
  it('is a page in French for the visitor and a line for the engineer', async () => {
    world.ports.content.campaign = async () => {
      throw new Error('The database is gone.');
    };
    const answer = await world.fetch('/?token=secret');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('Une erreur est survenue');
    expect(html).not.toContain('database');
    expect(world.accidents.splice(0)).toEqual(['GET /?token=…: Error: The database is gone.']);
  });
});
