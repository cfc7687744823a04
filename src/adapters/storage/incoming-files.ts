import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import type { IncomingFiles } from '../../composition/ports';
import { makeFolderDurably, syncToDisk } from './sync-to-disk';

const INCOMING_FOLDER = 'incoming';
const ID = /^[0-9a-f-]{36}$/;

/** Recordings that come in pieces, one file each, in a folder that no door reads from. */
export function createIncomingFiles(rootFolder: string): IncomingFiles {
  const folder = path.join(path.resolve(rootFolder), INCOMING_FOLDER);
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new TypeError(`Not an upload: ${JSON.stringify(id.slice(0, 120))}`);
    return path.join(folder, id);
  };

  return {
    async write(id, from, content) {
      const file = pathOf(id);
      await makeFolderDurably(folder);
      const isNew = from === 0;
      const handle = await open(file, isNew ? 'w' : 'r+', 0o640);
      let writtenBytes = 0;
      let cut: Error | null = null;
      try {
        // What a killed server had written and not yet noted comes again.
        await handle.truncate(from);
        try {
          for await (const bytes of content as AsyncIterable<Buffer>) {
            await writeAll(handle, bytes, from + writtenBytes);
            writtenBytes += bytes.length;
          }
        } catch (error) {
          cut = error instanceof Error ? error : new Error(String(error));
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (isNew) await syncToDisk(folder);
      return { writtenBytes, cut };
    },

    async sizeOf(id) {
      try {
        return (await stat(pathOf(id))).size;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    read: (id) => createReadStream(pathOf(id)),

    remove: (id) => rm(pathOf(id), { force: true }),

    async ids() {
      try {
        return (await readdir(folder)).filter((name) => ID.test(name));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
