import path from 'node:path';

import * as tar from 'tar';

import { digestOf, digestOfFile, type Digest } from './digest';
import { BrokenArchive, MANIFEST_NAME, parseManifest, type Manifest } from './manifest';

const MAXIMUM_MANIFEST_BYTES = 64 * 1024 * 1024;

/**
 * Reads an archive from its first byte to its last and compares every file with the manifest.
 * @throws BrokenArchive that names the first thing that is not as promised
 */
export async function verifyArchive(file: string): Promise<Manifest> {
  const reading: Reading = { manifestText: null, found: new Map(), complaint: null };
  try {
    await tar.list({ file, strict: true, onReadEntry: (entry) => readEntry(reading, entry) });
  } catch (error) {
    throw new BrokenArchive(`the archive cannot be read: ${String(error)}`);
  }
  if (reading.complaint !== null) throw new BrokenArchive(reading.complaint);
  if (reading.manifestText === null) throw new BrokenArchive('the archive is empty');
  const manifest = parseManifest(await reading.manifestText);
  await compare(manifest, reading.found);
  return manifest;
}

type Reading = {
  manifestText: Promise<string> | null;
  readonly found: Map<string, Promise<Digest>>;
  complaint: string | null;
};

function readEntry(reading: Reading, entry: tar.ReadEntry): void {
  const name = entry.path;
  reading.complaint ??= complaintAbout(reading, entry);
  if (reading.complaint !== null) {
    entry.resume();
  } else if (reading.manifestText === null) {
    reading.manifestText = entry.concat().then((bytes: Buffer) => bytes.toString('utf8'));
    watch(reading.manifestText);
  } else {
    const digest = digestOf(entry);
    watch(digest);
    reading.found.set(name, digest);
  }
}

function complaintAbout(reading: Reading, entry: tar.ReadEntry): string | null {
  if (reading.manifestText === null) {
    return entry.path === MANIFEST_NAME && entry.size <= MAXIMUM_MANIFEST_BYTES
      ? null
      : 'the archive does not begin with its manifest';
  }
  if (entry.type !== 'File') return `${entry.path} is not a plain file (${entry.type})`;
  return reading.found.has(entry.path) ? `${entry.path} is there twice` : null;
}

/** A broken stream is told once, by whoever awaits it; until then it must not end the process. */
function watch(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}

async function compare(
  manifest: Manifest,
  found: ReadonlyMap<string, Promise<Digest>>,
): Promise<void> {
  for (const expected of manifest.files) {
    const actual = await found.get(expected.path);
    if (actual === undefined) throw new BrokenArchive(`${expected.path} is missing`);
    if (actual.sizeBytes !== expected.sizeBytes || actual.sha256 !== expected.sha256)
      throw new BrokenArchive(`${expected.path} is not what was saved`);
  }
  const known = new Set(manifest.files.map((one) => one.path));
  for (const name of found.keys()) {
    if (!known.has(name)) throw new BrokenArchive(`${name} is not in the manifest`);
  }
}

/**
 * Unpacks the files of a verified manifest, and nothing else, into an empty folder; then compares what lies on the disk.
 * @throws BrokenArchive when the archive changed since it was verified
 */
export async function unpackArchive(
  file: string,
  manifest: Manifest,
  folder: string,
): Promise<void> {
  const wanted = new Set(manifest.files.map((one) => one.path));
  await tar.extract({
    file,
    cwd: folder,
    strict: true,
    preserveOwner: false,
    filter: (name, entry) => wanted.has(name) && 'type' in entry && entry.type === 'File',
  });
  for (const expected of manifest.files) {
    const actual = await digestOfFile(path.join(folder, expected.path));
    if (actual.sha256 !== expected.sha256)
      throw new BrokenArchive(`${expected.path} differs after unpacking`);
  }
}
