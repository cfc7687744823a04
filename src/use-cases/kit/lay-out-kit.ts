import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

import { cutZip, layOutZip, type ZipEntry, type ZipLayout } from '../../domain/delivery';
import type { Language } from '../../domain/shared';
import type { Kit, KitFile } from './read-kit';
import type { KitPorts } from './kit-ports';

type Source =
  | { readonly kind: 'text'; readonly body: Buffer }
  | { readonly kind: 'file'; readonly storageKey: string };

/** A kit as an archive that stands nowhere. */
export type KitArchive = {
  readonly sizeBytes: number;
  /** The same kit gives the same archive, byte for byte. */
  readonly sha256: string;
  /** The bytes `first` to `last`, both included. */
  read(range: { readonly first: number; readonly last: number }): Readable;
};

/** What a file of a kit is called, in the archive and saved alone. */
export function kitFileName(
  postCode: string,
  language: Language,
  { kind, extension }: Pick<KitFile, 'kind' | 'extension'>,
): string {
  return `${postCode}-${language}-${NAMES[kind]}.${extension}`;
}

const NAMES = { picture: 'image', status: 'statut', voice: 'voix', film: 'video' } as const;

/** One day for every entry, so that the same kit gives the same bytes. */
const MODIFIED_AT = new Date('2026-01-01T00:00:00Z');

async function* bytesOf(
  files: KitPorts['files'],
  layout: ZipLayout,
  sources: readonly Source[],
  { first, last }: { readonly first: number; readonly last: number },
): AsyncGenerator<Uint8Array> {
  for (const cut of cutZip(layout, first, last)) {
    if (cut.piece.kind === 'bytes') {
      yield cut.piece.bytes.subarray(cut.first, cut.last + 1);
      continue;
    }
    const source = sources[cut.piece.index];
    if (source === undefined) throw new TypeError(`The kit has no entry ${cut.piece.index}.`);
    if (source.kind === 'text') yield source.body.subarray(cut.first, cut.last + 1);
    else {
      const range = { first: cut.first, last: cut.last };
      yield* files.read(source.storageKey, range) as AsyncIterable<Buffer>;
    }
  }
}

/**
 * Lays a kit out as one archive: what to do, then for each language its text, pictures, voice note and film.
 *
 * @param readMe what to do with it, in French.
 */
export async function layOutKit(
  { files }: Pick<KitPorts, 'files'>,
  kit: Kit,
  readMe: string,
): Promise<KitArchive> {
  const sources: Source[] = [];
  const entries: ZipEntry[] = [];
  const hash = createHash('sha256');
  const add = (name: string, source: Source, sizeBytes: number, crc: number, sha256: string) => {
    sources.push(source);
    entries.push({ name, sizeBytes, crc32: crc, modifiedAt: MODIFIED_AT });
    hash.update(JSON.stringify([name, sha256]));
  };
  const addText = (name: string, words: string) => {
    // Notepad of an old computer reads lines that end so.
    const body = Buffer.from(`${words.replaceAll('\n', '\r\n')}\r\n`);
    const sha256 = createHash('sha256').update(body).digest('hex');
    add(name, { kind: 'text', body }, body.length, crc32(body), sha256);
  };
  addText('LISEZMOI.txt', readMe);
  for (const { language, text, files: ofPart } of kit.parts) {
    addText(`${kit.postCode}-${language}-texte.txt`, text);
    for (const file of ofPart) {
      const { storageKey } = file;
      const digest = await files.digestOf(storageKey);
      const name = kitFileName(kit.postCode, language, file);
      add(name, { kind: 'file', storageKey }, digest.sizeBytes, digest.crc32, digest.sha256);
    }
  }
  const layout = layOutZip(entries);
  return {
    sizeBytes: layout.sizeBytes,
    sha256: hash.digest('hex'),
    read: (range) => Readable.from(bytesOf(files, layout, sources, range), { objectMode: false }),
  };
}
