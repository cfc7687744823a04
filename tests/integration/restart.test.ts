import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { demoSound, documentsAt, type Answer, type Json } from '../helpers/desk-client';
import {
  filesOf,
  gatherTeam,
  newSpot,
  spotForm,
  stationBrowser,
  write,
  type Team,
} from '../helpers/desk-stories';
import { startServerProcess, type ServerProcess } from '../helpers/server-process';
import { bootApp, newFolders, type App } from '../helpers/strapi';

const project = path.resolve(import.meta.dirname, '..', '..');

describe('a house that closes and opens again', () => {
  const CAMPAIGN = '/content-manager/single-types/api::campaign.campaign';
  const RENAMED = { name: 'Journaliste de terrain', description: 'Modifié' };
  const EXAMPLES = ['theme', 'indicator', 'station'] as const;

  let app: App;
  let team: Team;
  /** What the people left behind before the house closed. */
  const left = { codes: {} as Record<string, string[]>, rights: 0, spotCode: '', accessCode: '' };

  type Role = { readonly id: number; readonly code: string; readonly description: string };
  type Permission = { readonly action: string };
  async function roles(): Promise<Role[]> {
    return (await team.administrator.get('/admin/roles')).json['data'] as Role[];
  }
  async function journalist(): Promise<{ role: Role; address: string; rights: Permission[] }> {
    const role = (await roles()).find(({ code }) => code === 'yeelen-journalist');
    if (role === undefined) throw new Error('There are no journalists.');
    const address = `/admin/roles/${role.id}`;
    const answer = await team.administrator.get(`${address}/permissions`);
    return { role, address, rights: answer.json['data'] as Permission[] };
  }
  type Example = { readonly documentId: string; readonly code: string; readonly name: string };
  async function examples(type: string): Promise<Example[]> {
    const answer = await team.administrator.get(`${documentsAt(type)}?pageSize=100&sort=code`);
    return answer.json['results'] as Example[];
  }
  async function codes(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const type of EXAMPLES) found[type] = (await examples(type)).map(({ code }) => code);
    return found;
  }
  async function allGoesWell(act: Promise<Answer>): Promise<Answer> {
    const answer = await act;
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer;
  }

  /** In each set the first example goes, the second gets another name; the campaign goes too. */
  async function changeExamples(): Promise<void> {
    for (const type of EXAMPLES) {
      const [first, second] = await examples(type);
      const address = (example?: Example) => `${documentsAt(type)}/${example?.documentId}`;
      await allGoesWell(team.administrator.ask('DELETE', address(first)));
      await allGoesWell(team.administrator.put(address(second), { name: 'Nom changé' }));
    }
    await allGoesWell(team.administrator.ask('DELETE', CAMPAIGN));
    left.codes = await codes();
  }

  /** Journalists lose one right, and are called otherwise. */
  async function changeRole(): Promise<void> {
    const { address, rights } = await journalist();
    const kept = rights.filter(({ action }) => action !== 'api::desk.consents.record');
    expect(kept.length).toBe(rights.length - 1);
    const permissions = kept.map((right) => {
      const { action, subject, properties, conditions } = right as unknown as Json;
      return { action, subject, properties, conditions };
    });
    await allGoesWell(team.administrator.put(`${address}/permissions`, { permissions }));
    await allGoesWell(team.administrator.put(address, RENAMED));
    left.rights = kept.length;
  }

  beforeAll(async () => {
    const folders = newFolders();
    app = await bootApp({ folders });
    team = await gatherTeam(app);
    await changeExamples();
    await changeRole();
    const spot = await write(team.journalist, 'spot', spotForm(app));
    left.spotCode = String(spot['code']);
    const address = `${documentsAt('spot')}/${String(spot['documentId'])}`;
    await allGoesWell(team.manager.ask('DELETE', address));
    const issued = await team.manager.post('/desk/stations/KIT/access-code');
    left.accessCode = String(issued.data['accessCode']);

    await app.stop();
    app = await bootApp({ folders });
    team = await gatherTeam(app);
  });
  afterAll(() => app.stop());

  it('does not bring deleted examples back', async () => {
    expect(left.codes['theme']?.length).toBeGreaterThan(2);
    expect(left.codes['station']).toHaveLength(5);
    expect(await codes()).toEqual(left.codes);
    expect((await team.administrator.get(CAMPAIGN)).data).toEqual({});
  });

  it.each(EXAMPLES)('keeps the changed name of an example (%s)', async (type) => {
    expect((await examples(type))[0]?.name).toBe('Nom changé');
  });

  it('keeps the roles as an administrator edited them', async () => {
    const { role, rights } = await journalist();
    expect(role).toMatchObject(RENAMED);
    expect(rights).toHaveLength(left.rights);
    expect((await team.journalist.get('/desk/consents')).status).toBe(403);
    expect((await team.journalist.get('/desk/spots')).status).toBe(200);
  });

  it('has its three languages, French first, and no English', async () => {
    const { json } = await team.administrator.get('/i18n/locales');
    const locales = Object.values(json) as { name: string; code: string; isDefault: boolean }[];
    expect(
      locales.map(({ name, isDefault }) => (isDefault ? `${name}, par défaut` : name)).sort(),
    ).toEqual([
      'Bamanankan – bambara (bm)',
      'Français (fr), par défaut',
      'Sooninkanxanne – soninké (snk)',
    ]);
  });

  it('has the campaign’s roles once, and none of a bare system', async () => {
    expect((await roles()).map(({ code }) => code).sort()).toEqual([
      'strapi-super-admin',
      'yeelen-campaign-manager',
      'yeelen-journalist',
      'yeelen-reviewer-bm',
      'yeelen-reviewer-fr',
      'yeelen-reviewer-snk',
    ]);
  });

  it('gives no code of a spot twice', async () => {
    expect(Number(await newSpot(app, team.journalist))).toBe(Number(left.spotCode) + 1);
  });

  it('knows the code of a station', async () => {
    const form = { station: 'KIT', access: left.accessCode };
    expect((await stationBrowser(app).submit('/station/session', form)).status).toBe(303);
  });
});

