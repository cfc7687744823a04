import { windowedSinc } from './windowed-sinc';

/** Four times the rate, as ITU-R BS.1770 Annex 2 asks for at 48 kHz; here with twice its taps. */
const OVERSAMPLING = 4;
const TAPS = 24;
/** Looked at together. */
const RUN = 64;

/** The values a quarter, a half and three quarters of a sample on. */
const BETWEEN = Array.from({ length: OVERSAMPLING - 1 }, (_, index) =>
  windowedSinc(TAPS, 0.5, (index + 1) / OVERSAMPLING - 0.5),
);
/** No value between samples is higher than so many times the highest sample around it. */
const HIGHEST_RISE = Math.max(
  ...BETWEEN.map((weights) => weights.reduce((sum, weight) => sum + Math.abs(weight), 0)),
);

/**
 * The highest peak of a sound at 48 kHz, also between its samples (dBTP of ITU-R BS.1770). Only where the samples around are
 * high enough for a new highest peak is it worked out: most of speech is not.
 */
export class TruePeak {
  private highest = 0;
  private kept = new Float64Array(TAPS - 1);
  private room = new Float64Array(0);

  /** @param samples the first `count` of them, full scale being 1. */
  take(samples: Float64Array, count: number): void {
    const { kept } = this;
    const length = kept.length + count;
    if (this.room.length < length) this.room = new Float64Array(length);
    const { room } = this;
    room.set(kept);
    room.set(samples.subarray(0, count), kept.length);
    let here = this.highestOf(room, 0, Math.min(RUN, length));
    for (let first = 0; first < count; first += RUN) {
      const after = first + RUN;
      const next = this.highestOf(room, after, Math.min(after + RUN, length));
      // What lies between the samples of a run hangs on them and on a few of the next.
      if (Math.max(here, next) * HIGHEST_RISE > this.highest) {
        this.between(room, first, Math.min(after, count));
      }
      here = next;
    }
    kept.set(room.subarray(count, length));
  }

  /** In dBTP; null for digital silence. Call once, after the last sample. */
  end(): number | null {
    this.take(new Float64Array(TAPS), TAPS);
    return this.highest === 0 ? null : 20 * Math.log10(this.highest);
  }

  private highestOf(room: Float64Array, first: number, end: number): number {
    let highest = 0;
    for (let at = first; at < end; at += 1) {
      const size = Math.abs(room[at] ?? 0);
      if (size > highest) highest = size;
    }
    if (highest > this.highest) this.highest = highest;
    return highest;
  }

  private between(room: Float64Array, first: number, end: number): void {
    for (const weights of BETWEEN) {
      for (let at = first; at < end; at += 1) {
        let value = 0;
        for (let tap = 0; tap < TAPS; tap += 1) {
          value += (weights[tap] ?? 0) * (room[at + tap] ?? 0);
        }
        const size = Math.abs(value);
        if (size > this.highest) this.highest = size;
      }
    }
  }
}
