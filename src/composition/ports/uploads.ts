import type { Readable } from 'node:stream';

import type { Upload } from '../../domain/audio';

/** Uploads under way, and what became of them. */
export interface UploadStore {
  add(upload: Upload): Promise<void>;
  byId(id: string): Promise<Upload | null>;
  all(): Promise<readonly Upload[]>;
  /** Notes bytes that are on the disk. False when somebody else went on from the same place. */
  advance(id: string, from: number, to: number, at: Date): Promise<boolean>;
  markSubmitted(id: string, at: Date): Promise<void>;
  /** All of its bytes are here, and it is no version of its spot yet. */
  complete(): Promise<readonly Upload[]>;
  untouchedSince(before: Date): Promise<readonly Upload[]>;
  remove(id: string): Promise<void>;
}

export type Written = {
  /** On the disk, synced. */
  readonly writtenBytes: number;
  /** What cut the content short; null when it was read to its end. */
  readonly cut: Error | null;
};

/** The bytes of uploads under way, by the upload's id: never public. */
export interface IncomingFiles {
  /** Writes from a byte on, in place of whatever lay behind it. A cut loses nothing that had come before it. */
  write(id: string, from: number, content: Readable): Promise<Written>;
  sizeOf(id: string): Promise<number | null>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
  ids(): Promise<readonly string[]>;
}
