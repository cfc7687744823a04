/** What one decode of an upload told. Levels are null where there was too little sound to measure. */
export type Measurement = {
  readonly container: string;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** What the file says of itself; null where it does not say. */
  readonly declaredSeconds: number | null;
  readonly decodedSeconds: number;
  /** Integrated loudness; null below the gate of -70 LUFS. */
  readonly loudnessLufs: number | null;
  readonly loudnessRangeLu: number | null;
  readonly truePeakDbtp: number | null;
  /** Silence at the beginning and the end, in seconds. */
  readonly silentHeadSeconds: number;
  readonly silentTailSeconds: number;
};
