export const CODECS = ['mp3', 'aac', 'opus', 'wav'] as const;
export type Codec = (typeof CODECS)[number];

/** What a station's desk expects of a file. Two profiles that ask the same thing share a hash and so a rendition. */
export type DeliveryProfile = {
  readonly code: string;
  readonly name: string;
  readonly codec: Codec;
  /** Null for WAV. */
  readonly bitRateKbps: number | null;
  readonly sampleRateHz: number;
  readonly channels: 1 | 2;
  /** Integrated loudness to reach (EBU R128 / ITU-R BS.1770). */
  readonly targetLufs: number;
  /** True peak not to be exceeded. */
  readonly ceilingDbtp: number;
  /**
   * One channel is heard from two loudspeakers and counts 3 LU louder, as the meter of such a station reads it. Of two
   * channels every meter says so by itself.
   */
  readonly countsDualMono: boolean;
  /** Silence before the first and after the last sound is left out, but for a breath. */
  readonly trimsSilence: boolean;
};
