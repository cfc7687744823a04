import type { LimiterPoint } from './limiter-curve';
import type { Downmix, StereoPicture } from './stereo-picture';

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
  /** The rest is absent from recordings that were checked before it was measured. */
  readonly longestInnerSilenceSeconds?: number;
  /** How one channel was made of two; loudness and true peak above are of that channel. Absent: the average. */
  readonly downmix?: Downmix;
  /** Null for one channel. */
  readonly stereo?: StereoPicture | null;
  /** Largest mean of any channel, in percent of full scale. */
  readonly dcOffsetPercent?: number;
  /** The voice (90th percentile of 50 ms frames) over the noise between words (5th); null where nothing sounds. */
  readonly voiceOverNoiseDb?: number | null;
  /** Loudness behind the limiter, for every drive that a profile can ask for; empty where nothing can be measured. */
  readonly limiterCurve?: readonly LimiterPoint[];
};
