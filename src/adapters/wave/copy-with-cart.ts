import { open, rm } from 'node:fs/promises';
import type { CartText } from '../../domain/audio';
import { cartChunk } from './cart-chunk';
import { NotAWaveError, readChunks, readFrameBytes } from './read-chunks';
import { writeParts, type Part } from './write-parts';

/**
 * Copies a WAV of ours with another `cart` chunk in the place of the old one. Every other chunk stays byte for byte: the
 * sound is the same, and so is what was measured of it. The same words give the very file that `writeBroadcastChunks` made.
 * Answers false, and leaves no file, when the file has no such chunk: whoever asks makes it from the recording.
 */
export async function copyWithCart(
  fromPath: string,
  toPath: string,
  cart: CartText,
): Promise<boolean> {
  try {
    const parts = await planParts(fromPath, cart);
    if (parts === null) return false;
    await writeParts(fromPath, parts, toPath);
    return true;
  } catch (error) {
    await rm(toPath, { force: true });
    if (error instanceof NotAWaveError) return false;
    throw error;
  }
}

async function planParts(path: string, cart: CartText): Promise<readonly Part[] | null> {
  const file = await open(path, 'r');
  try {
    const chunks = await readChunks(file);
    const format = chunks.find(({ name }) => name === 'fmt ');
    const sound = chunks.find(({ name }) => name === 'data');
    const isOurs = ['bext', 'cart'].every((name) => chunks.some((chunk) => chunk.name === name));
    if (format === undefined || sound === undefined || !isOurs) return null;
    const frames = Math.floor(sound.sizeBytes / (await readFrameBytes(file, format)));
    return chunks.map((chunk) => ({
      name: chunk.name,
      content: chunk.name === 'cart' ? cartChunk(cart, frames) : chunk,
    }));
  } finally {
    await file.close();
  }
}
