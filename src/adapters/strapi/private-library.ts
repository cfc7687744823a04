import { createHmac, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Core } from '@strapi/strapi';

import type { System } from '../../composition/ports';

/** How long an address of a picture works, in seconds: as long as somebody looks at one page of the desk. */
const ADDRESS_LIFETIME_SECONDS = 30 * 60;

type LibraryFile = {
  readonly hash: string;
  readonly ext?: string;
  readonly stream?: Readable;
  readonly buffer?: Buffer;
  url: string;
};

type ExtensibleProvider = { extend(methods: Readonly<Record<string, unknown>>): void };

/**
 * Keeps the media library out of the public folder: photographs of people and attendance sheets are personal data.
 * Strapi's own local provider stays named as the provider, so that nothing in its database has to know.
 */
export function keepLibraryPrivate(
  strapi: Core.Strapi,
  folder: string,
  signingKey: string,
  system: System,
): void {
  const provider = strapi.plugin('upload').provider as unknown as ExtensibleProvider;
  const pathOf = (file: LibraryFile) => path.join(folder, nameOf(file));

  async function write(file: LibraryFile): Promise<void> {
    await mkdir(folder, { recursive: true });
    if (file.stream) await pipeline(file.stream, createWriteStream(pathOf(file)));
    else if (file.buffer) await pipeline([file.buffer], createWriteStream(pathOf(file)));
    else throw new Error('A file of the library came without content.');
    file.url = `/library/${nameOf(file)}`;
  }

  async function replace(next: LibraryFile, previous: LibraryFile): Promise<void> {
    await write(next);
    if (nameOf(next) !== nameOf(previous)) await rm(pathOf(previous), { force: true });
  }

  provider.extend({
    isPrivate: () => Promise.resolve(true),
    getSignedUrl: (file: LibraryFile) =>
      Promise.resolve({ url: signAddress(file.url, signingKey, system.now()) }),
    upload: write,
    uploadStream: write,
    replace,
    replaceStream: replace,
    delete: (file: LibraryFile) => rm(pathOf(file), { force: true }),
  });
}

/** A file of the library by its name; null when it is not there or the name leads elsewhere. */
export async function readLibraryFile(folder: string, name: string): Promise<Buffer | null> {
  if (path.basename(name) !== name) return null;
  return readFile(path.join(folder, name)).catch(() => null);
}

function nameOf(file: LibraryFile): string {
  return `${file.hash}${file.ext ?? ''}`;
}

/** Adds an end of validity and its signature to an address of the library. */
export function signAddress(address: string, signingKey: string, now: Date): string {
  const bare = address.split('?')[0] ?? address;
  const until = Math.floor(now.getTime() / 1000) + ADDRESS_LIFETIME_SECONDS;
  return `${bare}?until=${until}&sig=${signature(bare, until, signingKey)}`;
}

/** True while the signature holds and its time has not run out. */
export function isAddressValid(
  address: string,
  until: string,
  given: string,
  signingKey: string,
  now: Date,
): boolean {
  if (!/^\d{1,12}$/.test(until) || Number(until) * 1000 < now.getTime()) return false;
  const expected = Buffer.from(signature(address, Number(until), signingKey));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function signature(address: string, until: number, signingKey: string): string {
  return createHmac('sha256', signingKey).update(`${address} ${until}`).digest('base64url');
}
