import type {
  BroadcastMetadata,
  DeliveryProfile,
  Measurement,
  VerdictReason,
  Waveform,
} from '../../domain/audio';

/** What the engine is, written into every rendition's identity: the same input and engine give the same bytes. */
export type Toolchain = {
  readonly version: string;
  readonly hash: string;
  /** Where it was found: set by hand, on the system, or the npm fallback. */
  readonly origin: 'configured' | 'system' | 'npm-fallback';
  /** A branch that gets no security fixes any more. */
  readonly isOld: boolean;
  /** What it lacks, in words for the log; empty when nothing is missing. */
  readonly shortcomings: readonly string[];
};

export type Tags = {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly comment: string;
};

export type RenditionOrder = {
  readonly profile: DeliveryProfile;
  /** Absolute path to write to; appears only when whole. */
  readonly outputPath: string;
  readonly tags: Tags;
  /** What a WAV says to a radio automation; other formats have no place for it. */
  readonly broadcast?: BroadcastMetadata;
};

export type RenditionMade = {
  readonly profileCode: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
};

export type MeasureAnswer =
  | {
      readonly kind: 'measured';
      readonly measurement: Measurement;
      /** Of the sound that stations will hear, to draw it by. */
      readonly waveform?: Waveform;
    }
  /** Refused before or while decoding: not sound, not an accepted format, over a bound. */
  | { readonly kind: 'unreadable'; readonly reason: VerdictReason };

/** Checks a recording and prepares it for the stations. One job at a time, niced, bounded in time and size. */
export interface AudioEngine {
  toolchain(): Promise<Toolchain>;
  /** @param path absolute, named by the server. */
  measure(path: string, onProgress?: (percent: number) => void): Promise<MeasureAnswer>;
  /** Makes all orders from one master. Throws when the engine fails; leaves no half file. */
  render(
    masterPath: string,
    measurement: Measurement,
    orders: readonly RenditionOrder[],
    onProgress?: (percent: number) => void,
  ): Promise<readonly RenditionMade[]>;
}
