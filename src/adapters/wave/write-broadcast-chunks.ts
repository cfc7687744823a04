import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { BroadcastLevels } from '../../composition/ports';
import type { BroadcastMetadata } from '../../domain/audio';
import { bextChunk } from './bext-chunk';
import { cartChunk } from './cart-chunk';
import { NotAWaveError, readChunks, readFrameBytes, type Chunk } from './read-chunks';

/** A RIFF file counts its bytes in 32 bits. */
const LARGEST_RIFF = 0xffffffff;

/** A part of the new file: bytes of ours, or a chunk of the old one. */
type Part = { readonly name: string; readonly content: Buffer | Chunk };

/**
 * Puts a `bext` and a `cart` chunk into a PCM WAV, in front of the sound: some automations read no further than that.
 * Earlier ones are replaced, so writing twice changes nothing; every other chunk stays byte for byte. The file is copied
 * beside itself in pieces and then takes its own name: an end at any point leaves the old file whole. Syncing to the disk
 * is for whoever publishes it.
 * @throws NotAWaveError when the file is no whole PCM WAV; it stays as it was.
 */
export async function writeBroadcastChunks(
  path: string,
  metadata: BroadcastMetadata,
  levels: BroadcastLevels,
): Promise<void> {
  const parts = await planParts(path, metadata, levels);
  const besidePath = `${path}.chunks`;
  try {
    await pipeline(bytesOf(path, parts), createWriteStream(besidePath));
    await rename(besidePath, path);
  } finally {
    await rm(besidePath, { force: true });
  }
}

async function planParts(
  path: string,
  { bext, cart }: BroadcastMetadata,
  levels: BroadcastLevels,
): Promise<readonly Part[]> {
  const file = await open(path, 'r');
  try {
    const chunks = await readChunks(file);
    const format = chunks.find(({ name }) => name === 'fmt ');
    const sound = chunks.find(({ name }) => name === 'data');
    if (format === undefined || sound === undefined) throw new NotAWaveError('it has no sound');
    const frames = Math.floor(sound.sizeBytes / (await readFrameBytes(file, format)));
    const others = chunks.filter(
      (chunk) => chunk !== format && chunk.name !== 'bext' && chunk.name !== 'cart',
    );
    return [
      { name: format.name, content: format },
      { name: 'bext', content: bextChunk(bext, levels) },
      { name: 'cart', content: cartChunk(cart, frames) },
      ...others.map((chunk) => ({ name: chunk.name, content: chunk })),
    ];
  } finally {
    await file.close();
  }
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
