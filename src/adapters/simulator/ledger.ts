import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const wallEntryShape = z.object({
  remoteId: z.string(),
  accountCode: z.string(),
  language: z.string(),
  text: z.string(),
  altText: z.string(),
  pictureKey: z.string().nullable(),
  publishedAt: z.string().transform((text) => new Date(text)),
});

/** A post as the simulated network holds it. */
export type WallEntry = Readonly<z.infer<typeof wallEntryShape>>;

const ENTRY_NAME = /^[0-9a-f-]{36}\.json$/;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Takes a post for good: written beside, synced, renamed. A process killed on the way leaves either the whole post or none.
 */
export async function takeEntry(folder: string, entry: WallEntry): Promise<void> {
  await mkdir(folder, { recursive: true });
  const scratch = join(folder, `.taking-${randomUUID()}`);
  const handle = await open(scratch, 'wx');
  try {
    await handle.writeFile(JSON.stringify(entry, null, 2));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(scratch, join(folder, `${entry.remoteId}.json`));
  await syncFolder(folder);
}

async function readEntry(path: string): Promise<WallEntry | null> {
  try {
    return wallEntryShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    // Removed between the listing and the reading.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Every post the network holds, the newest first. A folder that does not exist yet holds none. */
export async function readEntries(folder: string): Promise<readonly WallEntry[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => ENTRY_NAME.test(name));
  const entries = await Promise.all(names.map((name) => readEntry(join(folder, name))));
  return entries
    .filter((entry) => entry !== null)
    .sort((left, right) => right.publishedAt.getTime() - left.publishedAt.getTime());
}

/** Deletes a post; deleting what is not there is success, as on the real networks. */
export async function removeEntry(folder: string, remoteId: string): Promise<void> {
  const name = `${remoteId}.json`;
  if (!ENTRY_NAME.test(name)) return;
  await rm(join(folder, name), { force: true });
}
