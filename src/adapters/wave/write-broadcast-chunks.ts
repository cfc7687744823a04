import { open, rename, rm } from 'node:fs/promises';
import type { BroadcastLevels } from '../../composition/ports';
import type { BroadcastMetadata } from '../../domain/audio';
import { bextChunk } from './bext-chunk';
import { cartChunk } from './cart-chunk';
import { NotAWaveError, readChunks, readFrameBytes } from './read-chunks';
import { writeParts, type Part } from './write-parts';

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
    await writeParts(path, parts, besidePath);
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
