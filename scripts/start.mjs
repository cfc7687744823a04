/** `npm start`: the server for real use. Settings come from the environment or from `.env`. */
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { checkNodeVersion } from './lib/node-version.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot, root } from './lib/root.mjs';
import { run, say } from './lib/say.mjs';
import { closeToOthers, ensureSecrets } from './lib/secrets.mjs';
import { checkSettings } from './lib/settings.mjs';

const envFile = inRoot('.env');

await run(async () => {
  process.chdir(root);
  checkNodeVersion();
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  // Refused before the minutes of a first installation, not after.
  checkSettings(process.env);
  // As a browser writes it in `Origin`: without a trailing slash.
  process.env.PUBLIC_URL = process.env.PUBLIC_URL.replace(/\/$/, '');
  const dataFolder = path.resolve(process.env.DATA_DIR || 'data');
  const made = ensureSecrets({ envFile, dataFolder, environment: process.env });
  Object.assign(process.env, made);
  if (Object.keys(made).length > 0)
    say(
      `First start: secrets written to ${envFile} (readable by its owner only). Keep a copy apart.`,
    );
  if (closeToOthers(envFile)) say(`${envFile} was readable by others: closed (mode 600).`);

  await prepare();
  // Recordings, contacts and consents are nobody else's business on this machine.
  process.umask(0o077);
  for (const folder of [dataFolder, path.resolve(process.env.MEDIA_DIR || 'media')])
    mkdirSync(folder, { recursive: true });

  process.env.NODE_ENV = 'production';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  // In this very process: SIGTERM and SIGINT reach Strapi, which closes its doors and its database.
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  await createStrapi({ appDir: root, distDir: inRoot('dist') }).start();
});
