import type { LimiterPoint, RenditionPlan } from '../../domain/audio';

/**
 * The beginning of every graph. One channel stays as it is, of two the average is taken: written out, because the default
 * downmix differs between sample formats by 3 dB. 48 kHz comes first: limiting before the sample rate rises overshoots
 * (8 kHz AMR by 1.3 dB).
 */
export function monoAt48k(channels: number): string {
  const downmix = channels === 1 ? 'pan=mono|c0=c0' : 'pan=mono|c0=0.5*c0+0.5*c1';
  return `[0:a:0]${downmix},aresample=48000,aformat=sample_fmts=fltp:channel_layouts=mono`;
}

/** Per-frame lines of `ebur128` would be a megabyte a minute; `verbose` hides them below the level that we read. */
const LOUDNESS_AND_PEAK = 'ebur128=peak=true:framelog=verbose';
const LOUDNESS_ONLY = 'ebur128=framelog=verbose';
/** Counts samples, which tells the decoded length to the sample; it takes 16 bits only. */
const COUNT = 'aformat=sample_fmts=s16,volumedetect';

/** P1: everything about an upload in one decode. -50 dB is below a quiet room, above a phone's own noise. */
export function checkGraph(channels: number): string {
  return `${monoAt48k(channels)},${LOUDNESS_AND_PEAK},silencedetect=n=-50dB:d=0.5,${COUNT}[out0]`;
}

/** P2: loudness behind the limiter for several drives, all in one decode. */
export function probeGraph(channels: number, drivesDb: readonly number[]): string {
  const chains = drivesDb.map(
    (drive, index) =>
      `[in${index}]volume=${decibels(drive)},${limiter(0)},${LOUDNESS_ONLY}[out${index}]`,
  );
  return [split(channels, drivesDb.length), ...chains].join(';');
}

/** One output's level: gain into the mono downmix, and the threshold that its peaks are held below. */
export type OutputLevel = {
  readonly gainDb: number;
  readonly limiterDbfs: number;
  readonly isLimited: boolean;
};

/** P3: every output from one decode. */
export function renderGraph(
  channels: number,
  outputs: readonly { readonly plan: RenditionPlan; readonly level: OutputLevel }[],
): string {
  const chains = outputs.map(({ plan, level }, index) => {
    const steps = [
      `volume=${decibels(level.gainDb)}`,
      ...(level.isLimited ? [limiter(level.limiterDbfs)] : []),
      ...(plan.profile.channels === 2 ? ['pan=stereo|c0=c0|c1=c0'] : []),
      `aresample=${plan.sampleRateHz}`,
    ];
    return `[in${index}]${steps.join(',')}[out${index}]`;
  });
  return [split(channels, outputs.length), ...chains].join(';');
}

/** Measures finished files again, one chain for each. */
export function verifyGraph(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `[${index}:a:0]aresample=48000,${LOUDNESS_AND_PEAK},${COUNT}[out${index}]`,
  ).join(';');
}

/** The probe's readings as a curve: drive in, loudness out, both against a threshold of 0 dBFS. */
export function limiterCurve(
  drivesDb: readonly number[],
  readings: readonly { readonly loudnessLufs: number | null }[],
): readonly LimiterPoint[] {
  return drivesDb.flatMap((driveDb, index) => {
    const loudnessLu = readings[index]?.loudnessLufs ?? null;
    return loudnessLu === null ? [] : [{ driveDb, loudnessLu }];
  });
}

function split(channels: number, count: number): string {
  const labels = Array.from({ length: count }, (_, index) => `[in${index}]`).join('');
  return `${monoAt48k(channels)},asplit=${count}${labels}`;
}

/** `level=0`: the default would raise everything to full scale again, 1.5 to 2 dB. */
function limiter(thresholdDbfs: number): string {
  const limit = Math.min(1, 10 ** (thresholdDbfs / 20)).toFixed(6);
  return `alimiter=level=0:limit=${limit}:attack=5:release=50`;
}

function decibels(value: number): string {
  return `${value.toFixed(3)}dB`;
}
