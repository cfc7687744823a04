import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core, createStrapi as CreateStrapi } from '@strapi/strapi';
import supertest from 'supertest';

import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import type { Composition } from '../../src/composition/compose';
import type { Ports } from '../../src/composition/ports';
import type { DueReport } from '../../src/workers';
import { freePort } from './free-port';

const project = path.resolve(import.meta.dirname, '..', '..');
/** Strapi loads its parts with `require`: an import would give the tests a second Strapi. */
const load = createRequire(import.meta.url);

/** What the story may change before the house opens. */
export type AppOptions = {
  /** Settings on top of those every test has; `SEED_EXAMPLES: 'false'` opens an empty house. */
  readonly env?: Readonly<Record<string, string>>;
  /** Serves the built admin panel too, for a browser. */
  readonly servesAdmin?: boolean;
  /** Exchanges ports: gets the real ones. */
  readonly withPorts?: (ports: Ports) => Ports;
  /** An installation that is there already, by its folders: the house is opened again on what it held. */
  readonly folders?: Folders;
};

export type Folders = { readonly data: string; readonly media: string };

export type RoleCode =
  | 'strapi-super-admin'
  | 'yeelen-journalist'
  | 'yeelen-reviewer-fr'
  | 'yeelen-reviewer-bm'
  | 'yeelen-reviewer-snk'
  | 'yeelen-campaign-manager'
  // A role that the story made.
  | `essai-${string}`;

export type App = {
  readonly strapi: Core.Strapi;
  /** The public address, without a trailing slash: what an `Origin` header must say. */
  readonly url: string;
  readonly ports: Ports;
  readonly folders: Folders;
  /** A visitor with a cookie jar of their own. */
  visitor(): ReturnType<typeof supertest.agent>;
  /** Makes a person with this role and signs them in at the desk: the value of their `Authorization` header. */
  signIn(role: RoleCode): Promise<string>;
  /** Fixes what the house takes for the present; null gives it the machine's clock back. */
  setClock(instant: Date | string | null): void;
  /** One round of everything that is due: no worker runs by itself here. */
  runDue(): Promise<DueReport>;
  stop(): Promise<void>;
};

type Running = { readonly app: App; readonly isPlain: boolean };

/** Test files of one run share this process: the running house is found here, whoever opened it. */
const slot = globalThis as { yeelenTestApp?: Running };

/**
 * Opens the compiled house in this process, on an empty database and an empty media folder, listening on the loopback.
 * Without options every file of the run shares one house (it opens in seconds, not in none): a story makes its own
 * spots and people, and counts only what it made. With options it gets a house of its own, and the shared one closes.
 */
export async function bootApp(options?: AppOptions): Promise<App> {
  const isPlain = options === undefined;
  if (slot.yeelenTestApp !== undefined) {
    if (isPlain && slot.yeelenTestApp.isPlain) return slot.yeelenTestApp.app;
    await slot.yeelenTestApp.app.stop();
  }
  const app = await open(options ?? {});
  slot.yeelenTestApp = { app, isPlain };
  return app;
}

async function open({
  env = {},
  servesAdmin = false,
  withPorts = (ports) => ports,
  folders = newFolders(),
}: AppOptions): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const restoreEnvironment = setEnvironment({
    ...makeSecrets(),
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATABASE_CLIENT: 'sqlite',
    DATA_DIR: folders.data,
    MEDIA_DIR: folders.media,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    WORKERS: 'off',
    ...env,
  });

  const distDir = path.join(project, 'dist');
  const { createStrapi } = load('@strapi/strapi') as {
    createStrapi: typeof CreateStrapi;
  };
  const { compose } = load(path.join(distDir, 'src', 'composition', 'compose.js')) as {
    compose: (strapi: Core.Strapi) => Composition;
  };
  const { runDue } = load(path.join(distDir, 'src', 'workers', 'index.js')) as {
    runDue: (ports: Ports) => Promise<DueReport>;
  };

  let clock: Date | null = null;
  const strapi = createStrapi({ appDir: project, distDir, serveAdminPanel: servesAdmin });
  strapi.log.level = 'error';
  strapi.add('yeelen', () => {
    const real = compose(strapi);
    const { system } = real.ports;
    const driven = {
      now: () => (clock === null ? system.now() : new Date(clock)),
      newId: () => system.newId(),
      newSecret: (bits: number) => system.newSecret(bits),
    };
    return { ...real, ports: withPorts({ ...real.ports, system: driven }) };
  });
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, '127.0.0.1', resolve);
  });
  const { ports } = strapi.get<Composition>('yeelen');

  return {
    strapi,
    url,
    ports,
    folders,
    visitor: () => supertest.agent(httpServer),
    signIn: (role) => signIn(strapi, role),
    setClock: (instant) => {
      clock = instant === null ? null : new Date(instant);
    },
    runDue: () => runDue(ports),
    stop: async () => {
      delete slot.yeelenTestApp;
      await destroyGently(strapi);
      restoreEnvironment();
    },
  };
}

/** The folders of an installation that holds nothing yet. */
export function newFolders(): Folders {
  const folder = mkdtempSync(path.join(process.env['YEELEN_TEST_FOLDER'] ?? tmpdir(), 'app-'));
  const folders = { data: path.join(folder, 'data'), media: path.join(folder, 'media') };
  for (const made of Object.values(folders)) mkdirSync(made);
  return folders;
}

/** `destroy` takes every listener off the process, also those through which the test runner hears of its workers. */
async function destroyGently(strapi: Core.Strapi): Promise<void> {
  const removeAllListeners = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = removeAllListeners;
  }
}

function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

type UserService = {
  create(user: Readonly<Record<string, unknown>>): Promise<{ id: number }>;
};
type RoleService = { findOne(where: { code: string }): Promise<{ id: number } | null> };

let people = 0;

async function signIn(strapi: Core.Strapi, roleCode: RoleCode): Promise<string> {
  const users = strapi.service('admin::user') as unknown as UserService;
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.findOne({ code: roleCode });
  if (role === null) throw new Error(`There is no role ${roleCode}.`);
  people += 1;
  const email = `${roleCode}-${people}@yeelen.test`;
  const password = `Essai-${roleCode}-1`;
  await users.create({
    email,
    password,
    firstname: 'Personne',
    lastname: `${people}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const answer = await supertest(strapi.server.httpServer)
    .post('/admin/login')
    .send({ email, password })
    .expect(200);
  const { data } = answer.body as { data: { token: string } };
  return `Bearer ${data.token}`;
}
