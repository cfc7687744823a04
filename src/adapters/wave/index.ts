import type { BroadcastWriter } from '../../composition/ports';
import { copyWithCart } from './copy-with-cart';
import { writeBroadcastChunks } from './write-broadcast-chunks';

/** To be raised when the same words would give other bytes. */
const REVISION = 1;

/** Writes what radio automations read into a finished WAV file. */
export function createBroadcastWriter(): BroadcastWriter {
  return { revision: REVISION, write: writeBroadcastChunks, copyWithCart };
}

export { NotAWaveError } from './read-chunks';
export { writeBroadcastChunks };
