import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { DATABASE_ENTRY, type Manifest } from './manifest';
import { unpackArchive, verifyArchive } from './read-archive';

export type RestoreTarget = { readonly dataFolder: string; readonly mediaFolder: string };

/** The target holds something: a restore never mixes two installations. */
export class TargetNotEmpty extends Error {
  override readonly name = 'TargetNotEmpty';
}

/** What a fresh clone, or a server that never took anything in, has in its media folder: it may stay. */
const BROUGHT_ALONG = new Set(['demo', 'README.md', '.scratch']);

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : [];
}

async function refuseUnlessEmpty({ dataFolder, mediaFolder }: RestoreTarget): Promise<void> {
  const data = await namesIn(dataFolder);
  if (data.length > 0) throw new TargetNotEmpty(notEmpty(dataFolder, data));
  const media = (await namesIn(mediaFolder)).filter((name) => !BROUGHT_ALONG.has(name));
  if (media.length > 0) throw new TargetNotEmpty(notEmpty(mediaFolder, media));
}

function notEmpty(folder: string, names: readonly string[]): string {
  return `${folder} n’est pas vide (${names[0]}). Une restauration ne mélange jamais deux installations : choisissez un dossier vide.`;
}

/**
 * Puts an archive into an empty installation: verifies all of it, unpacks beside the target, then renames. The database
 * comes last, so that an interrupted restore is never mistaken for a whole one.
 * @throws BrokenArchive | TargetNotEmpty before anything of the target was touched
 */
export async function restoreArchive(file: string, target: RestoreTarget): Promise<Manifest> {
  await refuseUnlessEmpty(target);
  const manifest = await verifyArchive(file);
  await mkdir(target.dataFolder, { recursive: true });
  await mkdir(target.mediaFolder, { recursive: true });
  const unpacked = await mkdtemp(path.join(target.mediaFolder, '.restore-'));
  const placed: string[] = [];
  try {
    await unpackArchive(file, manifest, unpacked);
    const media = path.join(unpacked, 'media');
    for (const name of await namesIn(media)) {
      const place = path.join(target.mediaFolder, name);
      await rename(path.join(media, name), place);
      placed.push(place);
    }
    await placeDatabase(path.join(unpacked, DATABASE_ENTRY), target.dataFolder);
    return manifest;
  } catch (error) {
    for (const place of placed) await rm(place, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

/** Data and media may lie on two disks, where a rename cannot go: copy beside the place first. */
async function placeDatabase(unpacked: string, dataFolder: string): Promise<void> {
  const place = path.join(dataFolder, path.basename(DATABASE_ENTRY));
  const part = `${place}.part`;
  try {
    await copyAcross(unpacked, part);
    await chmod(part, 0o640);
    await rename(part, place);
  } finally {
    await rm(part, { force: true });
  }
}

async function copyAcross(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
