/** `npm run develop`: Strapi with reload on change, for engineers; its database and media stay under `.tmp/`. */
import { existsSync, mkdirSync } from 'node:fs';

import { runNode } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/say.mjs';
import { ensureSecrets } from './lib/secrets.mjs';

const envFile = inRoot('.env.develop');

await run(async () => {
  await prepare({ build: false });
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const dataFolder = inRoot('.tmp', 'develop', 'data');
  const mediaFolder = inRoot('.tmp', 'develop', 'media');
  for (const folder of [dataFolder, mediaFolder]) mkdirSync(folder, { recursive: true });
  const made = ensureSecrets({ envFile, dataFolder, environment: process.env });
  const { code } = await runNode(
    [inRoot('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), 'develop'],
    {
      env: {
        ...process.env,
        ...made,
        NODE_ENV: 'development',
        STRAPI_TELEMETRY_DISABLED: 'true',
        DATA_DIR: process.env.DATA_DIR ?? dataFolder,
        MEDIA_DIR: process.env.MEDIA_DIR ?? mediaFolder,
      },
    },
  );
  return code;
});