describe('a power cut while a spot is prepared', () => {
  const folders = newFolders();
  let server: ServerProcess | null = null;
  let app: App | null = null;
  afterAll(async () => {
    await server?.kill();
    await app?.stop();
  });

  const database = path.join(folders.data, 'yeelen.db');
  function stateInDatabase(code: string): string {
    const connection = new Database(database, { readonly: true });
    try {
      const ask = connection.prepare('SELECT state FROM ops_spot_versions WHERE spot_code = ?');
      return String(ask.pluck().get(code));
    } finally {
      connection.close();
    }
  }

  it('the preparation goes on after the restart and ends ready, with whole files alone', async () => {
    const before = await bootApp({ folders });
    const { journalist } = await gatherTeam(before);
    const code = await newSpot(before, journalist);
    const sound = await demoSound('spot-fr.mp3');
    const sent = await journalist.upload(`/desk/spots/${code}/recording`, sound, 'spot.mp3');
    expect(sent.status).toBe(201);
    await before.stop();

    // A server with its workers running takes the job up, and is killed in the middle of it.
    server = await startServerProcess({
      appDir: project,
      distDir: path.join(project, 'dist'),
      env: {
        ...makeSecrets(),
        DATABASE_CLIENT: 'sqlite',
        DATA_DIR: folders.data,
        MEDIA_DIR: folders.media,
        ...(process.env['FFMPEG_PATH'] ? { FFMPEG_PATH: process.env['FFMPEG_PATH'] } : {}),
      },
    });
    const deadline = Date.now() + 60_000;
    while (stateInDatabase(code) !== 'preparing' && Date.now() < deadline) await pause(5);
    expect(stateInDatabase(code)).toBe('preparing');
    await server.kill();
    expect(stateInDatabase(code)).toBe('preparing');

    app = await bootApp({ folders });
    const { ports } = app;
    // Until its lease runs out the job may still be in somebody's hands.
    await app.runDue();
    expect((await ports.jobs.all()).map(({ state }) => state)).toEqual(['running']);
    app.setClock(new Date(Date.now() + 61_000));
    await app.runDue();

    const version = await ports.spotVersions.latest(code);
    expect(version).toMatchObject({ state: 'ready', number: 1, progressPercent: 100 });
    const [job] = await ports.jobs.all();
    expect(job).toMatchObject({ state: 'done', attempts: 2 });

    const renditions = await ports.renditions.all();
    expect(renditions.length).toBeGreaterThanOrEqual(4);
    const expected = renditions
      .map(({ storageKey }) => path.join(folders.media, storageKey))
      .sort();
    expect(await filesOf(path.join(folders.media, 'renditions'))).toEqual(expected);
    for (const { storageKey, sha256 } of renditions) {
      const content = await readFile(path.join(folders.media, storageKey));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    const scratch = path.join(folders.media, '.scratch');
    expect(existsSync(scratch) ? await filesOf(scratch) : []).toEqual([]);
  });
});
