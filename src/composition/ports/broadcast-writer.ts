import type { BroadcastMetadata } from '../../domain/audio';

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
}
