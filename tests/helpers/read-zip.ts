import { buffer } from 'node:stream/consumers';

import yauzl, { type Entry, type ZipFile } from 'yauzl';

export type ReadEntry = {
  readonly name: string;
  readonly content: Buffer;
  readonly isStored: boolean;
  readonly modifiedAt: Date;
};

/** Reads an archive with a reader that is not ours: names, sizes and checksums must fit. */
export async function readZip(archive: Buffer): Promise<readonly ReadEntry[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(archive, { lazyEntries: true, strictFileNames: true }, (error, opened) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  const entries: ReadEntry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.on('entry', (entry: Entry) => {
      readEntry(zip, entry).then((read) => {
        entries.push(read);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
  return entries;
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<ReadEntry> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  return {
    name: entry.fileName,
    content: await buffer(stream),
    isStored: entry.compressionMethod === 0,
    modifiedAt: entry.getLastModDate({ timezone: 'UTC' }),
  };
}

/** One text of an archive. */
export function textIn(entries: readonly ReadEntry[], name: string): string {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`The archive has no ${name}.`);
  return entry.content.toString('utf8');
}
