import { createHash } from 'node:crypto';

import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { demoSound, personAt, type Person } from '../helpers/desk-client';
import { gatherTeam, newSpot, readySpot, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let team: Team;
let spotCode: string;
let versionId: string;
let renditionId: string;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  spotCode = await readySpot(app, team.journalist);
  versionId = (await app.ports.spotVersions.latest(spotCode))?.id ?? '';
  renditionId = (await app.ports.renditions.ofVersion(versionId))[0]?.id ?? '';
});
afterEach(() => app.setClock(null));

/** Asks for a pass, as the player does; answers the browser's cookie and where it leads. */
async function passOf(person: Person, sound: string) {
  const answer = await person.post(`/desk/${sound}/listening`);
  const cookie = answer.headers.get('set-cookie') ?? '';
  return { answer, cookie, pair: cookie.split(';')[0] ?? '', url: String(answer.data['url']) };
}

/** `<audio>`: a cookie and no Authorization. */
function listen(url: string, cookie: string, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${app.url}${url}`, { headers: { Cookie: cookie, ...headers } });
}

describe('hearing a recording as it was sent', () => {
  it('begins at once, with a cookie for this one address, and goes anywhere in it', async () => {
    const { answer, cookie, pair, url } = await passOf(team.journalist, `versions/${versionId}`);
    expect(answer.status).toBe(201);
    expect(cookie).toMatch(
      new RegExp(`; Path=/sounds/masters/${versionId}; HttpOnly; SameSite=Strict; Max-Age=600$`),
    );
    const whole = await listen(url, pair);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('content-type')).toBe('audio/mpeg');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline/);
    expect(whole.headers.get('cache-control')).toBe('private, no-store');
    expect(whole.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const sound = await demoSound('spot-fr.mp3');
    const heard = Buffer.from(await whole.arrayBuffer());
    expect(createHash('sha256').update(heard).digest('hex')).toBe(
      createHash('sha256').update(sound).digest('hex'),
    );

    const part = await listen(url, pair, { Range: 'bytes=1000-1999' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${sound.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(sound.subarray(1000, 2000));
  });

  it('is for those who record and those who review', async () => {
    for (const person of [team.journalist, team.reviewer, team.manager, team.administrator]) {
      expect((await passOf(person, `versions/${versionId}`)).answer.status).toBe(201);
    }
  });

  it('takes a pass: of this sound, not run out, not made up, and no sign-in instead of it', async () => {
    const { pair, url } = await passOf(team.journalist, `versions/${versionId}`);
    const refused = async (address: string, cookie: string) =>
      (await listen(address, cookie)).status;
    expect(await refused(url, '')).toBe(401);
    expect(await refused(url, `${pair}x`)).toBe(401);
    expect(await refused(`/sounds/renditions/${renditionId}`, pair)).toBe(401);
    const bearer = await app.signIn('strapi-super-admin');
    expect((await personAt(app, bearer).get(url)).status).toBe(401);
    app.setClock(new Date(Date.now() + 11 * 60 * 1000));
    expect(await refused(url, pair)).toBe(401);
  });

  it('says in French what is not there', async () => {
    const { answer } = await passOf(team.journalist, 'versions/inconnu');
    expect(answer.status).toBe(404);
    expect(answer.message).toMatch(/^Ce son n’existe pas/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('is drawn: peaks and loudness around what was measured', async () => {
    const { data } = await team.journalist.get(`/desk/versions/${versionId}/picture`);
    const version = await app.ports.spotVersions.byId(versionId);
    const curve = (data['loudnessLufs'] as (number | null)[]).filter((one) => one !== null);
    expect(data['durationSeconds']).toBe(version?.measurement?.decodedSeconds);
    expect((data['columns'] as number[]).length).toBeGreaterThan(100);
    const loudest = Math.max(...curve);
    expect(Math.abs(loudest - (version?.measurement?.loudnessLufs ?? 0))).toBeLessThan(6);
  });
});

describe('hearing a station’s file', () => {
  it('works alike, byte for byte, and is drawn at its own loudness', async () => {
    const { pair, url } = await passOf(team.reviewer, `renditions/${renditionId}`);
    const rendition = await app.ports.renditions.byId(renditionId);
    const whole = await listen(url, pair);
    const heard = Buffer.from(await whole.arrayBuffer());
    expect(createHash('sha256').update(heard).digest('hex')).toBe(rendition?.sha256);
    expect((await listen(url, pair, { 'If-None-Match': `"${rendition?.sha256}"` })).status).toBe(
      304,
    );
    const { data } = await team.reviewer.get(`/desk/renditions/${renditionId}/picture`);
    expect(data['durationSeconds']).toBe(rendition?.durationSeconds);
  });
});

describe('what the desk is told of a spot', () => {
  it('says who sent each recording, who may hear it, where each file stands, and that the engine works', async () => {
    const { data } = await team.journalist.get(`/desk/spots/${spotCode}`);
    expect(data['engine']).toEqual({ kind: 'works' });
    expect(data['versions']).toMatchObject([{ number: 1, mayBeHeard: true }]);
    const [newest] = data['versions'] as { uploaderName: string }[];
    expect(newest?.uploaderName).toMatch(/^Personne \d+$/);
    const profiles = data['profiles'] as { state: { kind: string } }[];
    expect(new Set(profiles.map(({ state }) => state.kind))).toEqual(new Set(['ready']));
  });

  it('there is nothing to prepare again where all is there, or nothing was sent', async () => {
    const again = await team.journalist.post(`/desk/spots/${spotCode}/prepare-again`);
    expect(again.status).toBe(409);
    expect(again.message).toMatch(/il n’y a rien à refaire/);
    const empty = await newSpot(app, team.journalist);
    const nothing = await team.journalist.post(`/desk/spots/${empty}/prepare-again`);
    expect(nothing.status).toBe(409);
    expect(nothing.message).toMatch(/Envoyez un enregistrement/);
    expect((await team.journalist.post('/desk/spots/9999/prepare-again')).status).toBe(404);
  });
});
