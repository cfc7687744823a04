import {
  Decimator,
  integratedLoudness,
  loudnessCurve,
  loudnessRange,
  modelLimiter,
  MOMENTS_A_SECOND,
  TruePeak,
  WeightedFrames,
  type Downmix,
  type LimiterPoint,
  type Moments,
  type StereoPicture,
  type Waveform,
} from '../../domain/audio';
import type { LoudnessReading } from './read-log';

/** What is listened to: the rate of the meters, and the peak that they are made for. */
export const METER_HZ = 48_000;
/** Rate of the small copy in which noise and pauses are heard: speech's energy lies below its half. */
const SMALL_HZ = 8_000;
const STEP = METER_HZ / SMALL_HZ;
/** 20 pixels a second; also the frame of loudness, of noise and of silence. */
const FRAME_SAMPLES = METER_HZ / 20;
const SMALL_FRAME = SMALL_HZ / 20;
const MOMENT_SAMPLES = METER_HZ / MOMENTS_A_SECOND;
const FRAME_MOMENTS = FRAME_SAMPLES / MOMENT_SAMPLES;
const SAMPLE_BYTES = 4;
/** Below a quiet room, above a phone's own noise. */
const SILENCE_PEAK = 10 ** (-50 / 20);
/** Shorter gaps are breath. */
const SILENCE_SECONDS = 0.5;
/** 36 dB over full scale. */
const LOUDEST = 64;
/** 16 bits end here. */
const DIGITAL_SILENCE_DBFS = -96;

/** Statistics of one line of samples, frame by frame; all of them shares of full scale. */
class Line {
  /** The samples of the frame that is being heard, and its small copy. */
  readonly frame = new Float64Array(FRAME_SAMPLES);
  readonly small = new Float64Array(SMALL_FRAME);
  /** Of the small copy. */
  sum = 0;
  squares = 0;
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  /** Power of each frame of the small copy about its own mean. */
  readonly powers: number[] = [];
  /** The highest sample of each moment. */
  private readonly peaks: number[] = [];
  private readonly weighted = new WeightedFrames(METER_HZ);
  private readonly truePeak = new TruePeak();
  private readonly decimator = new Decimator(STEP);
  private truePeakDbtp: number | null = null;

  /** Takes in the first samples of `frame`: all of them, but at the end of a recording. */
  take(count: number): void {
    const { frame } = this;
    for (let first = 0; first < count; first += MOMENT_SAMPLES) {
      const end = Math.min(count, first + MOMENT_SAMPLES);
      const peak = peakOf(frame, first, end);
      this.weighted.take(frame, first, end);
      if (end - first < MOMENT_SAMPLES) break;
      this.peaks.push(peak);
      this.weighted.endFrame(MOMENT_SAMPLES);
    }
    this.truePeak.take(frame, count);
    const copied = Math.ceil(count / STEP);
    frame.fill(0, count);
    this.decimator.take(frame, copied * STEP, this.small);
    this.takeSmall(copied);
  }

  end(): void {
    this.truePeakDbtp = this.truePeak.end();
  }

  /** What a limiter and the meter behind it have to do with. */
  moments(): Moments {
    return { peaks: this.peaks, powers: this.weighted.powers };
  }

  /** Weighted power of each frame of 50 ms. */
  frames(): readonly number[] {
    return meansOf(this.weighted.powers, FRAME_MOMENTS);
  }

  levels(): LoudnessReading {
    return readingOf(this.frames(), this.truePeakDbtp);
  }

  private takeSmall(count: number): void {
    const { small } = this;
    let sum = 0;
    let squares = 0;
    let low = 0;
    let high = 0;
    for (let at = 0; at < count; at += 1) {
      const sample = small[at] ?? 0;
      sum += sample;
      squares += sample * sample;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
    this.sum += sum;
    this.squares += squares;
    this.lows.push(low);
    this.highs.push(high);
    this.powers.push(Math.max(0, squares / count - (sum / count) ** 2));
  }
}

/**
 * The highest sample of a stretch. A file may hold numbers that are none, or out of this world: one would spoil every filter
 * after it, so they are silenced on the way.
 */
function peakOf(samples: Float64Array, first: number, end: number): number {
  let peak = 0;
  for (let at = first; at < end; at += 1) {
    const size = Math.abs(samples[at] ?? 0);
    if (!(size < LOUDEST)) samples[at] = 0;
    else if (size > peak) peak = size;
  }
  return peak;
}

/** Too little sound above the gate has no loudness. */
function readingOf(frames: readonly number[], truePeakDbtp: number | null): LoudnessReading {
  return {
    loudnessLufs: integratedLoudness(frames),
    loudnessRangeLu: loudnessRange(frames),
    truePeakDbtp,
  };
}

/** What the small copy told of one line: the downmix, or one channel. */
export type Heard = {
  readonly silentHeadSeconds: number;
  readonly silentTailSeconds: number;
  readonly longestInnerSilenceSeconds: number;
  readonly voiceOverNoiseDb: number | null;
  readonly waveform: Waveform;
};

/**
 * Listens to 32-bit floating-point samples at 48 kHz as they come, and keeps some two thousand numbers a second and line: one
 * pass in this process meters loudness and true peak and hears noise, pauses and channels, for less than ffmpeg's meter alone.
 */
export class Listener {
  private readonly left = new Line();
  private readonly right = new Line();
  private readonly average = new Line();
  private products = 0;
  /** Samples of each channel so far. */
  private count = 0;
  private rest: Buffer = Buffer.alloc(0);
  private aligned = new Float32Array(0);

