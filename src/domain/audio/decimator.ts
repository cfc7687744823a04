import { windowedSinc } from './windowed-sinc';

const TAPS_A_STEP = 10;

/**
 * Makes a small copy of a sound: one sample for every `factor`. What the low rate cannot hold is taken out first (half of
 * it from 0.46 of the new rate on); the copy is late by five of its samples.
 */
export class Decimator {
  private readonly weights: Float64Array;
  private readonly kept: Float64Array;
  private room = new Float64Array(0);

  constructor(private readonly factor: number) {
    const taps = TAPS_A_STEP * factor;
    this.weights = windowedSinc(taps, 0.46 / factor, 0, 6);
    this.kept = new Float64Array(taps - factor);
  }

  /**
   * @param samples the first `count` of them, a multiple of the factor.
   * @param copy where the small copy is written, from its beginning on.
   */
  take(samples: Float64Array, count: number, copy: Float64Array): void {
    const { factor, kept, weights } = this;
    const length = kept.length + count;
    if (this.room.length < length) this.room = new Float64Array(length);
    const { room } = this;
    room.set(kept);
    room.set(samples.subarray(0, count), kept.length);
    const half = weights.length / 2;
    const last = weights.length - 1;
    for (let first = 0, at = 0; first < count; first += factor, at += 1) {
      let value = 0;
      // The weights are the same from both ends.
      for (let tap = 0; tap < half; tap += 1) {
        value += (weights[tap] ?? 0) * ((room[first + tap] ?? 0) + (room[first + last - tap] ?? 0));
      }
      copy[at] = value;
    }
    kept.set(room.subarray(count, length));
  }
}
