import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { FileDigest, FileStore, PutAnswer, StoredFile } from '../../composition/ports';
import { pathOfKey, SCRATCH_FOLDER } from './storage-key';
import { makeFolderDurably, syncToDisk } from './sync-to-disk';

export type DiskFileStore = FileStore & {
  /** Removes what a killed process left unfinished. Only at start, before anything is written. */
  sweepScratch(): Promise<void>;
};

/** Read at a time: twice what Node reads by itself, for half of the turns; each slow line holds two of them. */
const PIECE_BYTES = 128 * 1024;

/** Files in one folder of this machine. A name appears only when all of its bytes are on the disk. */
export function createDiskFileStore(rootFolder: string): DiskFileStore {
  const root = path.resolve(rootFolder);
  const scratch = path.join(root, SCRATCH_FOLDER);

  return {
    async put(key, content, maximumBytes) {
      const target = pathOfKey(root, key);
      await mkdir(scratch, { recursive: true });
      const unfinished = path.join(scratch, `put-${randomUUID()}`);
      try {
        const answer = await writeBounded(content, unfinished, maximumBytes);
        if (answer.kind !== 'written') return answer;
        await moveIntoPlace(unfinished, target);
        return {
          kind: 'stored',
          file: { key, sizeBytes: answer.sizeBytes, sha256: answer.sha256 },
        };
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async adopt(scratchPath, key) {
      const target = pathOfKey(root, key);
      const { sizeBytes, sha256 } = await digestOf(scratchPath);
      await moveIntoPlace(scratchPath, target);
      return { key, sizeBytes, sha256 } satisfies StoredFile;
    },

    pathOf: (key) => pathOfKey(root, key),

    async makeScratchFolder(purpose) {
      await mkdir(scratch, { recursive: true });
      return mkdtemp(path.join(scratch, `${purpose.replace(/[^a-z0-9-]/g, '')}-`));
    },

    async removeScratchFolder(folder) {
      if (path.dirname(path.resolve(folder)) !== scratch) {
        throw new TypeError(`Not a scratch folder: ${folder}`);
      }
      await rm(folder, { recursive: true, force: true });
    },

    has: async (key) => (await sizeOfFile(pathOfKey(root, key))) !== null,

    sizeOf: (key) => sizeOfFile(pathOfKey(root, key)),

    digestOf: (key) => digestOf(pathOfKey(root, key)),

    read(key, range) {
      const file = pathOfKey(root, key);
      return range === undefined
        ? createReadStream(file, { highWaterMark: PIECE_BYTES })
        : createReadStream(file, {
            start: range.first,
            end: range.last,
            highWaterMark: PIECE_BYTES,
          });
    },

    async remove(key) {
      const file = pathOfKey(root, key);
      await rm(file, { force: true });
      if (await isFolder(path.dirname(file))) await syncToDisk(path.dirname(file));
    },

    sweepScratch: () => rm(scratch, { recursive: true, force: true }),
  };
}

type Written = { readonly kind: 'written'; readonly sizeBytes: number; readonly sha256: string };

/** `pipeline` destroys the input too, so that nobody goes on sending what is not kept. */
async function writeBounded(
  content: Readable,
  file: string,
  maximumBytes: number,
): Promise<Written | Exclude<PutAnswer, { kind: 'stored' }>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > maximumBytes) return done(new OverLimit());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, meter, createWriteStream(file, { flags: 'wx', mode: 0o640 }));
  } catch (error) {
    if (error instanceof OverLimit) return { kind: 'too-large', maximumBytes };
    throw error;
  }
  if (sizeBytes === 0) return { kind: 'empty' };
  return { kind: 'written', sizeBytes, sha256: hash.digest('hex') };
}

class OverLimit extends Error {}

/** The bytes are synced before the name changes and the folder after: a power cut leaves the old file or the whole new one. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  await syncToDisk(from);
  await makeFolderDurably(path.dirname(to));
  await rename(from, to);
  await syncToDisk(path.dirname(to));
}

async function digestOf(file: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let checksum = 0;
  const content = createReadStream(file) as AsyncIterable<Buffer>;
  for await (const bytes of content) {
    sizeBytes += bytes.length;
    hash.update(bytes);
    checksum = crc32(bytes, checksum);
  }
  return { sizeBytes, sha256: hash.digest('hex'), crc32: checksum };
}

/** Looked up at once: a turn in the thread pool costs milliseconds on a busy server, the look microseconds. */
function sizeOfFile(file: string): Promise<number | null> {
  const found = statSync(file, { throwIfNoEntry: false });
  return Promise.resolve(found?.isFile() === true ? found.size : null);
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
