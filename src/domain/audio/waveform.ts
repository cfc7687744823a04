import type { LoudnessCurve } from './loudness-curve';

/**
 * Peaks to draw a recording by, in the JSON form of audiowaveform, version 2: pairs of lowest and highest sample, each
 * -128 to 127, one pair a pixel.
 */
export type Waveform = {
  readonly version: 2;
  readonly channels: 1;
  readonly sample_rate: number;
  readonly samples_per_pixel: number;
  readonly bits: 8;
  /** Number of pixels. */
  readonly length: number;
  readonly data: readonly number[];
  /** Ours; readers of the form pass over it. Absent from recordings that were checked before it was drawn. */
  readonly loudness?: LoudnessCurve;
};

/** Where a version's waveform lies in the file store. */
export function waveformKey(versionId: string): string {
  return `peaks/${versionId.toLowerCase()}.json`;
}
