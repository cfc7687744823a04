import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** All files below `start` (a file or a folder; nothing when it is missing), in a stable order. */
function filesBelow(start) {
  const stat = statSync(start, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [start];
  return readdirSync(start)
    .sort()
    .flatMap((name) => filesBelow(path.join(start, name)));
}

/**
 * One hash over the names and contents of the sources, so that a build is repeated exactly when one of them changed.
 * @param {string} root
 * @param {readonly string[]} starts files and folders, relative to the root
 * @param {(relative: string) => boolean} [isWanted]
 */
export function hashOfTree(root, starts, isWanted = () => true) {
  const hash = createHash('sha256');
  for (const start of starts) {
    for (const file of filesBelow(path.join(root, start))) {
      const relative = path.relative(root, file).split(path.sep).join('/');
      if (!isWanted(relative)) continue;
      hash.update(`${relative}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} file */
export const hashOfFile = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
