import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

import { cutZip, layOutZip, type ZipEntry, type ZipLayout } from '../../../../src/domain/delivery';
import { readZip } from '../../../helpers/read-zip';

const AT = new Date('2026-12-01T07:00:02Z');

type Content = { readonly name: string; readonly body: Buffer };

function entryOf({ name, body }: Content): ZipEntry {
  return { name, sizeBytes: body.length, crc32: crc32(body), modifiedAt: AT };
}

/** The bytes of a range, as a door would send them. */
function bytesOf(
  layout: ZipLayout,
  bodies: readonly Buffer[],
  first = 0,
  last = layout.sizeBytes - 1,
): Buffer {
  return Buffer.concat(
    cutZip(layout, first, last).map((cut) => {
      const bytes = cut.piece.kind === 'bytes' ? cut.piece.bytes : bodies[cut.piece.index];
      return (bytes ?? Buffer.alloc(0)).subarray(cut.first, cut.last + 1);
    }),
  );
}

const anyContents = fc.uniqueArray(
  fc.record({
    name: fc
      .array(fc.constantFrom('a', 'B', '0', '-', '_', 'ɛ', 'ɔ', 'é'), {
        minLength: 1,
        maxLength: 9,
      })
      .map((letters) => letters.join('')),
    body: fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes)),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
);

describe('an archive as arithmetic', { timeout: 60_000 }, () => {
  it('is read by a reader that is not ours, names in UTF-8 and times in UTC', async () => {
    const contents = [
      { name: 'LISEZMOI.txt', body: Buffer.from('À lire') },
      { name: 'ɲɛmɔgɔ.txt', body: Buffer.from('ɛ ɔ ɲ ŋ') },
      { name: 'vide.txt', body: Buffer.alloc(0) },
    ];
    const layout = layOutZip(contents.map(entryOf));
    const read = await readZip(
      bytesOf(
        layout,
        contents.map(({ body }) => body),
      ),
    );
    expect(read).toEqual(
      contents.map(({ name, body }) => ({
        name,
        content: body,
        isStored: true,
        modifiedAt: AT,
      })),
    );
  });

  it('is an archive also when nothing is in it', async () => {
    const layout = layOutZip([]);
    expect(layout.sizeBytes).toBe(22);
    expect(await readZip(bytesOf(layout, []))).toEqual([]);
  });

  it('has no gap, holds what was put in, and is the same whenever it is laid out', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents, async (contents) => {
        const layout = layOutZip(contents.map(entryOf));
        const bodies = contents.map(({ body }) => body);
        const archive = bytesOf(layout, bodies);
        expect(archive).toHaveLength(layout.sizeBytes);
        expect(layOutZip(contents.map(entryOf))).toEqual(layout);
        const read = await readZip(archive);
        expect(read.map(({ name, content }) => ({ name, body: content }))).toEqual(contents);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes from any byte to any other', () => {
    fc.assert(
      fc.property(anyContents, fc.nat(), fc.nat(), (contents, one, other) => {
        const layout = layOutZip(contents.map(entryOf));
        const bodies = contents.map(({ body }) => body);
        const [first = 0, last = 0] = [one, other]
          .map((at) => at % layout.sizeBytes)
          .sort((a, b) => a - b);
        const whole = bytesOf(layout, bodies);
        expect(bytesOf(layout, bodies, first, last)).toEqual(whole.subarray(first, last + 1));
      }),
    );
  });

  it('keeps to a day that MS-DOS knows', () => {
    const year = (modifiedAt: Date) =>
      layOutZip([{ name: 'a', sizeBytes: 0, crc32: 0, modifiedAt }]).pieces[0];
    expect(year(new Date('1970-01-01T00:00:00Z'))).toEqual(year(new Date('1980-01-01T00:00:00Z')));
  });
});

/** Reads a huge archive of which only headers and directory exist; entries read as zeros. */
class ThinArchive extends yauzl.RandomAccessReader {
  constructor(private readonly layout: ZipLayout) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const parts = cutZip(this.layout, start, end - 1).map(({ piece, first, last }) =>
      piece.kind === 'bytes'
        ? piece.bytes.subarray(first, last + 1)
        : Buffer.alloc(last - first + 1),
    );
    return Readable.from([Buffer.concat(parts)]);
  }
}

async function directoryOf(layout: ZipLayout): Promise<readonly Entry[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromRandomAccessReader(
      new ThinArchive(layout),
      layout.sizeBytes,
      { lazyEntries: true },
      (error, opened) => (error === null ? resolve(opened) : reject(error)),
    );
  });
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  await new Promise((resolve, reject) => {
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
  return entries;
}

describe('an archive that is too large for the old format', { timeout: 60_000 }, () => {
  const large = (name: string, sizeBytes: number): ZipEntry => ({
    name,
    sizeBytes,
    crc32: 7,
    modifiedAt: AT,
  });
  const LIMIT = 0xffffffff;

  it.each([
    ['just within it', [large('a', LIMIT - 1)]],
    ['with one entry at the limit', [large('a', LIMIT)]],
    ['with an entry that begins beyond it', [large('a', LIMIT - 1), large('b', 10)]],
    ['with large entries beyond it', [large('a', LIMIT + 9), large('b', LIMIT + 1), large('c', 0)]],
  ])('is found to its end: %s', async (_how, entries) => {
    const layout = layOutZip(entries);
    const read = await directoryOf(layout);
    expect(read.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual(
      entries.map(({ name, sizeBytes }) => [name, sizeBytes]),
    );
    expect(read.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader)).toEqual(
      layout.pieces.flatMap(({ kind, offset }, place) =>
        kind === 'bytes' && place < layout.pieces.length - 1 ? [offset] : [],
      ),
    );
  });

  it('has more entries than 16 bits count', () => {
    const entries = Array.from({ length: 65_535 }, (_, index) => large(`f${index}`, 0));
    const tail = layOutZip(entries).pieces.at(-1);
    const bytes = tail?.kind === 'bytes' ? Buffer.from(tail.bytes) : Buffer.alloc(0);
    const end = bytes.subarray(-22);
    expect([end.readUInt32LE(0), end.readUInt16LE(10)]).toEqual([0x06054b50, 0xffff]);
    const record = bytes.subarray(-22 - 20 - 56);
    expect([record.readUInt32LE(0), record.readBigUInt64LE(32)]).toEqual([0x06064b50, 65_535n]);
  });
});
