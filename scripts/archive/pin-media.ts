import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What is on its way in, what the project brings along, and its explanation: none of it is the installation's own. */
const LEFT_OUT = new Set(['incoming', 'scratch', 'demo', 'README.md']);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/**
 * Gives every file of the media folder a second name in the stage, so that it stays although the server removes the
 * first. Media never change under their name. Hidden names (unfinished work), links and devices are left out.
 */
export async function pinMedia(mediaFolder: string, stage: string): Promise<void> {
  await pinFolder(mediaFolder, stage, (name) => !LEFT_OUT.has(name));
}

async function pinFolder(
  from: string,
  to: string,
  isWanted: (name: string) => boolean,
): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    if (entry.name.startsWith('.') || !isWanted(entry.name)) continue;
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) await pinFolder(source, target, () => true);
    else if (entry.isFile()) await pinFile(source, target);
  }
}

async function pinFile(source: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await link(source, target);
  } catch (error) {
    const code = codeOf(error);
    // EEXIST: pinned in the first pass. ENOENT: removed before its turn, so no row of the database names it.
    if (code === 'EEXIST' || code === 'ENOENT') return;
    // A file system without hard links (some network shares): a copy does the same, slower.
    await copyFile(source, target, constants.COPYFILE_EXCL);
  }
}
