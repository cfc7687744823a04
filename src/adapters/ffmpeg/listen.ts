import {
  loudnessCurve,
  modelLimiter,
  MOMENTS_A_SECOND,
  WeightedFrames,
  type Downmix,
  type LimiterPoint,
  type Moments,
  type StereoPicture,
  type Waveform,
} from '../../domain/audio';

/** Rate of the small copy that is listened to: speech's energy lies below its half. */
export const LISTENING_HZ = 8_000;
/** 20 pixels a second; also the frame of noise and silence. */
const FRAME_SAMPLES = LISTENING_HZ / 20;
const MOMENT_SAMPLES = LISTENING_HZ / MOMENTS_A_SECOND;
const FRAME_MOMENTS = FRAME_SAMPLES / MOMENT_SAMPLES;
const FULL_SCALE = 32_768;
/** Below a quiet room, above a phone's own noise. */
const SILENCE_PEAK = 10 ** (-50 / 20);
/** Shorter gaps are breath. */
const SILENCE_SECONDS = 0.5;
/** 16 bits end here. */
const DIGITAL_SILENCE_DBFS = -96;

/** Statistics of one line of samples, frame by frame; all of them shares of full scale. */
class Line {
  /** The samples of the moment that is being heard. */
  readonly moment = new Float64Array(MOMENT_SAMPLES);
  sum = 0;
  squares = 0;
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  /** Power of each frame about its own mean. */
  readonly powers: number[] = [];
  /** The highest sample of each moment. */
  readonly peaks: number[] = [];
  private readonly weighted = new WeightedFrames(LISTENING_HZ);
  private frameSum = 0;
  private frameSquares = 0;
  private low = 0;
  private high = 0;

  /** Takes in the first samples of `moment`. A plain loop: a recording has a quarter of a million of them in 30 s. */
  endMoment(count: number): void {
    const { moment } = this;
    let sum = 0;
    let squares = 0;
    let low = 0;
    let high = 0;
    for (let at = 0; at < count; at += 1) {
      const sample = moment[at] ?? 0;
      sum += sample;
      squares += sample * sample;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
    this.weighted.take(moment, count);
    this.frameSum += sum;
    this.frameSquares += squares;
    if (low < this.low) this.low = low;
    if (high > this.high) this.high = high;
    if (count < MOMENT_SAMPLES) return;
    this.peaks.push(Math.max(-low, high));
    this.weighted.endFrame(count);
  }

  /** What a limiter and the meter behind it have to do with. */
  moments(): Moments {
    return { peaks: this.peaks, powers: this.weighted.powers };
  }

  endFrame(samples: number): void {
    const mean = this.frameSum / samples;
    this.powers.push(Math.max(0, this.frameSquares / samples - mean * mean));
    this.lows.push(this.low);
    this.highs.push(this.high);
    this.sum += this.frameSum;
    this.squares += this.frameSquares;
    this.frameSum = 0;
    this.frameSquares = 0;
    this.low = 0;
    this.high = 0;
  }
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
 * Listens to 16-bit little-endian samples at 8 kHz as they come, and keeps some two thousand numbers a second and line. One pass in
 * this process in place of several more filters, whose logs differ between builds of ffmpeg.
 */
export class Listener {
  private readonly left = new Line();
  private readonly right = new Line();
  private readonly average = new Line();
  private products = 0;
  private count = 0;
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly channels: 1 | 2) {}

  take(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const step = this.channels * 2;
    const whole = bytes.length - (bytes.length % step);
    const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    for (let at = 0; at < whole; at += step) {
      const place = this.count % MOMENT_SAMPLES;
      const left = view.getInt16(at, true) / FULL_SCALE;
      this.left.moment[place] = left;
      if (this.channels === 2) {
        const right = view.getInt16(at + 2, true) / FULL_SCALE;
        this.right.moment[place] = right;
        this.average.moment[place] = (left + right) / 2;
        this.products += left * right;
      }
      this.count += 1;
      if (place === MOMENT_SAMPLES - 1) this.endMoment(MOMENT_SAMPLES);
    }
    this.rest = bytes.subarray(whole);
  }

  /** Closes what is open. Call once, after the last sample. */
  end(): void {
    const open = this.count % MOMENT_SAMPLES;
    if (open > 0) for (const line of this.lines()) line.endMoment(open);
    const inFrame = this.count % FRAME_SAMPLES;
    if (inFrame > 0) for (const line of this.lines()) line.endFrame(inFrame);
  }

  /** Largest mean of any channel, in percent of full scale. */
  dcOffsetPercent(): number {
    if (this.count === 0) return 0;
    const means = [this.left.sum, this.right.sum].map((sum) => Math.abs(sum) / this.count);
    return 100 * Math.max(...means);
  }

  /** Null for one channel. */
  picture(): Pick<StereoPicture, 'leftRmsDbfs' | 'rightRmsDbfs' | 'correlation'> | null {
    if (this.channels === 1 || this.count === 0) return null;
    const n = this.count;
    const leftPower = this.left.squares / n - (this.left.sum / n) ** 2;
    const rightPower = this.right.squares / n - (this.right.sum / n) ** 2;
    const common = this.products / n - (this.left.sum / n) * (this.right.sum / n);
    const leftRmsDbfs = levelOf(leftPower);
    const rightRmsDbfs = levelOf(rightPower);
    return {
      leftRmsDbfs,
      rightRmsDbfs,
      correlation:
        leftRmsDbfs === null || rightRmsDbfs === null
          ? null
          : Math.max(-1, Math.min(1, common / Math.sqrt(leftPower * rightPower))),
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
  heard(from: Downmix, soundSeconds: number): Heard {
    const line = this.lineOf(from);
    return {
      ...silences(line, soundSeconds),
      voiceOverNoiseDb: voiceOverNoise(line),
      waveform: {
        version: 2,
        channels: 1,
        sample_rate: LISTENING_HZ,
        samples_per_pixel: FRAME_SAMPLES,
        bits: 8,
        length: line.lows.length,
        data: line.lows.flatMap((low, index) => [
          inEightBits(low),
          inEightBits(line.highs[index] ?? 0),
        ]),
        loudness: loudnessCurve(meansOf(line.moments().powers, FRAME_MOMENTS)),
      },
    };
  }

  private lineOf(downmix: Downmix): Line {
    return this.channels === 1 ? this.left : this[downmix];
  }

  private lines(): readonly Line[] {
    return this.channels === 1 ? [this.left] : [this.left, this.right, this.average];
  }

  private endMoment(samples: number): void {
    const isFrame = this.count % FRAME_SAMPLES === 0;
    this.left.endMoment(samples);
    if (isFrame) this.left.endFrame(FRAME_SAMPLES);
    if (this.channels === 1) return;
    this.right.endMoment(samples);
    this.average.endMoment(samples);
    if (!isFrame) return;
    this.right.endFrame(FRAME_SAMPLES);
    this.average.endFrame(FRAME_SAMPLES);
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
  const frame = FRAME_SAMPLES / LISTENING_HZ;
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
