import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { NotAWaveError, type Chunk } from './read-chunks';

/** A RIFF file counts its bytes in 32 bits. */
const LARGEST_RIFF = 0xffffffff;

/** A part of the new file: bytes of ours, or a chunk of the old one. */
export type Part = { readonly name: string; readonly content: Buffer | Chunk };

/** Writes a RIFF/WAVE file of these parts, in pieces: what comes of the old file is read from there. */
export async function writeParts(
  fromPath: string,
  parts: readonly Part[],
  toPath: string,
): Promise<void> {
  await pipeline(bytesOf(fromPath, parts), createWriteStream(toPath));
}

async function* bytesOf(path: string, parts: readonly Part[]): AsyncGenerator<Buffer> {
  const riffBytes = parts.reduce((sum, part) => sum + 8 + sizeOf(part) + (sizeOf(part) % 2), 4);
  if (riffBytes > LARGEST_RIFF) throw new NotAWaveError('too large for a RIFF file');
  yield Buffer.concat([header('RIFF', riffBytes), Buffer.from('WAVE', 'latin1')]);
  for (const part of parts) {
    const { name, content } = part;
    yield header(name, sizeOf(part));
    if (Buffer.isBuffer(content)) yield content;
    else if (content.sizeBytes > 0) yield* piecesOf(path, content);
    if (sizeOf(part) % 2 === 1) yield Buffer.alloc(1);
  }
}

function piecesOf(path: string, { offset, sizeBytes }: Chunk): AsyncIterable<Buffer> {
  return createReadStream(path, { start: offset, end: offset + sizeBytes - 1 });
}

function sizeOf({ content }: Part): number {
  return Buffer.isBuffer(content) ? content.length : content.sizeBytes;
}

function header(name: string, sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.write(name, 0, 4, 'latin1');
  bytes.writeUInt32LE(sizeBytes, 4);
  return bytes;
}
