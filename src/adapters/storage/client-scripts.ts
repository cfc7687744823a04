import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ClientScript, ClientScripts } from '../../composition/ports';

/** Reads the built scripts of the pages once, at the start: a few kilobytes, packed by the build already. */
export function readClientScripts(folder: string): ClientScripts {
  const read = new Map<string, ReturnType<ClientScripts['of']>>();
  return {
    of: (room) => {
      const known = read.get(room) ?? readRoom(path.join(folder, room));
      if (known !== null) read.set(room, known);
      return known;
    },
  };
}

function readRoom(folder: string): ReturnType<ClientScripts['of']> {
  const page = newest(folder, 'page');
  const worker = newest(folder, 'worker');
  return page === null || worker === null ? null : { page, worker };
}

/** `page.0a1b2c3d.js` with its packed twins; null when it was not built. */
function newest(folder: string, stem: string): ClientScript | null {
  const name = namesIn(folder).find(
    (found) => found.startsWith(`${stem}.`) && found.endsWith('.js'),
  );
  if (name === undefined) return null;
  const content = readFileSync(path.join(folder, name));
  return {
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
    gzip: readFileSync(path.join(folder, `${name}.gz`)),
    brotli: readFileSync(path.join(folder, `${name}.br`)),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
