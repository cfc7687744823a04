import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { buildClient } from './build-client.mjs';
import { runNode } from './command.mjs';
import { inRoot, root } from './root.mjs';
import { Refusal, say } from './say.mjs';
import { hashOfTree } from './tree-hash.mjs';
import { SECRET_NAMES } from './secrets.mjs';

const stampFile = inRoot('dist', '.yeelen-build');
const compiledFolders = ['config', 'database', 'src'];

const isAdmin = (file) => file.startsWith('src/admin/');
const isBrowser = (file) => /^src\/web\/[^/]+\/client\//.test(file);

/** What each part of the build is made from. The admin bundle takes domain rules and French wording along. */
function wantedStamp() {
  const lock = 'package-lock.json';
  return {
    server: hashOfTree(
      root,
      [...compiledFolders, 'tsconfig.json', lock],
      (file) => !isAdmin(file) && !isBrowser(file),
    ),
    admin: hashOfTree(root, [
      'src/admin',
      'src/domain',
      'src/wording',
      'config/admin.ts',
      'config/plugins.ts',
      lock,
    ]),
    client: hashOfTree(
      root,
      ['src/web', 'src/wording', 'scripts/lib/build-client.mjs', lock],
      (file) => isBrowser(file) || !file.startsWith('src/web/'),
    ),
  };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function refuseBuild(part) {
  throw new Refusal(
    `La construction a échoué (${part}) : voir les lignes ci-dessus.`,
    `The build failed (${part}): see the lines above.`,
  );
}

/** Compiles beside the old build and swaps, so that files of deleted sources vanish and a failure leaves the old one. */
async function compileServer() {
  say('Compiling the server…');
  const next = inRoot('dist.next');
  rmSync(next, { recursive: true, force: true });
  const { code } = await runNode([
    inRoot('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    inRoot('tsconfig.json'),
    '--outDir',
    next,
  ]);
  if (code !== 0) refuseBuild('tsc');
  mkdirSync(inRoot('dist'), { recursive: true });
  for (const folder of compiledFolders) {
    rmSync(inRoot('dist', folder), { recursive: true, force: true });
    if (existsSync(`${next}/${folder}`)) renameSync(`${next}/${folder}`, inRoot('dist', folder));
  }
  rmSync(next, { recursive: true, force: true });
}

/**
 * Builds both halves. The settings of this machine stay out of the bundle: the server and the admin share one origin,
 * so an empty address makes it ask whichever host served it; the secrets are throw-away, only to let the settings load.
 */
async function buildServerAndAdmin() {
  say('Building the server and the admin panel (one to two minutes)…');
  const throwAway = Object.fromEntries(
    SECRET_NAMES.map((name) => [name, randomBytes(24).toString('base64url')]),
  );
  const { code } = await runNode(
    [inRoot('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), 'build'],
    {
      env: {
        ...process.env,
        ...throwAway,
        // In any other mode Strapi bakes its guided tour into the home page.
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        HOST: '127.0.0.1',
        PORT: '1337',
        PUBLIC_URL: '',
        DATABASE_CLIENT: 'sqlite',
      },
    },
  );
  if (code !== 0) refuseBuild('strapi build');
}

/** The scripts of the pages outside the admin: a moment's work. */
async function bundleClient() {
  try {
    await buildClient(inRoot('dist', 'client'));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    refuseBuild('esbuild');
  }
}

/**
 * Makes `dist/` from the sources, only the parts whose sources changed. Answers what was built.
 * @returns {Promise<{ server: boolean, admin: boolean, client: boolean }>}
 */
export async function ensureBuilt({ admin = true } = {}) {
  const wanted = wantedStamp();
  const present = readStamp();
  const stale = {
    server: present.server !== wanted.server || !existsSync(inRoot('dist', 'src', 'index.js')),
    admin:
      admin &&
      (present.admin !== wanted.admin || !existsSync(inRoot('dist', 'build', 'index.html'))),
    client: present.client !== wanted.client || !existsSync(inRoot('dist', 'client')),
  };
  const write = (stamp) => writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`);
  if (stale.admin) {
    // Strapi compiles the server on its way to the admin, and leaves files of deleted sources lying: begin afresh.
    for (const old of [...compiledFolders, '.yeelen-build'])
      rmSync(inRoot('dist', old), { recursive: true, force: true });
    await buildServerAndAdmin();
    write({ ...wanted, client: present.client });
  } else if (stale.server) {
    await compileServer();
    write({ ...present, server: wanted.server });
  }
  // The build of the admin may have emptied the folder.
  if (stale.client || !existsSync(inRoot('dist', 'client'))) {
    await bundleClient();
    write({ ...readStamp(), client: wanted.client });
  }
  return stale;
}
