import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { inRoot } from './root.mjs';

/** Windows 7 stops at Chrome 109: stations' computers are that old. */
const TARGET = 'chrome109';

/** A script with its packed twins; the name bears the hash of the content. Answers the name. */
function write(folder, stem, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const name = `${stem}.${hash}.js`;
  const file = path.join(folder, name);
  writeFileSync(file, content);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  return name;
}

async function bundle(entry, define = {}) {
  // Not before: this file is read in a fresh clone, where nothing is installed yet.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    define,
    logLevel: 'error',
  });
  return Buffer.from(outputFiles[0].contents);
}

/**
 * Bundles the scripts of the station's pages: one for the pages, one service worker that knows the first by name.
 * @param {string} folder gets `station/`; what was in it goes
 */
export async function buildClient(folder) {
  const room = path.join(folder, 'station');
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room, { recursive: true });
  const sources = inRoot('src', 'web', 'station', 'client');
  const page = write(room, 'page', await bundle(path.join(sources, 'page.ts')));
  const address = JSON.stringify(`/station/client/${page}`);
  write(
    room,
    'worker',
    await bundle(path.join(sources, 'worker', 'worker.ts'), { PAGE_SCRIPT: address }),
  );
}
