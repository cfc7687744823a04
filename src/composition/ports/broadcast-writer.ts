import type { BroadcastMetadata, CartText } from '../../domain/audio';

/** What a finished file measured. Null or left out: not measured, and the file says so. */
export type BroadcastLevels = {
  readonly loudnessLufs?: number | null;
  readonly loudnessRangeLu?: number | null;
  readonly truePeakDbtp?: number | null;
  readonly maximumMomentaryLufs?: number | null;
  readonly maximumShortTermLufs?: number | null;
};

/** Writes into a PCM WAV what radio automations read. The sound is not touched; the same words give the same bytes. */
export interface BroadcastWriter {
  /** Goes up when the same words would give other bytes: part of what identifies the toolchain. */
  readonly revision: number;
  /** @param path absolute; a file of another kind makes it throw and stays as it was. */
  write(path: string, metadata: BroadcastMetadata, levels: BroadcastLevels): Promise<void>;
  /**
   * Copies a finished file with other words for the automation: sound and origin stay byte for byte. Answers false, and
   * writes nothing, when the file is none of this writer's.
   * @param fromPath absolute; it stays as it is.
   */
  copyWithCart(fromPath: string, toPath: string, cart: CartText): Promise<boolean>;
}
