import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { demoSound, documentsAt, personAt, type Json } from '../helpers/desk-client';
import {
  dayFromNow,
  filesOf,
  gatherTeam,
  newSpot,
  write,
  type Team,
} from '../helpers/desk-stories';
import { startServerProcess, type ServerProcess } from '../helpers/server-process';
import { bootApp, newFolders, type App } from '../helpers/strapi';

const project = path.resolve(import.meta.dirname, '..', '..');

describe('a house that closes and opens again', () => {
  let app: App;
  let team: Team;
  const folders = newFolders();

  async function restart(): Promise<void> {
    await app.stop();
    app = await bootApp({ folders });
    team = await gatherTeam(app);
  }

  type Role = { readonly id: number; readonly code: string; readonly description: string };
  type Permission = { readonly action: string };
  async function roleOf(code: string): Promise<Role> {
    const answer = await team.administrator.get('/admin/roles');
    const found = (answer.json['data'] as Role[]).find((role) => role.code === code);
    if (found === undefined) throw new Error(`There is no role ${code}.`);
    return found;
  }
  async function permissionsOf(role: Role): Promise<Permission[]> {
    const answer = await team.administrator.get(`/admin/roles/${role.id}/permissions`);
    return answer.json['data'] as Permission[];
  }
  async function codesOf(type: string): Promise<string[]> {
    const answer = await team.administrator.get(`${documentsAt(type)}?pageSize=100`);
    return (answer.json['results'] as { code: string }[]).map(({ code }) => code).sort();
  }

  beforeAll(async () => {
    app = await bootApp({ folders });
    team = await gatherTeam(app);
  });
  afterAll(() => app.stop());

  it('does not bring deleted examples back, and keeps what was changed in the others', async () => {
    const before = { themes: await codesOf('theme'), stations: await codesOf('station') };
    expect(before.themes.length).toBeGreaterThan(2);
    expect(before.stations).toHaveLength(6);
    for (const type of ['theme', 'indicator', 'station']) {
      const answer = await team.administrator.get(`${documentsAt(type)}?pageSize=100&sort=code`);
      const [first, second] = answer.json['results'] as { documentId: string }[];
      const address = (document?: { documentId: string }) =>
        `${documentsAt(type)}/${document?.documentId}`;
      expect((await team.administrator.ask('DELETE', address(first))).status).toBe(200);
      expect((await team.administrator.put(address(second), { name: 'Nom changé' })).status).toBe(
        200,
      );
    }
    const campaign = '/content-manager/single-types/api::campaign.campaign';
    expect((await team.administrator.ask('DELETE', campaign)).status).toBe(200);
    const left = { themes: await codesOf('theme'), stations: await codesOf('station') };
    expect(left.stations).toHaveLength(5);

    await restart();
    expect({ themes: await codesOf('theme'), stations: await codesOf('station') }).toEqual(left);
    const stations = await team.administrator.get(`${documentsAt('station')}?sort=code`);
    expect((stations.json['results'] as { name: string }[])[0]?.name).toBe('Nom changé');
    expect((await team.administrator.get(campaign)).data).toEqual({});
  });

  it('keeps the roles as an administrator edited them', async () => {
    const journalist = await roleOf('yeelen-journalist');
    const permissions = await permissionsOf(journalist);
    const kept = permissions.filter(({ action }) => action !== 'api::desk.consents.record');
    expect(kept.length).toBe(permissions.length - 1);
    const address = `/admin/roles/${journalist.id}`;
    const bare = (each: Permission) => {
      const { action, subject, properties, conditions } = each as unknown as Json;
      return { action, subject, properties, conditions };
    };
    const changed = await team.administrator.put(`${address}/permissions`, {
      permissions: kept.map(bare),
    });
    expect(changed.status, changed.text).toBe(200);
    const renamed = { name: 'Journaliste de terrain', description: 'Modifié' };
    expect((await team.administrator.put(address, renamed)).status).toBe(200);
    expect((await team.journalist.get('/desk/consents')).status).toBe(403);

    await restart();
    expect(await roleOf('yeelen-journalist')).toMatchObject(renamed);
    expect(await permissionsOf(await roleOf('yeelen-journalist'))).toHaveLength(kept.length);
    expect((await team.journalist.get('/desk/consents')).status).toBe(403);
    expect((await team.journalist.get('/desk/spots')).status).toBe(200);
  });

  it('has its three languages, French first, and neither English nor the roles of a bare system', async () => {
    const { json } = await team.administrator.get('/i18n/locales');
    const locales = Object.values(json) as { name: string; code: string; isDefault: boolean }[];
    expect(
      locales.map(({ name, isDefault }) => (isDefault ? `${name}, par défaut` : name)).sort(),
    ).toEqual([
      'Bamanankan – bambara (bm)',
      'Français (fr), par défaut',
      'Sooninkanxanne – soninké (snk)',
    ]);
    const roles = (await team.administrator.get('/admin/roles')).json['data'] as Role[];
    expect(roles.map(({ code }) => code).sort()).toEqual([
      'strapi-super-admin',
      'yeelen-campaign-manager',
      'yeelen-journalist',
      'yeelen-reviewer-bm',
      'yeelen-reviewer-fr',
      'yeelen-reviewer-snk',
    ]);
  });

  it('gives no code of a spot twice', async () => {
    const spot = await write(team.journalist, 'spot', {
      title: 'Spot',
      language: 'fr',
      voices: 'no-real-person',
      flightStart: dayFromNow(app, 0),
      flightEnd: dayFromNow(app, 1),
      liveText: 'Texte',
    });
    await team.manager.ask('DELETE', `${documentsAt('spot')}/${String(spot['documentId'])}`);
    await restart();
    expect(Number(await newSpot(app, team.journalist))).toBe(Number(spot['code']) + 1);
  });

  it('still opens the page of a station that was signed in, and knows its code', async () => {
    const issued = await team.manager.post('/desk/stations/KAY/access-code');
    const access = String(issued.data['accessCode']);
    await restart();
    const answer = await personAt(app, null, {
      'Content-Type': 'application/x-www-form-urlencoded',
    }).ask('POST', '/station/session', new URLSearchParams({ station: 'KAY', access }).toString());
    expect(answer.status).toBe(303);
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
