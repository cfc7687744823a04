import type { Cut, Downmix, RenditionPlan } from '../../domain/audio';
import { METER_HZ } from './listen';

/** What is read of a master. */
export type Source = { readonly channels: number; readonly downmix: Downmix };

const OF_TWO: Readonly<Record<Downmix, string>> = {
  average: '0.5*c0+0.5*c1',
  left: 'c0',
  right: 'c1',
};

/**
 * The beginning of every chain of one channel. One channel stays as it is, of two the average is taken unless one is dead
 * or they cancel: written out, because the default downmix differs between sample formats by 3 dB. 48 kHz comes first:
 * limiting before the sample rate rises overshoots (8 kHz AMR by 1.3 dB).
 */
function monoAt48k({ channels, downmix }: Source): string {
  const mix = channels === 1 ? 'c0' : OF_TWO[downmix];
  return `[0:a:0]pan=mono|c0=${mix},aresample=48000,aformat=sample_fmts=fltp:channel_layouts=mono`;
}

const STEREO_AT_48K = '[0:a:0]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo';

/** Per-frame lines of `ebur128` would be a megabyte a minute; `verbose` hides them below the level that we read. */
const LOUDNESS_AND_PEAK = 'ebur128=peak=true:framelog=verbose';
/** Counts samples, which tells the decoded length to the sample; it takes 16 bits only. */
const COUNT = 'aformat=sample_fmts=s16,volumedetect';

/** P1: everything about an upload in one decode, which this process listens to. */
export function checkGraph(channels: 1 | 2): string {
  const layout = channels === 1 ? 'mono' : 'stereo';
  const keep = channels === 1 ? 'pan=mono|c0=c0,' : '';
  return `[0:a:0]${keep}aresample=${METER_HZ},aformat=sample_fmts=flt:channel_layouts=${layout}[listen]`;
}

/** One output's level: gain into the mono downmix, and the threshold that its peaks are held below. */
export type OutputLevel = {
  readonly gainDb: number;
  readonly limiterDbfs: number;
  readonly isLimited: boolean;
};

/** P3: every output from one decode. */
export function renderGraph(
  source: Source,
  outputs: readonly { readonly plan: RenditionPlan; readonly level: OutputLevel }[],
): string {
  const chains = outputs.map(({ plan, level }, index) => {
    const steps = [
      ...(plan.cut === null ? [] : [trim(plan.cut)]),
      `volume=${decibels(level.gainDb)}`,
      ...(level.isLimited ? [limiter(level.limiterDbfs)] : []),
      ...(plan.profile.channels === 2 && !plan.keepsStereo ? ['pan=stereo|c0=c0|c1=c0'] : []),
      `aresample=${plan.sampleRateHz}`,
    ];
    return `[in${index}]${steps.join(',')}[out${index}]`;
  });
  const labelsOf = (keepsStereo: boolean) =>
    outputs.flatMap(({ plan }, index) =>
      plan.keepsStereo === keepsStereo ? [`[in${index}]`] : [],
    );
  return [
    split(monoAt48k(source), labelsOf(false)),
    split(STEREO_AT_48K, labelsOf(true)),
    ...chains,
  ]
    .filter((part) => part !== '')
    .join(';');
}

/**
 * Measures finished files again, one chain for each. Of a file that carries one channel twice the first is metered, and the
 * difference of both, which must be nothing: metering both would tell the same at twice the price.
 */
export function verifyGraph(files: readonly { readonly isTwice: boolean }[]): string {
  return files
    .flatMap(({ isTwice }, index) => {
      const meter = `aresample=48000,${LOUDNESS_AND_PEAK},${COUNT}[out${index}]`;
      if (!isTwice) return [`[${index}:a:0]${meter}`];
      return [
        `[${index}:a:0]asplit=2[a${index}][b${index}]`,
        `[a${index}]pan=mono|c0=c0,${meter}`,
        `[b${index}]pan=mono|c0=c0-c1,${COUNT}[difference${index}]`,
      ];
    })
    .join(';');
}

/** Nothing where nobody takes it: ffmpeg wants every pad connected. */
function split(start: string, labels: readonly string[]): string {
  return labels.length === 0 ? '' : `${start},asplit=${labels.length}${labels.join('')}`;
}

/** `level=0`: the default would raise everything to full scale again, 1.5 to 2 dB. */
function limiter(thresholdDbfs: number): string {
  const limit = Math.min(1, 10 ** (thresholdDbfs / 20)).toFixed(6);
  return `alimiter=level=0:limit=${limit}:attack=5:release=50`;
}

function trim({ fromSeconds, toSeconds }: Cut): string {
  return `atrim=start=${fromSeconds.toFixed(3)}:end=${toSeconds.toFixed(3)},asetpts=PTS-STARTPTS`;
}

function decibels(value: number): string {
  return `${value.toFixed(3)}dB`;
}
