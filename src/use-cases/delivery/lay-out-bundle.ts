import { createHash } from 'node:crypto';

import {
  isSameFile,
  layOutZip,
  type Manifest,
  type ManifestFile,
  type ZipLayout,
} from '../../domain/delivery';
import type { Ports } from '../../composition/ports';

/** A file of the bundle that is made from the list: a playlist, a day sheet, what to do. */
export type BundleText = {
  readonly name: string;
  readonly body: Buffer;
  readonly crc32: number;
};

export type BundleEntry =
  | { readonly kind: 'text'; readonly text: BundleText }
  | { readonly kind: 'sound'; readonly file: ManifestFile; readonly storageKey: string };

/** An archive that stands nowhere: its entries, and where each byte of it lies. */
export type Bundle = {
  readonly stationCode: string;
  /** The number of the list that it holds. */
  readonly version: number;
  readonly entries: readonly BundleEntry[];
  readonly layout: ZipLayout;
  /** The same entries give the same archive, byte for byte: a strong ETag. */
  readonly sha256: string;
};

/** The storage does not hold a file as its list describes it: no archive rather than a wrong one. */
export class BundleFileMissing extends Error {}

/**
 * Lays out the archive of a list: the texts, then the sounds, urgent ones first; with `since`, only sounds that were not
 * in that list.
 *
 * @throws BundleFileMissing
 */
export async function layOutBundle(
  ports: Pick<Ports, 'checksums' | 'files' | 'renditions'>,
  manifest: Manifest,
  since: Manifest | null,
  texts: readonly BundleText[],
): Promise<Bundle> {
  const files = bundledFiles(manifest, since);
  const known = await ports.checksums.crc32Of(files.map(({ renditionId }) => renditionId));
  const entries: BundleEntry[] = texts.map((text) => ({ kind: 'text', text }));
  const checksums = texts.map(({ crc32 }) => crc32);
  for (const file of files) {
    const { storageKey } = await renditionOf(ports, file);
    checksums.push(known.get(file.renditionId) ?? (await checksumOf(ports, file, storageKey)));
    entries.push({ kind: 'sound', file, storageKey });
  }
  const shapes = entries.map((entry, index) => ({
    ...shapeOf(entry, manifest.frozenAt),
    crc32: checksums[index] ?? 0,
  }));
  const identity = entries.map((entry, index) => [shapes[index], contentOf(entry)]);
  return {
    stationCode: manifest.stationCode,
    version: manifest.version,
    entries,
    layout: layOutZip(shapes),
    sha256: createHash('sha256').update(JSON.stringify(identity)).digest('hex'),
  };
}

/** The sounds of a bundle, in the order of the list. */
export function bundledFiles(manifest: Manifest, since: Manifest | null): readonly ManifestFile[] {
  return manifest.files.filter(
    (file) => since === null || !since.files.some((before) => isSameFile(before, file)),
  );
}

/** What to delete at a station that followed the list `since`; without one, what was recalled. */
export function filesToDelete(manifest: Manifest, since: Manifest | null): readonly string[] {
  const kept = new Set(manifest.files.map(({ fileName }) => fileName));
  const names = [
    ...manifest.tombstones.flatMap(({ fileNames }) => fileNames),
    ...(since?.files ?? []).map(({ fileName }) => fileName),
  ];
  return [...new Set(names)].filter((name) => !kept.has(name)).sort();
}

async function renditionOf(ports: Pick<Ports, 'renditions'>, file: ManifestFile) {
  const rendition = await ports.renditions.byId(file.renditionId);
  if (rendition === null) throw new BundleFileMissing(file.fileName);
  return rendition;
}

/** Reads a file whole, once, and makes sure that it is what the list says. */
async function checksumOf(
  ports: Pick<Ports, 'checksums' | 'files'>,
  file: ManifestFile,
  storageKey: string,
): Promise<number> {
  if (!(await ports.files.has(storageKey))) throw new BundleFileMissing(file.fileName);
  const digest = await ports.files.digestOf(storageKey);
  if (digest.sha256 !== file.sha256) throw new BundleFileMissing(file.fileName);
  await ports.checksums.keepCrc32(file.renditionId, digest.crc32);
  return digest.crc32;
}

function shapeOf(entry: BundleEntry, frozenAt: Date) {
  return entry.kind === 'text'
    ? { name: entry.text.name, sizeBytes: entry.text.body.length, modifiedAt: frozenAt }
    : {
        name: entry.file.fileName,
        sizeBytes: entry.file.sizeBytes,
        modifiedAt: entry.file.publishedAt,
      };
}

function contentOf(entry: BundleEntry): string {
  return entry.kind === 'text'
    ? createHash('sha256').update(entry.text.body).digest('hex')
    : entry.file.sha256;
}
