/**
 * A ZIP archive of stored entries as arithmetic: where each byte stands, without a byte of the entries themselves. After
 * PKWARE's APPNOTE 6.3.10: UTF-8 names (bit 11), no data descriptors, ZIP64 only where a number does not fit.
 */
export type ZipEntry = {
  /** ASCII or UTF-8, with `/` between folders. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly crc32: number;
  /** To the even second, in UTC. */
  readonly modifiedAt: Date;
};

/** A stretch of the archive: bytes of the format itself, or all bytes of one entry. */
export type ZipPiece =
  | { readonly kind: 'bytes'; readonly offset: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'entry';
      readonly offset: number;
      readonly sizeBytes: number;
      /** Its place in the list of entries. */
      readonly index: number;
    };

export type ZipLayout = {
  readonly sizeBytes: number;
  /** Without a gap, from the first byte to the last. */
  readonly pieces: readonly ZipPiece[];
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const EXTRA_64 = 0x0001;

const UTF8_NAMES = 0x0800;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
/** Made on Unix: a regular file that everybody may read. */
const MADE_ON_UNIX = 3 << 8;
const READABLE_FILE = 0o100644 * 0x10000;

const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** Where everything stands in the archive of these entries, in this order. */
export function layOutZip(entries: readonly ZipEntry[]): ZipLayout {
  const pieces: ZipPiece[] = [];
  const offsets: number[] = [];
  let at = 0;
  const add = (bytes: Uint8Array) => {
    pieces.push({ kind: 'bytes', offset: at, bytes });
    at += bytes.length;
  };
  for (const [index, entry] of entries.entries()) {
    offsets.push(at);
    add(localHeader(entry));
    if (entry.sizeBytes > 0) {
      pieces.push({ kind: 'entry', offset: at, sizeBytes: entry.sizeBytes, index });
      at += entry.sizeBytes;
    }
  }
  const directoryAt = at;
  const directory = join(entries.map((entry, index) => centralHeader(entry, offsets[index] ?? 0)));
  add(join([directory, endRecords(entries.length, directoryAt, directory.length)]));
  return { sizeBytes: at, pieces };
}

/** What of each piece lies between two bytes of the archive, both included. */
export type ZipCut = { readonly piece: ZipPiece; readonly first: number; readonly last: number };

/** The pieces of a range, each with its own first and last byte, both included. */
export function cutZip(layout: ZipLayout, first: number, last: number): readonly ZipCut[] {
  return layout.pieces.flatMap((piece) => {
    const size = piece.kind === 'bytes' ? piece.bytes.length : piece.sizeBytes;
    const from = Math.max(first - piece.offset, 0);
    const to = Math.min(last - piece.offset, size - 1);
    return from <= to ? [{ piece, first: from, last: to }] : [];
  });
}

function localHeader(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const isLarge = entry.sizeBytes >= FULL_32;
  const writer = new Writer();
  writer.u32(LOCAL).u16(isLarge ? ZIP64_VERSION : PLAIN_VERSION);
  common(writer, entry, isLarge)
    .u16(name.length)
    .u16(isLarge ? 20 : 0)
    .bytes(name);
  if (isLarge) writer.u16(EXTRA_64).u16(16).u64(entry.sizeBytes).u64(entry.sizeBytes);
  return writer.done();
}

function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const isLarge = entry.sizeBytes >= FULL_32;
  const isFar = offset >= FULL_32;
  const extra = new Writer();
  if (isLarge) extra.u64(entry.sizeBytes).u64(entry.sizeBytes);
  if (isFar) extra.u64(offset);
  const numbers = extra.done();
  const version = isLarge || isFar ? ZIP64_VERSION : PLAIN_VERSION;
  const writer = new Writer();
  writer
    .u32(CENTRAL)
    .u16(MADE_ON_UNIX | version)
    .u16(version);
  common(writer, entry, isLarge)
    .u16(name.length)
    .u16(numbers.length === 0 ? 0 : numbers.length + 4)
    .u16(0) // no comment
    .u16(0) // first disk
    .u16(0) // internal attributes
    .u32(READABLE_FILE)
    .u32(isFar ? FULL_32 : offset)
    .bytes(name);
  if (numbers.length > 0) writer.u16(EXTRA_64).u16(numbers.length).bytes(numbers);
  return writer.done();
}

/** What both headers of an entry say alike: flags, method, time, checksum, sizes. */
function common(writer: Writer, entry: ZipEntry, isLarge: boolean): Writer {
  const size = isLarge ? FULL_32 : entry.sizeBytes;
  const { date, time } = dosTime(entry.modifiedAt);
  return writer.u16(UTF8_NAMES).u16(0).u16(time).u16(date).u32(entry.crc32).u32(size).u32(size);
}

function endRecords(count: number, directoryAt: number, directoryBytes: number): Uint8Array {
  const writer = new Writer();
  const isLarge = count >= FULL_16 || directoryAt >= FULL_32 || directoryBytes >= FULL_32;
  if (isLarge) {
    writer
      .u32(END_64)
      .u64(44)
      .u16(MADE_ON_UNIX | ZIP64_VERSION)
      .u16(ZIP64_VERSION)
      .u32(0)
      .u32(0)
      .u64(count)
      .u64(count)
      .u64(directoryBytes)
      .u64(directoryAt);
    writer
      .u32(LOCATOR_64)
      .u32(0)
      .u64(directoryAt + directoryBytes)
      .u32(1);
  }
  const shown = Math.min(count, FULL_16);
  return writer
    .u32(END)
    .u16(0)
    .u16(0)
    .u16(shown)
    .u16(shown)
    .u32(Math.min(directoryBytes, FULL_32))
    .u32(Math.min(directoryAt, FULL_32))
    .u16(0)
    .done();
}

/** MS-DOS counts from 1980 in steps of two seconds, and knows no zone. */
function dosTime(instant: Date): { readonly date: number; readonly time: number } {
  const year = instant.getUTCFullYear();
  if (year < 1980 || year > 2107) return { date: (1 << 5) | 1, time: 0 };
  return {
    date: ((year - 1980) << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate(),
    time:
      (instant.getUTCHours() << 11) |
      (instant.getUTCMinutes() << 5) |
      Math.floor(instant.getUTCSeconds() / 2),
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Little-endian numbers, one after the other. */
class Writer {
  private readonly written: number[] = [];

  u16(value: number): this {
    this.written.push(value & 0xff, (value >>> 8) & 0xff);
    return this;
  }

  u32(value: number): this {
    return this.u16(value % 0x10000).u16(Math.floor(value / 0x10000) % 0x10000);
  }

  u64(value: number): this {
    return this.u32(value % 0x100000000).u32(Math.floor(value / 0x100000000));
  }

  bytes(value: Uint8Array): this {
    for (const byte of value) this.written.push(byte);
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.written);
  }
}
