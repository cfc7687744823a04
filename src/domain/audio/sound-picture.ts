import type { Measurement } from './measurement';
import { DUAL_MONO_LU } from './plan-renditions';
import type { DeliveryProfile } from './profile';
import type { Rendition } from './rendition';
import { isTrueStereo } from './stereo-picture';
import type { Waveform } from './waveform';

/** A stretch in which nothing is heard: before, after, or the longest one inside. */
export type SilentStretch = {
  readonly kind: 'head' | 'inner' | 'tail';
  readonly fromSeconds: number;
  readonly toSeconds: number;
};

/** What a person sees of a sound: few enough numbers for a weak line. */
export type SoundPicture = {
  readonly durationSeconds: number;
  /** Lowest and highest sample of each column, -128 to 127, one after the other. */
  readonly columns: readonly number[];
  /** Short-term loudness at equal steps from 0 to the end; null where there is none, or no curve was kept. */
  readonly loudnessLufs: readonly (number | null)[];
  readonly silences: readonly SilentStretch[];
};

/** As many columns as a telephone has pixels; a wide screen does not tell more of speech. */
const MOST_COLUMNS = 360;
const MOST_VALUES = 240;

/** The picture of a recording as it was sent. The curve is anchored: its mean is what the full measurement read. */
export function pictureOfMaster(waveform: Waveform, measurement: Measurement): SoundPicture {
  const seconds = measurement.decodedSeconds;
  const anchorLu = anchorOf(waveform, measurement);
  return {
    durationSeconds: seconds,
    columns: fewerColumns(waveform.data),
    loudnessLufs: fewerValues(waveform.loudness?.short_term_lufs ?? []).map((lufs) =>
      lufs === null ? null : toTenth(lufs + anchorLu),
    ),
    silences: silencesOf(waveform, measurement),
  };
}

/**
 * The picture of a finished file, drawn after its recording: moved by the gain it was given, held under its ceiling. What a
 * limiter did in between is not in it.
 */
export function pictureOfRendition(
  whole: SoundPicture,
  measurement: Measurement,
  profile: Pick<DeliveryProfile, 'channels' | 'ceilingDbtp'>,
  rendition: Pick<Rendition, 'loudnessLufs' | 'durationSeconds'>,
): SoundPicture {
  const master = trimmed(whole, rendition.durationSeconds);
  const isStereo = profile.channels === 2 && isTrueStereo(measurement);
  const before = isStereo ? (measurement.stereo?.loudnessLufs ?? null) : measurement.loudnessLufs;
  const after = rendition.loudnessLufs;
  if (before === null || after === null) {
    return master;
  }
  const movedLu = after - before;
  const channelsLu = profile.channels === 2 && !isStereo ? DUAL_MONO_LU : 0;
  const gain = 10 ** ((movedLu - channelsLu) / 20);
  const ceiling = Math.min(127, 128 * 10 ** (profile.ceilingDbtp / 20));
  return {
    ...master,
    columns: master.columns.map((sample) =>
      Math.round(Math.max(-ceiling, Math.min(ceiling, sample * gain))),
    ),
    loudnessLufs: master.loudnessLufs.map((lufs) =>
      lufs === null ? null : toTenth(lufs + movedLu),
    ),
  };
}

/** Less than an encoder's own padding is no cut. */
const PADDING_SECONDS = 0.3;

/** The picture without what a profile cuts off: silence at the head and the tail, each by its share. */
function trimmed(whole: SoundPicture, durationSeconds: number): SoundPicture {
  const cut = whole.durationSeconds - durationSeconds;
  const lengthOf = (kind: SilentStretch['kind']) =>
    whole.silences
      .filter((one) => one.kind === kind)
      .reduce((sum, one) => sum + one.toSeconds - one.fromSeconds, 0);
  const [head, tail] = [lengthOf('head'), lengthOf('tail')];
  if (cut <= PADDING_SECONDS || head + tail === 0) return { ...whole, durationSeconds };
  const from = (cut * head) / (head + tail);
  const share = (values: number) => [
    Math.round((values * from) / whole.durationSeconds),
    Math.round((values * (from + durationSeconds)) / whole.durationSeconds),
  ];
  const [firstColumn = 0, endColumn = 0] = share(whole.columns.length / 2);
  const [firstValue = 0, endValue = 0] = share(whole.loudnessLufs.length);
  const within = (seconds: number) => Math.max(0, Math.min(durationSeconds, seconds - from));
  return {
    durationSeconds,
    columns: whole.columns.slice(firstColumn * 2, endColumn * 2),
    loudnessLufs: whole.loudnessLufs.slice(firstValue, endValue),
    silences: whole.silences
      .map(({ kind, fromSeconds, toSeconds }) => ({
        kind,
        fromSeconds: within(fromSeconds),
        toSeconds: within(toSeconds),
      }))
      .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds),
  };
}

