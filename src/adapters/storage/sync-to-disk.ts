import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/** Waits until a file's bytes, or a folder's list of names, are on the disk and not only in memory. */
export async function syncToDisk(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and its parents; each new name is on the disk when it answers. */
export async function makeFolderDurably(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = path.dirname(made)) {
    await syncToDisk(path.dirname(made));
  }
}
