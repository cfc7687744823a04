import type { LimiterPoint } from './limiter-curve';

/** How one channel is made of two. */
export type Downmix = 'average' | 'left' | 'right';

/** What the two channels of a recording have to do with each other. Levels are null for digital silence. */
export type StereoPicture = {
  readonly leftRmsDbfs: number | null;
  readonly rightRmsDbfs: number | null;
  /** Of the two channels: 1 the same, 0 unrelated, -1 the same upside down; null when one is silent. */
  readonly correlation: number | null;
  /** Both channels together, as a stereo meter reads them. */
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
  /** Both channels behind one limiter; told only where they really differ. */
  readonly limiterCurve?: readonly LimiterPoint[];
};

/** From where on two channels are no pair. */
export const STEREO_LIMITS = {
  /**
   * A channel this far below the other holds no sound of its own: a difference of some 18 dB already places a voice
   * wholly in one loudspeaker, so no honest stereo recording has more.
   */
  oneEarDb: 20,
  /** The average of equal channels loses 10 log10((1 + r) / 2) dB: 6 dB, half of the sound, from here on. */
  antiphaseBelow: -0.5,
  /** Difference against sum of -20 dB (r = 0.98): joint stereo of a voice in the middle stays well below. */
  trueStereoBelow: 0.98,
} as const;

/** The channel that alone has sound, and by how much; null when both have, or neither. */
export function liveChannel(
  stereo: StereoPicture,
): { readonly channel: 'left' | 'right'; readonly differenceDb: number } | null {
  const left = stereo.leftRmsDbfs ?? SILENCE_DBFS;
  const right = stereo.rightRmsDbfs ?? SILENCE_DBFS;
  const differenceDb = Math.abs(left - right);
  if (differenceDb <= STEREO_LIMITS.oneEarDb) return null;
  return { channel: left > right ? 'left' : 'right', differenceDb };
}

/** True when the average of the channels would wipe the voice out. */
export function isAntiphase({ correlation }: StereoPicture): boolean {
  return correlation !== null && correlation < STEREO_LIMITS.antiphaseBelow;
}

/** The live channel if the other is dead, the left one if the two cancel each other, else the average. */
export function downmixFor(stereo: StereoPicture | null): Downmix {
  if (stereo === null) return 'average';
  return liveChannel(stereo)?.channel ?? (isAntiphase(stereo) ? 'left' : 'average');
}

/** True when the channels really differ, so that a profile of two channels gets both. */
export function isTrueStereo({ stereo }: { readonly stereo?: StereoPicture | null }): boolean {
  if (stereo === undefined || stereo === null || stereo.loudnessLufs === null) return false;
  if (liveChannel(stereo) !== null || isAntiphase(stereo)) return false;
  return stereo.correlation !== null && stereo.correlation < STEREO_LIMITS.trueStereoBelow;
}

/** 16 bits end here. */
const SILENCE_DBFS = -96;
