import { Readable } from 'node:stream';

import { beforeAll, describe, expect, it } from 'vitest';

import { publishDue } from '../../src/use-cases/social';
import { buildAudiogram, buildSpotVersion } from '../helpers/builders';
import {
  demoSound,
  documentsAt,
  type Answer,
  type Json,
  type Person,
} from '../helpers/desk-client';
import {
  dayFromNow,
  gatherTeam,
  newSpot,
  plan,
  signInStation,
  write,
  type StationBrowser,
  type Team,
} from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

/** Real ffmpeg work, niced, on a machine that does other things too. */
const PATIENCE_MS = 180_000;

let app: App;
let team: Team;
let station: StationBrowser;

beforeAll(async () => {
  app = await bootApp();
  app.setClock(null);
  team = await gatherTeam(app);
  station = await signInStation(app, team.manager, 'KAY');
});

let takes = 0;

/** A take of its own: the house refuses the bytes of a protected witness for any other spot, also in other stories. */
async function sound(name: string): Promise<Buffer> {
  takes += 1;
  return Buffer.concat([await demoSound(name), Buffer.from(`témoin, prise ${takes}`)]);
}

/** A spot with a real voice in it, ready for the stations. */
async function spotOnAir(what: Json = {}): Promise<string> {
  const code = await newSpot(app, team.journalist, { voices: 'adult', ...what });
  await send(team.journalist, code, await sound('spot-fr.mp3'));
  await app.runDue();
  expect((await app.ports.spotVersions.latest(code))?.state).toBe('ready');
  return code;
}

/** Sends a sound in one go, with what is said of the voice. */
function send(
  person: Person,
  spotCode: string,
  content: Uint8Array,
  said: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const query = new URLSearchParams(said).toString();
  return person.upload(`/desk/spots/${spotCode}/recording?${query}`, content, 'son.mp3');
}

const ACTOR = { voicing: 're-voiced', actorReference: 'KAY-ACT-7' };

