import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import * as tar from 'tar';

import { copyDatabase } from './copy-database';
import { digestOfFile } from './digest';
import { DATABASE_ENTRY, MANIFEST_NAME, type Manifest, type ManifestFile } from './manifest';
import { pinMedia } from './pin-media';
import { verifyArchive } from './read-archive';

export type ArchiveRequest = {
  readonly databaseFile: string;
  readonly mediaFolder: string;
  readonly archiveFile: string;
  readonly version: string;
  readonly takenAt: Date;
};

/**
 * Writes the database and the media into one verified archive, while the server runs.
 * @throws Error when there is no database, it is damaged, the archive exists already, or what was written differs from
 *   what was read; no archive is left then
 */
export async function createArchive(request: ArchiveRequest): Promise<Manifest> {
  const archiveFile = path.resolve(request.archiveFile);
  await mkdir(path.dirname(archiveFile), { recursive: true });
  await mkdir(request.mediaFolder, { recursive: true });
  // Inside the media folder: hard links cannot reach another disk. Hidden: no backup takes it along.
  const stage = await mkdtemp(path.join(request.mediaFolder, '.backup-'));
  const part = `${archiveFile}.part`;
  try {
    await fillStage(request, stage);
    const manifest = await describe(stage, request);
    await writeFile(path.join(stage, MANIFEST_NAME), `${JSON.stringify(manifest, null, 1)}\n`);
    // A file left by a killed backup would keep its own mode.
    await rm(part, { force: true });
    await tar.create(
      {
        file: part,
        cwd: stage,
        mode: 0o600,
        portable: true,
        noDirRecurse: true,
        strict: true,
        // Recordings are compressed already: the fastest level loses nothing.
        gzip: { level: 1 },
      },
      [MANIFEST_NAME, ...manifest.files.map((file) => file.path)],
    );
    await chmod(part, 0o600);
    await verifyArchive(part);
    await publish(part, archiveFile);
    return manifest;
  } finally {
    await rm(stage, { recursive: true, force: true });
    await rm(part, { force: true });
  }
}

/** Pins before and after the copy of the database: whatever a row of it names existed at one of the two moments. */
async function fillStage(request: ArchiveRequest, stage: string): Promise<void> {
  const media = path.join(stage, 'media');
  const database = path.join(stage, DATABASE_ENTRY);
  await mkdir(path.dirname(database));
  await pinMedia(request.mediaFolder, media);
  await copyDatabase(request.databaseFile, database);
  await pinMedia(request.mediaFolder, media);
}

async function describe(stage: string, request: ArchiveRequest): Promise<Manifest> {
  const entries = await readdir(stage, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(stage, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const files: ManifestFile[] = [];
  for (const name of names)
    files.push({ path: name, ...(await digestOfFile(path.join(stage, name))) });
  return {
    format: 1,
    product: 'yeelen',
    version: request.version,
    takenAt: request.takenAt.toISOString(),
    files,
  };
}

/** The bytes reach the disk before the name does. */
async function publish(part: string, archiveFile: string): Promise<void> {
  const handle = await open(part, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, archiveFile);
}
