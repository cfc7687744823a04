import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { buildConsent } from '../../helpers/builders';
import { openWorld, TODAY, type World } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

/** The value of a hidden field, as the page of the slot gives it. */
function hiddenKey(html: string): string {
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1];
  if (key === undefined) throw new Error('There is no form on the page.');
  return key;
}

async function programme(cookie: string): Promise<string> {
  return (await world.fetch('/station/programme', { headers: { cookie } })).text();
}

describe('the door of a station', () => {
  it('opens with both codes, however they are typed, and leads to the programme', async () => {
    const access = (await world.accessCode()).toLowerCase().replaceAll('-', ' ');
    const answer = await world.post('/station/session', { station: 'kay', access });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/station/programme');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^yeelen_station=[\w-]{43,}; Path=\/station; HttpOnly; SameSite=Lax$/,
    );
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await world.fetch('/station/programme', { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Radio Rurale de Kayes');
    const again = await world.fetch('/station', { headers: { cookie } });
    expect(again.headers.get('location')).toBe('/station/programme');
  });

  it('marks the cookie Secure when the public address is https', async () => {
    const secure = await openWorld({ publicUrl: 'https://yeelen.example' });
    const access = await secure.accessCode();
    const answer = await secure.post('/station/session', { station: 'KAY', access });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
    await secure.close();
  });

  it('says after a wrong code how many tries are left, and locks this station and address after five', async () => {
    const access = await world.accessCode();
    const wrong = { station: 'KAY', access: 'ZZZZ-ZZZZ-ZZZZ' };
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await world.post('/station/session', wrong);
      expect(answer.status).toBe(401);
      const html = await answer.text();
      expect(html).toContain('role="alert"');
      expect(html).toContain(left === 0 ? 'dernier essai' : `${left} essai`);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    const locked = await world.post('/station/session', { station: 'KAY', access });
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    expect(await locked.text()).toContain('Trop d’essais');

    const other = await world.post('/station/session', {
      station: 'BKO',
      access: await world.accessCode('BKO'),
    });
    expect(other.status).toBe(303);

    world.clock.advance({ minutes: 16 });
    expect((await world.post('/station/session', { station: 'KAY', access })).status).toBe(303);
  });

  it('answers alike to an unknown station, hostile text and a wrong code', async () => {
    for (const station of ['XXX', '"><script>', 'KAY']) {
      const answer = await world.post('/station/session', { station, access: 'nope' });
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('<script');
    }
  });

  it('asks for both codes, and counts no failure when one is missing', async () => {
    for (let tries = 0; tries < 7; tries += 1) {
      expect((await world.post('/station/session', { station: 'KAY', access: '' })).status).toBe(
        422,
      );
    }
  });

  it('refuses a form from another site', async () => {
    const access = await world.accessCode();
    const answer = await world.post(
      '/station/session',
      { station: 'KAY', access },
      { origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('Ce formulaire ne vient pas de nos pages');
  });

  it('refuses a form of a megabyte', async () => {
    const answer = await world.post('/station/session', {
      station: 'KAY',
      access: 'x'.repeat(1e6),
    });
    expect(answer.status).toBe(413);
  });

  it('sends a visitor without a session back to the form, and says why', async () => {
    const unknown = await world.fetch('/station/programme');
    expect(unknown.status).toBe(303);
    expect(unknown.headers.get('location')).toBe('/station?avis=connexion');

    const cookie = await world.signIn();
    world.clock.advance({ days: 1 });
    const expired = await world.fetch('/station/programme', { headers: { cookie } });
    expect(expired.headers.get('location')).toBe('/station?avis=expiree');
    expect(expired.headers.get('set-cookie')).toContain('Max-Age=0');
    const door = await (await world.fetch('/station?avis=expiree')).text();
    expect(door).toContain('Votre session est terminée');

    const lost = await world.post('/station/airings', { slot: 'x' }, { cookie });
    expect(lost.headers.get('location')).toBe('/station?avis=non-enregistre');
    expect((await world.fetch('/station?avis=constructor')).status).toBe(200);
  });

  it('closes at sign-out: the cookie opens nothing any more', async () => {
    const cookie = await world.signIn();
    const out = await world.post('/station/sign-out', {}, { cookie });
    expect(out.headers.get('location')).toBe('/station?avis=sortie');
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    const after = await world.fetch('/station/programme', { headers: { cookie } });
    expect(after.status).toBe(303);
  });
});

describe('the programme of a station', () => {
  it('puts unanswered days first, then today, the files and the week', async () => {
    await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's-yesterday', spotCode: '0042', airDate: '2026-12-01' });
    await world.addSlot({ id: 's-today', spotCode: '0042' });
    await world.addSlot({ id: 's-later', spotCode: '0042', airDate: '2026-12-04' });
    await world.addSlot({ id: 's-other', spotCode: '0042', stationCode: 'BKO' });
    const html = await programme(await world.signIn());
    const order = [
      'À confirmer',
      'creneau-s-yesterday',
      'Aujourd’hui',
      'creneau-s-today',
      'Fichiers de la semaine',
      'La semaine qui vient',
      'creneau-s-later',
      'Diffusion non prévue',
    ].map((words) => html.indexOf(words));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(html).not.toContain('s-other');
    expect(html).toContain('48\u00a0Ko');
    expect(html).toContain('preload="none"');
    expect(html).toContain('<p class="read" lang="fr">');
  });

  it('says that a day is empty', async () => {
    expect(await programme(await world.signIn())).toContain('Rien à diffuser aujourd’hui');
  });

  it('shows neither file nor text of a spot that is held back, but why', async () => {
    await world.addSpot({ code: '0050', spot: { voices: 'adult', liveText: 'Texte retenu' } });
    await world.addSlot({ id: 's1', spotCode: '0050' });
    const cookie = await world.signIn();
    const html = await programme(cookie);
    expect(html).toContain('ne le diffusez pas');
    expect(html).toContain('aucun consentement');
    expect(html).not.toContain('/station/files/');
    expect(html).not.toContain('Texte retenu');
    expect((await world.fetch('/station/files/r-0050?dl=1', { headers: { cookie } })).status).toBe(
      403,
    );

    await world.ports.consents.add(buildConsent({ subject: { kind: 'spot', code: '0050' } }));
    expect(await programme(cookie)).toContain('/station/files/r-0050?dl=1');
  });

  it('asks to erase what was downloaded of a voice that was taken back, and of a spot that is gone', async () => {
    await world.addSpot({ code: '0050', spot: { voices: 'adult' } });
    await world.addSlot({ id: 's1', spotCode: '0050' });
    const subject = { kind: 'spot', code: '0050' } as const;
    const withdrawnAt = world.ports.system.now();
    await world.ports.consents.add(buildConsent({ subject, voices: 'adult', withdrawnAt }));
    const cookie = await world.signIn();
    expect(await programme(cookie)).toContain('Si vous avez déjà le fichier, effacez-le.');
    world.content.spots = world.content.spots.filter(({ code }) => code !== '0050');
    expect(await programme(cookie)).toContain('La campagne a retiré ce spot');
  });

  it('writes hostile titles as text', async () => {
    await world.addSpot({
      code: '0042',
      spot: { title: '<script>alert(1)</script>', liveText: '</p><script>alert(2)</script>' },
    });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    expect(await programme(await world.signIn())).not.toContain('<script');
  });

  it('is light: a full week of ten spots a day loads in 14 KB, headers included', async () => {
    for (const code of ['0041', '0042', '0043', '0044', '0045', '0046']) {
      await world.addSpot({
        code,
        spot: { title: `Spot ${code}, avant de partir`, liveText: `Texte ${code}. `.repeat(40) },
      });
    }
    for (let day = 1; day <= 9; day += 1) {
      for (let hour = 6; hour < 16; hour += 1) {
        const airDate = `2026-12-0${day}`;
        const at = `${airDate}T${String(hour).padStart(2, '0')}`;
        await world.addSlot({
          id: crypto.randomUUID(),
          spotCode: `004${1 + (hour % 6)}`,
          airDate,
          windowStart: new Date(`${at}:00:00Z`),
          windowEnd: new Date(`${at}:30:00Z`),
        });
      }
    }
    const cookie = await world.signIn();
    const answer = await world.fetch('/station/programme', {
      headers: { cookie, 'accept-encoding': 'gzip' },
    });
    const headerBytes = [...answer.headers].reduce(
      (sum, [name, value]) => sum + name.length + value.length + 4,
      'HTTP/1.1 200 OK\r\n'.length,
    );
    expect(Number(answer.headers.get('content-length')) + headerBytes).toBeLessThanOrEqual(
      14 * 1024,
    );
    expect(headerBytes).toBeLessThan(700);
    await answer.arrayBuffer();
  });
});

describe('what a station answers', () => {
  beforeEach(async () => {
    await world.addSpot({ code: '0042' });
    await world.addSlot({ id: 's1', spotCode: '0042' });
  });

  it('confirms in one tap, and says so', async () => {
    const cookie = await world.signIn();
    const key = hiddenKey(await programme(cookie));
    const form = { slot: 's1', outcome: 'aired', key };
    const answer = await world.post('/station/airings', form, { cookie });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/station/programme?fait=aired#creneau-s1');
    const page = await world.fetch('/station/programme?fait=aired', { headers: { cookie } });
    const html = await page.text();
    expect(html).toContain('C’est noté');
    expect(html).toContain('Diffusé dans le créneau');

    await world.post('/station/airings', form, { cookie });
    const ledger = await world.ports.airings.all();
    expect(ledger).toHaveLength(1);
    expect(ledger[0]).toMatchObject({
      outcome: 'aired',
      saidBy: 'station:KAY',
      evidence: 'page',
      durationSeconds: 30,
    });
  });

  it('can be corrected: another time, then not aired', async () => {
    const cookie = await world.signIn();
    const say = async (form: Record<string, string>) =>
      world.post(
        '/station/airings',
        { slot: 's1', key: hiddenKey(await programme(cookie)), ...form },
        { cookie },
      );
    expect((await say({ outcome: 'aired' })).status).toBe(303);
    expect((await say({ outcome: 'aired-at-another-time', time: '6h15' })).status).toBe(303);
    expect(await programme(cookie)).toContain('Diffusé à 6\u00a0h\u00a015');
    expect((await say({ outcome: 'missed', reason: 'power' })).status).toBe(303);
    expect(await programme(cookie)).toContain('coupure de courant');
    expect(await world.ports.airings.all()).toHaveLength(3);
    expect(await world.ports.airings.currentOfSlot('s1')).toMatchObject({ outcome: 'missed' });
  });

  it.each([
    ['without a reason', { outcome: 'missed' }, 'pourquoi'],
    ['without a time', { outcome: 'aired-at-another-time' }, 'Indiquez l’heure'],
    [
      'with a time still to come',
      { outcome: 'aired-at-another-time', time: '23:00' },
      'pas encore passée',
    ],
    [
      'with a time that is none',
      { outcome: 'aired-at-another-time', time: 'hier' },
      'n’est pas une heure',
    ],
    ['without a key', { outcome: 'aired', key: '' }, 'Rechargez la page'],
  ])(
    'is refused %s, with the reason in its place, and nothing is written',
    async (_story, form, words) => {
      const cookie = await world.signIn();
      const answer = await world.post(
        '/station/airings',
        { slot: 's1', key: 'key-of-the-form', ...form },
        { cookie },
      );
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(words);
      expect(html).toContain('href="#creneau-s1"');
      expect(await world.ports.airings.all()).toEqual([]);
    },
  );

  it('is refused for a slot of another station, as if it were not there', async () => {
    const cookie = await world.signIn('BKO');
    const form = { slot: 's1', outcome: 'aired', key: 'key-of-the-form' };
    const answer = await world.post('/station/airings', form, { cookie });
    expect(answer.status).toBe(404);
    expect(await world.ports.airings.all()).toEqual([]);
  });

  it('is refused when it comes from another site, session or not', async () => {
    const cookie = await world.signIn();
    const form = { slot: 's1', outcome: 'aired', key: 'key-of-the-form' };
    const elsewhere: readonly Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { referer: 'https://evil.example/page' },
    ];
    for (const headers of elsewhere) {
      const answer = await world.post('/station/airings', form, { cookie, ...headers });
      expect(answer.status).toBe(403);
    }
    expect(await world.ports.airings.all()).toEqual([]);
  });

  it('may tell of an airing that nobody had planned', async () => {
    const cookie = await world.signIn();
    const form = { spot: '0042', day: TODAY, time: '7h45' };
    const answer = await world.post('/station/airings/unplanned', form, { cookie });
    expect(answer.headers.get('location')).toBe('/station/programme?fait=unplanned#non-prevu');
    await world.post('/station/airings/unplanned', form, { cookie });
    expect(await world.ports.airings.all()).toHaveLength(1);
    expect(await programme(cookie)).toContain('Spot 0042, 2 décembre 2026 à 7\u00a0h\u00a045');

    const unknown = { ...form, spot: '9999' };
    const refused = await world.post('/station/airings/unplanned', unknown, { cookie });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="9999"');

    const planned = { ...form, time: '07:10' };
    const twice = await world.post('/station/airings/unplanned', planned, { cookie });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('confirmez cette diffusion-là');
    expect(await world.ports.airings.all()).toHaveLength(1);
  });
});

describe('a window that was cancelled after the station was told of it', () => {
  it('is struck out on its page until it would be over', async () => {
    await world.addSpot({ code: '0042', spot: { title: 'Avant de partir' } });
    const windowStart = new Date(`${TODAY}T12:00:00Z`);
    const windowEnd = new Date(`${TODAY}T12:30:00Z`);
    await world.addSlot({ id: 's-noon', spotCode: '0042', windowStart, windowEnd });
    const cookie = await world.signIn();
    expect(await programme(cookie)).not.toContain('id="annule"');
    await world.ports.slots.cancel('s-noon', 'user:1', world.clock.now());
    const html = await programme(cookie);
    expect(html).toContain('id="annule"');
    expect(html).toMatch(/<del>[^<]*12.h.00[^<]*spot 0042 Avant de partir<\/del>/);
    world.clock.advance({ minutes: 300 });
    expect(await programme(await world.signIn())).not.toContain('id="annule"');
  });
});
