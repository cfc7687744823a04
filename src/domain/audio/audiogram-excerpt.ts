/** How loud a sound is over time: the root mean square of each frame, 0 to 1. */
export type Envelope = { readonly framesPerSecond: number; readonly levels: readonly number[] };

/** Where a film ends. */
export type Excerpt = {
  readonly seconds: number;
  readonly isCut: boolean;
  /** Length of the fade at the end; nothing where the sound ends by itself. */
  readonly fadeSeconds: number;
};

/** A pause is sought this far before the longest length: a shorter film is better than half a word. */
const SEARCH_SECONDS = 15;
/** A breath between sentences; shorter gaps stand inside words. */
const SHORTEST_PAUSE_SECONDS = 0.25;
/** Quieter than this share of the usual level of the voice counts as a pause: 20 dB below it. */
const PAUSE_SHARE = 0.1;
const FADE_AT_PAUSE_SECONDS = 0.4;
/** Somebody speaks on: the voice goes away instead of being cut off. */
const FADE_IN_SPEECH_SECONDS = 1.5;

/**
 * The beginning of a sound that fits the longest length: all of it, or up to the last pause before the end, or, where
 * nobody takes a breath, up to the end with a longer fade.
 */
export function excerptOf(envelope: Envelope, maximumSeconds: number): Excerpt {
  const { framesPerSecond, levels } = envelope;
  const seconds = levels.length / framesPerSecond;
  if (seconds <= maximumSeconds) return { seconds, isCut: false, fadeSeconds: 0 };
  const pauseEnd = lastPause(envelope, maximumSeconds);
  return pauseEnd === null
    ? { seconds: maximumSeconds, isCut: true, fadeSeconds: FADE_IN_SPEECH_SECONDS }
    : { seconds: pauseEnd, isCut: true, fadeSeconds: FADE_AT_PAUSE_SECONDS };
}

/** Where the last pause within reach ends, in seconds; cut at the longest length where it goes on beyond it. */
function lastPause({ framesPerSecond, levels }: Envelope, maximumSeconds: number): number | null {
  const last = Math.floor(maximumSeconds * framesPerSecond);
  const first = Math.max(0, Math.floor((maximumSeconds - SEARCH_SECONDS) * framesPerSecond));
  const threshold = usualLevel(levels.slice(0, last)) * PAUSE_SHARE;
  const needed = Math.ceil(SHORTEST_PAUSE_SECONDS * framesPerSecond);
  let quiet = 0;
  let end: number | null = null;
  for (let frame = first; frame < last; frame += 1) {
    quiet = (levels[frame] ?? 0) <= threshold ? quiet + 1 : 0;
    if (quiet >= needed) end = (frame + 1) / framesPerSecond;
  }
  return end;
}

/** The level of the voice while it speaks: three quarters of the frames are quieter. */
function usualLevel(levels: readonly number[]): number {
  const sorted = [...levels].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** A second of sound takes so many bars of the waveform. */
export const BARS_PER_SECOND = 10;

/**
 * The heights of the bars of a waveform, 0 to 1: the loudest frame of each tenth of a second, against the loud moments of
 * this sound, bent so that quiet speech shows too.
 */
export function barsOf(envelope: Envelope, seconds: number): readonly number[] {
  const { framesPerSecond, levels } = envelope;
  const perBar = framesPerSecond / BARS_PER_SECOND;
  const count = Math.max(1, Math.round(seconds * BARS_PER_SECOND));
  const loud = Array.from({ length: count }, (_, bar) => {
    const frames = levels.slice(Math.floor(bar * perBar), Math.ceil((bar + 1) * perBar));
    return frames.reduce((most, level) => Math.max(most, level), 0);
  });
  const sorted = [...loud].sort((one, other) => one - other);
  const reference = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
  if (reference <= 0) return loud.map(() => 0);
  return loud.map((level) => Math.min(1, level / reference) ** 0.7);
}
