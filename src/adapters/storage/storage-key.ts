import path from 'node:path';

const SEGMENT = /^[a-z0-9_-][a-z0-9._-]{0,99}$/;

/** Where scratch folders and unfinished files live, inside the root so that a rename stays on one disk. */
export const SCRATCH_FOLDER = '.scratch';

/**
 * The absolute path of a key inside a root folder.
 * @throws TypeError for anything but segments of lower-case letters, digits, `-`, `_` and inner dots: no `..`, no
 *   hidden file, no absolute path can be spelled.
 */
export function pathOfKey(rootFolder: string, key: string): string {
  const segments = key.split('/');
  if (segments.length < 2 || segments.length > 6 || !segments.every((one) => SEGMENT.test(one))) {
    throw new TypeError(`Not a storage key: ${JSON.stringify(key.slice(0, 120))}`);
  }
  return path.join(rootFolder, ...segments);
}