async function consent(spotCode: string, what: Json): Promise<void> {
  const answer = await team.manager.post('/desk/consents', {
    subject: { kind: 'spot', code: spotCode },
    voices: 'adult',
    channels: ['radio', 'web', 'social'],
    languages: ['fr'],
    isAidIndependent: true,
    expiresOn: dayFromNow(app, 300),
    ...what,
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

const WITNESS_FORM = { reference: 'KAY-TEM-1' };
const ACTOR_FORM = { reference: 'KAY-ACT-7', speaker: 'actor' };

type Wire = {
  readonly spot: { readonly documentId: string; readonly isProtected: boolean };
  readonly airedVersion: number | null;
  readonly versions: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: string;
    readonly measurement: unknown;
    readonly mayHear: boolean;
    readonly isSensitive: boolean;
  }[];
  readonly profiles: readonly { readonly rendition: { readonly id: string } | null }[];
  readonly holds: readonly { readonly channel: string; readonly sentences: readonly string[] }[];
};

async function shown(person: Person, spotCode: string): Promise<Wire> {
  return (await person.get(`/desk/spots/${spotCode}`)).data as unknown as Wire;
}

async function journalOf(spotCode: string): Promise<string[]> {
  const rows = (await app.strapi.db
    .connection('ops_journal')
    .where({ subject: `spot:${spotCode}` })
    .orderBy('at')) as { readonly action: string }[];
  return rows.map(({ action }) => action);
}

const download = (renditionId: string) => station.get(`/station/files/${renditionId}`);

describe('a protected witness, from the recording to its end', () => {
  it(
    'is heard in nothing but the voice that a second person confirmed',
    async () => {
      const code = await newSpot(app, team.journalist, { voices: 'adult', isProtected: true });
      const witness = await sound('spot-fr.mp3');
      const kept = await send(team.journalist, code, witness);
      expect(kept.status).toBe(201);
      expect(kept.data).toMatchObject({ voicing: { kind: 'original' } });
      await app.runDue();
      await consent(code, WITNESS_FORM);

      // Not for the person who sent it: neither sound nor figures.
      const journalist = await shown(team.journalist, code);
      expect(journalist.versions).toMatchObject([
        { state: 'kept', mayHear: false, isSensitive: true, measurement: null },
      ]);
      expect(journalist.holds[0]?.sentences.join()).toContain(
        'une autre personne relit ses paroles',
      );
      const originalId = journalist.versions[0]?.id ?? '';
      const address = `/desk/versions/${originalId}/protected-sound`;
      for (const person of [team.journalist, team.reviewer]) {
        expect((await person.get(address)).status).toBe(403);
      }

      // The manager hears it; no copy is offered, nothing is kept on the way, and it is written down.
      const heard = await team.manager.get(address);
      expect(heard.status).toBe(200);
      expect(heard.headers.get('cache-control')).toBe('no-store');
      expect(heard.headers.get('content-disposition')).toBe('inline');
      expect(heard.headers.get('etag')).toBeNull();
      expect(await journalOf(code)).toContain('protected-recording-heard');
      expect((await shown(team.manager, code)).versions[0]?.measurement).not.toBeNull();

      // It cannot be planned, and no file of it exists anywhere.
      expect((await plan(app, team.manager, code)).status).toBe(422);
      expect(journalist.profiles.every(({ rendition }) => rendition === null)).toBe(true);

      // The same file as somebody else's voice is the wrong file; a voice without a form is refused.
      expect((await send(team.journalist, code, witness, ACTOR)).status).toBe(422);
      const nameless = await send(team.journalist, code, await sound('spot-bm.mp3'), {
        voicing: 're-voiced',
        actorReference: 'Aminata',
      });
      expect(nameless.status).toBe(422);
      expect(nameless.message).toContain('numéro du formulaire');

      const revoiced = await send(team.journalist, code, await sound('spot-bm.mp3'), ACTOR);
      expect(revoiced.status).toBe(201);
      await app.runDue();
      const waiting = await shown(team.journalist, code);
      expect(waiting.versions[0]).toMatchObject({ state: 'kept', mayHear: false });
      const confirm = `/desk/versions/${waiting.versions[0]?.id}/confirm-voice`;
      expect((await team.journalist.post(confirm)).status).toBe(403);
      expect((await team.manager.post(confirm)).status).toBe(200);
      await app.runDue();

      // The actor's own consent is wanting; then it goes out.
      const confirmedView = await shown(team.journalist, code);
      expect(confirmedView.airedVersion).toBe(2);
      expect(confirmedView.holds[0]?.sentences.join()).toContain('Voix de remplacement');
      expect((await plan(app, team.manager, code)).status).toBe(422);
      await consent(code, ACTOR_FORM);
      expect((await plan(app, team.manager, code)).status).toBe(201);
      const file = confirmedView.profiles.find(({ rendition }) => rendition !== null)?.rendition;
      expect((await team.reviewer.get(`/desk/renditions/${file?.id}/sound`)).status).toBe(200);

      // The manager destroys the original; the other voice stays on the air.
      expect((await team.journalist.post(`/desk/versions/${originalId}/erase`)).status).toBe(403);
      expect((await team.manager.post(`/desk/versions/${originalId}/erase`)).status).toBe(200);
      expect((await team.manager.get(address)).status).toBe(404);
      expect((await shown(team.manager, code)).versions[1]).toMatchObject({
        state: 'erased',
        measurement: null,
      });
      expect(await journalOf(code)).toContain('recording-erased');
      expect((await shown(team.manager, code)).airedVersion).toBe(2);
    },
    PATIENCE_MS,
  );

  it('who is protected later is gone from the station, the page and the desk at that moment', async () => {
    const message = await write(team.manager, 'message', {
      code: `TEM-${Date.now() % 100000}`,
      title: 'Un témoignage',
      body: 'Ce que j’ai vécu.',
      callToAction: 'Appelez.',
      factsSource: 'Essai',
      helpContact: 'Essai',
    });
    const code = await spotOnAir({ message: message['documentId'] });
    await consent(code, WITNESS_FORM);
    expect((await plan(app, team.manager, code)).status).toBe(201);
    const before = await shown(team.journalist, code);
    const stationProfile = await app.ports.content.stationByCode('KAY');
    const files = await app.ports.renditions.ofVersion(before.versions[0]?.id ?? '');
    const file = files.find(({ profileCode }) => profileCode === stationProfile?.profileCode);
    expect((await download(file?.id ?? '')).status).toBe(200);

    // By the ordinary form, by a journalist: protecting is everybody's right.
    const form = `${documentsAt('spot')}/${before.spot.documentId}`;
    expect((await team.journalist.put(form, { isProtected: true })).status).toBe(200);
    expect((await download(file?.id ?? '')).status).toBe(404);
    expect((await team.manager.get(`/desk/renditions/${file?.id}/sound`)).status).toBe(404);
    const after = await shown(team.journalist, code);
    expect(after).toMatchObject({ airedVersion: null, spot: { isProtected: true } });
    expect(after.versions[0]).toMatchObject({ state: 'kept' });
    expect(await journalOf(code)).toContain('recording-pulled');

    // Nobody takes it back: not the form, not its empty field, not the desk, not another declaration.
    const undone = await team.manager.put(form, { isProtected: false });
    expect(undone.status).toBe(400);
    expect(undone.message).toContain('créez un autre spot');
    expect((await team.manager.put(form, { isProtected: null })).status).toBe(200);
    const lifted = await team.manager.post(`/desk/spots/${code}/protection`, {
      isProtected: false,
    });
    expect(lifted.status).toBe(409);
    expect((await team.manager.put(form, { voices: 'no-real-person' })).status).toBe(400);
    expect((await shown(team.manager, code)).spot.isProtected).toBe(true);
  });

  it('is every child from the start, whatever the form says; a manager may lift it before any sound', async () => {
    const code = await newSpot(app, team.journalist, { voices: 'minor', isProtected: false });
    expect((await shown(team.manager, code)).spot.isProtected).toBe(true);
    const lift = { isProtected: false };
    expect((await team.journalist.post(`/desk/spots/${code}/protection`, lift)).status).toBe(403);
    expect((await team.manager.post(`/desk/spots/${code}/protection`, lift)).status).toBe(200);
    expect((await shown(team.manager, code)).spot.isProtected).toBe(false);

    // An adult who turns out to be a child is protected by that.
    const other = await newSpot(app, team.journalist, { voices: 'adult' });
    const { documentId } = (await shown(team.manager, other)).spot;
    const form = `${documentsAt('spot')}/${documentId}`;
    expect((await team.journalist.put(form, { voices: 'minor' })).status).toBe(200);
    expect((await shown(team.manager, other)).spot.isProtected).toBe(true);
  });

  it('needs somebody real, and a body that says so', async () => {
    const refused = await team.journalist.post(documentsAt('spot'), {
      title: 'Personne',
      language: 'fr',
      voices: 'no-real-person',
      isProtected: true,
      flightStart: dayFromNow(app, 0),
      flightEnd: dayFromNow(app, 3),
      liveText: 'Rien.',
    });
    expect(refused.status).toBe(400);
    expect(refused.message).toContain('personne réelle');
    const code = await newSpot(app, team.journalist, { voices: 'adult' });
    const odd = await team.manager.post(`/desk/spots/${code}/protection`, { isProtected: 'oui' });
    expect(odd.status).toBe(400);
    expect((await team.manager.post('/desk/versions/inconnu/erase')).status).toBe(404);
    expect((await team.manager.post('/desk/versions/inconnu/confirm-voice')).status).toBe(404);
  });

  it('says whose voice it is over a broken line too', async () => {
    const code = await newSpot(app, team.journalist, { voices: 'adult', isProtected: true });
    const authorization = await app.signIn('yeelen-journalist');
    const open = (metadata: Readonly<Record<string, string>>) =>
      fetch(`${app.url}/desk/uploads`, {
        method: 'POST',
        headers: {
          Authorization: authorization,
          'Tus-Resumable': '1.0.0',
          'Upload-Length': '100',
          'Upload-Metadata': Object.entries({ spotCode: code, ...metadata })
            .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
            .join(','),
        },
      });
    expect((await open({ voicing: 'deguisee' })).status).toBe(422);
    expect((await open({ voicing: 're-voiced' })).status).toBe(422);
    expect((await open(ACTOR)).status).toBe(201);
    expect((await open({})).status).toBe(201);
    const uploads = await app.ports.uploads.all();
    const own = uploads.filter(({ spotCode }) => spotCode === code);
    expect(own.map(({ voicing }) => voicing)).toEqual([
      { kind: 're-voiced', actorReference: 'KAY-ACT-7' },
      { kind: 'original' },
    ]);
  });
});

describe('a film that is out when its witness is protected', () => {
  /** A post with a film of an adult's voice, on the wall of the simulated network. */
  async function filmOnTheWall(code: string): Promise<{ spot: string; form: string }> {
    const spot = await newSpot(app, team.journalist, { voices: 'adult' });
    const { ports } = app;
    const version = await ports.spotVersions.add(
      buildSpotVersion({ id: `version-${code}`, spotCode: spot, state: 'ready' }),
    );
    await consent(spot, WITNESS_FORM);
    const key = `audiograms/${spot}/${code.toLowerCase()}.mp4`;
    const put = await ports.files.put(key, Readable.from([Buffer.from(`film ${code}`)]), 1000);
    const film = buildAudiogram({ id: code, spotVersionId: version.id, spotCode: spot });
    await ports.audiograms.add(film);
    await ports.audiograms.update(film.id, {
      state: 'ready',
      storageKey: key,
      sha256: put.kind === 'stored' ? put.file.sha256 : null,
      sizeBytes: 20,
      durationSeconds: 30,
      sourceSeconds: 30,
    });
    const account = await write(team.manager, 'social-account', {
      code,
      name: 'Mur d’un témoin (exemple)',
      network: 'simulator',
      owner: 'Organisation partenaire (exemple)',
    });
    await write(team.manager, 'post', {
      code,
      textFr: `Écoutez ce témoignage, ${code}.`,
      cardTitle: 'Un témoignage',
      altText: 'Une onde sonore sur un lever de soleil',
      depicts: 'no-real-person',
      lateToleranceMinutes: 60,
      dueAt: new Date(ports.system.now().getTime() + 60_000).toISOString(),
      accounts: [account['documentId']],
    });
    const attached = await team.manager.post(`/desk/posts/${code}/film`, { audiogramId: film.id });
    expect(attached.status).toBe(200);
    expect((await team.manager.post(`/desk/posts/${code}/approve`)).status).toBe(200);
    // Posts alone: the spot has no sound that the other workers could prepare.
    await publishDue(ports, new Date(ports.system.now().getTime() + 120_000));
    const { documentId } = (await shown(team.manager, spot)).spot;
    return { spot, form: `${documentsAt('spot')}/${documentId}` };
  }
  const states = async (code: string) =>
    (await app.ports.deliveries.ofPost(code)).map(({ state }) => state);
  const wall = async () => (await app.visitor().get('/mur')).text;
  const recalls = async (code: string) =>
    (await app.strapi.db
      .connection('ops_journal')
      .where({ subject: code, action: 'post-recalled' })) as { readonly by: string }[];

  it('comes back from the network by the form as by the page, once', async () => {
    const { spot, form } = await filmOnTheWall('TEM-FORME');
    expect(await states('TEM-FORME')).toEqual(['sent']);
    expect(await wall()).toContain('Écoutez ce témoignage, TEM-FORME.');

    expect((await team.journalist.put(form, { isProtected: true })).status).toBe(200);
    expect(await states('TEM-FORME')).toEqual(['recalled']);
    expect(await wall()).not.toContain('TEM-FORME');
    expect(await journalOf(spot)).toContain('spot-protected');
    const [recall] = await recalls('TEM-FORME');
    expect(recall?.by).toMatch(/^user:\d+$/);

    // Saved again it is no new recall: another voice may be on the air by then.
    const saved = await team.journalist.put(form, { isProtected: true, title: 'Autre titre' });
    expect(saved.status).toBe(200);
    expect(await recalls('TEM-FORME')).toHaveLength(1);
    expect((await journalOf(spot)).filter((action) => action === 'spot-protected')).toHaveLength(1);
  });

  it('comes back too when the voice turns out to be a child’s', async () => {
    const { form } = await filmOnTheWall('TEM-ENFANT');
    expect(await states('TEM-ENFANT')).toEqual(['sent']);
    expect((await team.journalist.put(form, { voices: 'minor' })).status).toBe(200);
    expect(await states('TEM-ENFANT')).toEqual(['recalled']);
  });
});

describe('a film of a spot', () => {
  it(
    'is made by the worker, seen and saved, and gone with the consent',
    async () => {
      const code = await spotOnAir();
      const films = `/desk/spots/${code}/audiograms`;
      const held = await team.journalist.post(films, { shape: 'square' });
      expect(held.status).toBe(409);
      expect(held.message).toContain('aucun consentement');
      await consent(code, WITNESS_FORM);
      expect((await team.journalist.post(films, { shape: 'ronde' })).status).toBe(400);
      const asked = await team.journalist.post(films, { shape: 'vertical' });
      expect(asked.status).toBe(202);
      await app.runDue();
      const { films: made } = (await team.journalist.get(films)).data as {
        films: {
          shape: string;
          audiogram: { id: string; state: string; sizeBytes: number } | null;
        }[];
      };
      const film = made.find(({ shape }) => shape === 'vertical')?.audiogram;
      expect(film?.state).toBe('ready');
      expect(film?.sizeBytes ?? 0).toBeLessThan(2_000_000);

      const video = `/desk/audiograms/${film?.id}/video`;
      const seen = await team.manager.get(`${video}?dl=1`);
      expect(seen.status).toBe(200);
      expect(seen.headers.get('content-type')).toBe('video/mp4');
      expect(seen.headers.get('content-disposition')).toBe(
        `attachment; filename="${code}_FR_vertical.mp4"`,
      );
      expect((await team.reviewer.get(video)).status).toBe(403);

      const consents = await app.ports.consents.of({ kind: 'spot', code });
      await team.manager.post(`/desk/consents/${consents[0]?.id}/withdraw`);
      expect((await team.manager.get(video)).status).toBe(404);
      expect((await team.manager.post(films, { shape: 'vertical' })).status).toBe(409);
    },
    PATIENCE_MS,
  );
});