function anchorOf({ loudness }: Waveform, { loudnessLufs }: Measurement): number {
  const own = loudness?.integrated_lufs;
  return typeof own === 'number' && loudnessLufs !== null ? loudnessLufs - own : 0;
}

/** The extremes of neighbouring pixels together, so that no peak is lost. */
function fewerColumns(data: readonly number[]): readonly number[] {
  const pixels = Math.floor(data.length / 2);
  const columns = Math.min(pixels, MOST_COLUMNS);
  const drawn: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    const first = Math.floor((column * pixels) / columns);
    const end = Math.floor(((column + 1) * pixels) / columns);
    let low = 0;
    let high = 0;
    for (let pixel = first; pixel < end; pixel += 1) {
      low = Math.min(low, data[pixel * 2] ?? 0);
      high = Math.max(high, data[pixel * 2 + 1] ?? 0);
    }
    drawn.push(low, high);
  }
  return drawn;
}

function fewerValues(values: readonly (number | null)[]): readonly (number | null)[] {
  if (values.length <= MOST_VALUES) return values;
  return Array.from({ length: MOST_VALUES }, (_, index) => {
    const at = Math.round((index * (values.length - 1)) / (MOST_VALUES - 1));
    return values[at] ?? null;
  });
}

/** Head and tail as they were measured; the longest pause is looked for where the waveform is flat. */
function silencesOf(waveform: Waveform, measurement: Measurement): readonly SilentStretch[] {
  const { decodedSeconds: end, silentHeadSeconds, silentTailSeconds } = measurement;
  const stretches: SilentStretch[] = [];
  if (silentHeadSeconds > 0) {
    stretches.push({ kind: 'head', fromSeconds: 0, toSeconds: Math.min(end, silentHeadSeconds) });
  }
  const inner = longestPause(waveform, measurement);
  if (inner !== null) stretches.push(inner);
  if (silentTailSeconds > 0 && silentHeadSeconds < end) {
    const fromSeconds = Math.max(0, end - silentTailSeconds);
    stretches.push({ kind: 'tail', fromSeconds, toSeconds: end });
  }
  return stretches;
}

function longestPause(waveform: Waveform, measurement: Measurement): SilentStretch | null {
  const length = measurement.longestInnerSilenceSeconds ?? 0;
  if (length <= 0) return null;
  const pixelSeconds = waveform.samples_per_pixel / waveform.sample_rate;
  const first = Math.ceil(measurement.silentHeadSeconds / pixelSeconds);
  const last = Math.floor(
    (measurement.decodedSeconds - measurement.silentTailSeconds) / pixelSeconds,
  );
  let best = { from: 0, pixels: 0 };
  let run = 0;
  for (let pixel = first; pixel < Math.min(last, waveform.length); pixel += 1) {
    const isFlat =
      (waveform.data[pixel * 2] ?? 0) === 0 && (waveform.data[pixel * 2 + 1] ?? 0) === 0;
    run = isFlat ? run + 1 : 0;
    if (run > best.pixels) best = { from: pixel - run + 1, pixels: run };
  }
  if (best.pixels === 0) return null;
  // Eight bits call a little more flat than was measured: the middle of the two is the same.
  const middle = (best.from + best.pixels / 2) * pixelSeconds;
  const fromSeconds = Math.max(0, middle - length / 2);
  return { kind: 'inner', fromSeconds, toSeconds: fromSeconds + length };
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