  constructor(private readonly channels: 1 | 2) {}

  take(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const step = this.channels * SAMPLE_BYTES;
    const whole = bytes.length - (bytes.length % step);
    // Floating-point numbers are read where they are aligned.
    if (this.aligned.byteLength < whole) this.aligned = new Float32Array(whole / SAMPLE_BYTES);
    bytes.copy(new Uint8Array(this.aligned.buffer), 0, 0, whole);
    const samples = this.aligned.subarray(0, whole / SAMPLE_BYTES);
    const many = samples.length / this.channels;
    for (let first = 0; first < many;) {
      const place = this.count % FRAME_SAMPLES;
      const count = Math.min(FRAME_SAMPLES - place, many - first);
      this.fill(samples, first, count, place);
      this.count += count;
      first += count;
      if (place + count === FRAME_SAMPLES) this.endFrame(FRAME_SAMPLES);
    }
    this.rest = bytes.subarray(whole);
  }

  /** Closes what is open. Call once, after the last sample. */
  end(): void {
    const open = this.count % FRAME_SAMPLES;
    if (open > 0) this.endFrame(open);
    for (const line of this.lines()) line.end();
  }

  get seconds(): number {
    return this.count / METER_HZ;
  }

  /** What the full meters read of the downmix, or of one channel. */
  levels(of: Downmix): LoudnessReading {
    return this.lineOf(of).levels();
  }

  /** Largest mean of any channel, in percent of full scale. */
  dcOffsetPercent(): number {
    if (this.count === 0) return 0;
    const means = [this.left.sum, this.right.sum].map((sum) => Math.abs(sum) / this.smallCount());
    return 100 * Math.max(...means);
  }

  /** Null for one channel. */
  picture(): Omit<StereoPicture, 'limiterCurve'> | null {
    if (this.channels === 1 || this.count === 0) return null;
    const n = this.smallCount();
    const leftPower = this.left.squares / n - (this.left.sum / n) ** 2;
    const rightPower = this.right.squares / n - (this.right.sum / n) ** 2;
    const common = this.products / n - (this.left.sum / n) * (this.right.sum / n);
    const leftRmsDbfs = levelOf(leftPower);
    const rightRmsDbfs = levelOf(rightPower);
    const { loudnessLufs, truePeakDbtp } = this.levelsOfBoth();
    return {
      leftRmsDbfs,
      rightRmsDbfs,
      correlation:
        leftRmsDbfs === null || rightRmsDbfs === null
          ? null
          : Math.max(-1, Math.min(1, common / Math.sqrt(leftPower * rightPower))),
      loudnessLufs,
      truePeakDbtp,
    };
  }

  /**
   * How loud the recording gets behind the limiter: of the line the stations will hear, or of both channels under one limiter.
   * @param loudnessLufs what the full meter read of the same.
   */
  limiterCurve(
    of: Downmix | 'both',
    loudnessLufs: number,
    drivesDb: readonly number[],
  ): readonly LimiterPoint[] {
    const lines = of === 'both' ? [this.left, this.right] : [this.lineOf(of)];
    return modelLimiter(
      lines.map((line) => line.moments()),
      loudnessLufs,
      drivesDb,
    );
  }

  /** @param from the line the stations will hear. */
  heard(from: Downmix): Heard {
    const line = this.lineOf(from);
    return {
      ...silences(line, this.seconds),
      voiceOverNoiseDb: voiceOverNoise(line),
      waveform: {
        version: 2,
        channels: 1,
        sample_rate: SMALL_HZ,
        samples_per_pixel: SMALL_FRAME,
        bits: 8,
        length: line.lows.length,
        data: line.lows.flatMap((low, index) => [
          inEightBits(low),
          inEightBits(line.highs[index] ?? 0),
        ]),
        loudness: loudnessCurve(line.frames()),
      },
    };
  }

