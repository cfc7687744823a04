import type { Readable } from 'node:stream';

export type StoredFile = {
  readonly key: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type FileDigest = {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly crc32: number;
};

export type PutAnswer =
  | { readonly kind: 'stored'; readonly file: StoredFile }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  | { readonly kind: 'empty' };

/**
 * Files that are never public by address: `masters/…`, `renditions/…`, `pictures/…`, `cards/…`,
 * `peaks/…`.
 * Keys are made by the server: lower-case letters, digits, `-`, `_`, `.` and `/`.
 */
export interface FileStore {
  /** Streams to a temporary name, syncs to disk, hashes, renames. Nothing is left when it fails or is too large. */
  put(key: string, content: Readable, maximumBytes: number): Promise<PutAnswer>;
  /** Moves a file that an adapter wrote to a `scratchPath` into its place. */
  adopt(scratchPath: string, key: string): Promise<StoredFile>;
  /** Absolute path for an engine that reads files by name. */
  pathOf(key: string): string;
  /** A new folder of its own on the same disk, for one job. The caller removes it. */
  makeScratchFolder(purpose: string): Promise<string>;
  /** Removes a scratch folder and what is left in it. */
  removeScratchFolder(folder: string): Promise<void>;
  has(key: string): Promise<boolean>;
  sizeOf(key: string): Promise<number | null>;
  /** Reads all of it once. */
  digestOf(key: string): Promise<FileDigest>;
  /** Reads the bytes `first` to `last`, both included. */
  read(key: string, range?: { readonly first: number; readonly last: number }): Readable;
  remove(key: string): Promise<void>;
}
