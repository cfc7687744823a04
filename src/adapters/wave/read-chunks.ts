import type { FileHandle } from 'node:fs/promises';

/** Where a chunk's content stands in its file. */
export type Chunk = { readonly name: string; readonly offset: number; readonly sizeBytes: number };

/** A file that is not what its caller said: no PCM WAV, or not whole. */
export class NotAWaveError extends Error {
  override readonly name = 'NotAWaveError';
}

/** More than this many parts is no file of ours. */
const MOST_CHUNKS = 64;

/**
 * The chunks of a RIFF/WAVE file, in their order, read by their headers alone.
 * @throws NotAWaveError when it is none, when a chunk reaches beyond the file, or when it has no sound.
 */
export async function readChunks(file: FileHandle): Promise<readonly Chunk[]> {
  const { size } = await file.stat();
  const head = await read(file, 0, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') {
    throw new NotAWaveError('not a RIFF/WAVE file');
  }
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= size;) {
    const header = await read(file, at, 8);
    const chunk = {
      name: header.toString('latin1', 0, 4),
      offset: at + 8,
      sizeBytes: header.readUInt32LE(4),
    };
    if (chunk.offset + chunk.sizeBytes > size) {
      throw new NotAWaveError(`its ${chunk.name} chunk reaches beyond the file`);
    }
    chunks.push(chunk);
    if (chunks.length > MOST_CHUNKS) throw new NotAWaveError('too many chunks');
    at = chunk.offset + chunk.sizeBytes + (chunk.sizeBytes % 2);
  }
  return chunks;
}

/** Bytes of one frame, all channels, from a `fmt ` chunk of PCM. */
export async function readFrameBytes(file: FileHandle, format: Chunk): Promise<number> {
  const content = await read(file, format.offset, 16);
  const tag = content.readUInt16LE(0);
  const frameBytes = content.readUInt16LE(12);
  // 1: PCM; 0xfffe: extensible, as ffmpeg writes for more than two channels or 16 bits.
  if ((tag !== 1 && tag !== 0xfffe) || frameBytes === 0) {
    throw new NotAWaveError('its sound is not PCM');
  }
  return frameBytes;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new NotAWaveError('the file is cut');
  return buffer;
}