  /** Copies so many samples of each channel into the open frames, from `place` on. */
  private fill(samples: Float32Array, first: number, count: number, place: number): void {
    const left = this.left.frame;
    if (this.channels === 1) {
      left.set(samples.subarray(first, first + count), place);
      return;
    }
    const right = this.right.frame;
    const average = this.average.frame;
    for (let at = 0; at < count; at += 1) {
      const one = samples[2 * (first + at)] ?? 0;
      const other = samples[2 * (first + at) + 1] ?? 0;
      left[place + at] = one;
      right[place + at] = other;
      average[place + at] = (one + other) / 2;
    }
  }

  private endFrame(samples: number): void {
    for (const line of this.lines()) line.take(samples);
    if (this.channels === 1) return;
    const copied = Math.ceil(samples / STEP);
    for (let at = 0; at < copied; at += 1) {
      this.products += (this.left.small[at] ?? 0) * (this.right.small[at] ?? 0);
    }
  }

  /** Powers of channels add; the higher peak is the peak of both. */
  private levelsOfBoth(): LoudnessReading {
    const right = this.right.frames();
    const frames = this.left.frames().map((power, index) => power + (right[index] ?? 0));
    const peaks = [this.left, this.right].map((line) => line.levels().truePeakDbtp ?? -Infinity);
    const peak = Math.max(...peaks);
    return readingOf(frames, Number.isFinite(peak) ? peak : null);
  }

  private smallCount(): number {
    return Math.ceil(this.count / STEP);
  }

  private lineOf(downmix: Downmix): Line {
    return this.channels === 1 ? this.left : this[downmix];
  }

  private lines(): readonly Line[] {
    return this.channels === 1 ? [this.left] : [this.left, this.right, this.average];
  }
}

function silences(
  line: Line,
  soundSeconds: number,
): Pick<Heard, 'silentHeadSeconds' | 'silentTailSeconds' | 'longestInnerSilenceSeconds'> {
  const isSilent = line.lows.map(
    (low, index) => Math.max(-low, line.highs[index] ?? 0) <= SILENCE_PEAK,
  );
  const first = isSilent.indexOf(false);
  if (first === -1) {
    return {
      silentHeadSeconds: soundSeconds,
      silentTailSeconds: soundSeconds,
      longestInnerSilenceSeconds: 0,
    };
  }
  const last = isSilent.lastIndexOf(false);
  let longest = 0;
  let run = 0;
  for (let index = first; index <= last; index += 1) {
    run = isSilent[index] === true ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  const frame = FRAME_SAMPLES / METER_HZ;
  const unlessBreath = (seconds: number) => (seconds >= SILENCE_SECONDS ? seconds : 0);
  return {
    silentHeadSeconds: unlessBreath(first * frame),
    silentTailSeconds: unlessBreath(Math.max(0, soundSeconds - (last + 1) * frame)),
    longestInnerSilenceSeconds: unlessBreath(longest * frame),
  };
}

/**
 * The 90th percentile of the frames over the 5th, silence at the ends left out. A percentile, as one frame of digital
 * silence would make any recording look clean.
 */
function voiceOverNoise(line: Line): number | null {
  const levels = line.powers.map((power) => levelOf(power) ?? DIGITAL_SILENCE_DBFS);
  const sounds = (level: number) => level > DIGITAL_SILENCE_DBFS;
  const within = levels
    .slice(levels.findIndex(sounds), levels.findLastIndex(sounds) + 1)
    .sort((one, other) => one - other);
  const voice = within[Math.floor(within.length * 0.9)];
  const noise = within[Math.floor(within.length * 0.05)];
  return voice === undefined || noise === undefined || !sounds(voice) ? null : voice - noise;
}

/** Means of so many values after each other; what is left at the end is left out. */
function meansOf(values: readonly number[], many: number): readonly number[] {
  const means: number[] = [];
  for (let first = 0; first + many <= values.length; first += many) {
    let sum = 0;
    for (let at = first; at < first + many; at += 1) sum += values[at] ?? 0;
    means.push(sum / many);
  }
  return means;
}

function levelOf(power: number): number | null {
  const level = 10 * Math.log10(power);
  return level > DIGITAL_SILENCE_DBFS ? level : null;
}

function inEightBits(sample: number): number {
  return Math.max(-128, Math.min(127, Math.round(sample * 128)));
}
