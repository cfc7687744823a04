import { acceptUnless, type Result } from '../shared';

/** The thresholds that a recording is judged by. A campaign may set some of them otherwise (`limitsWith`); these are the defaults. */
export type SpotLimits = {
  readonly minimumSeconds: number;
  readonly maximumSeconds: number;
  readonly maximumChannels: number;
  /** A file that decodes to less than it declares, by more than both, arrived cut short. */
  readonly truncatedSeconds: number;
  readonly truncatedShare: number;
  /** Below: refused. */
  readonly refusedBelowLufs: number;
  /** Below: accepted with a warning. */
  readonly quietBelowLufs: number;
  readonly clippedAboveDbtp: number;
  /** Distance of the true peak from the integrated loudness. */
  readonly maximumCrestLu: number;
  readonly maximumSilentHeadSeconds: number;
  readonly maximumSilentTailSeconds: number;
  readonly maximumInnerSilenceSeconds: number;
  readonly maximumDcOffsetPercent: number;
  readonly minimumVoiceOverNoiseDb: number;
};

/**
 * Where the defaults come from:
 * - 2 s: the shortest thing a presenter would call a spot; loudness itself needs 0.4 s (ITU-R BS.1770-4, one gating block).
 * - 15 min: the longest feature a community station airs as one file; the installation's own setting wins.
 * - 2 channels: phones and recorders give one or two; more is a film's sound track.
 * - Cut short by over 1 s and over 2 %: encoder padding and containers' rounding stay well below (measured: under 0.1 s).
 * - -40 LUFS: a gain of 24 dB to reach -16 LUFS lifts a phone's noise floor (about -60 dB) to where it is heard as hiss.
 * - -31 LUFS: 15 dB of gain, from which room noise begins to be noticed.
 * - 0 dBTP: above full scale the converter or the encoder was at its stop (EBU R 128 asks for -1 dBTP at most).
 * - 23 LU of crest: to reach -16 LUFS under -1 dBTP the limiter takes the 8 dB beyond 15 LU; more is heard as pumping
 *   (measured on speech; see docs/audio.md).
 * - Silence of 1.5 s before and 3 s after: a listener takes more for a station that went off the air.
 * - Silence of 3 s inside: as after; a pause for effect is shorter.
 * - 2 % of DC (-34 dBFS): a click at each edge, heard in a quiet room; sound cards of phones stay below 0.5 %.
 * - 15 dB of voice over noise: below, listeners begin to miss words (speech tests ask for +15 dB in class rooms, ANSI
 *   S12.60); by the same meter a quiet room gives 25 dB and more.
 * - Channels: `STEREO_LIMITS`; what no gain can reach: `MAXIMUM_SHORTFALL_LU`.
 */
export const SPOT_LIMITS: SpotLimits = {
  minimumSeconds: 2,
  maximumSeconds: 900,
  maximumChannels: 2,
  truncatedSeconds: 1,
  truncatedShare: 0.02,
  refusedBelowLufs: -40,
  quietBelowLufs: -31,
  clippedAboveDbtp: 0,
  maximumCrestLu: 23,
  maximumSilentHeadSeconds: 1.5,
  maximumSilentTailSeconds: 3,
  maximumInnerSilenceSeconds: 3,
  maximumDcOffsetPercent: 2,
  minimumVoiceOverNoiseDb: 15,
};

/** Thresholds that a campaign may set otherwise, each between the two ends that make sense of it. */
export const LIMIT_RANGES = {
  minimumSeconds: [0.4, 60],
  refusedBelowLufs: [-60, -20],
  quietBelowLufs: [-60, -16],
  clippedAboveDbtp: [-3, 6],
  maximumCrestLu: [12, 40],
  maximumSilentHeadSeconds: [0.5, 30],
  maximumSilentTailSeconds: [0.5, 30],
  maximumInnerSilenceSeconds: [0.5, 60],
  maximumDcOffsetPercent: [0.1, 20],
  minimumVoiceOverNoiseDb: [0, 40],
} as const satisfies Partial<Record<keyof SpotLimits, readonly [number, number]>>;

export type SettableLimit = keyof typeof LIMIT_RANGES;
/** What a campaign set, by threshold; what it left alone keeps its default. */
export type LimitSettings = Readonly<Partial<Record<SettableLimit, number>>>;

export type LimitRefusal =
  | {
      readonly kind: 'limit-out-of-range';
      readonly limit: SettableLimit;
      readonly minimum: number;
      readonly maximum: number;
    }
  /** A voice would be refused before anybody was warned of it. */
  | { readonly kind: 'refused-above-warned' };

/** The defaults with what a campaign set in their place, or every reason why that cannot be. */
export function limitsWith(settings: LimitSettings): Result<SpotLimits, LimitRefusal> {
  const outside = (Object.keys(LIMIT_RANGES) as SettableLimit[]).flatMap(
    (limit): LimitRefusal[] => {
      const [minimum, maximum] = LIMIT_RANGES[limit];
      const value = settings[limit];
      const isOutside = value !== undefined && !(value >= minimum && value <= maximum);
      return isOutside ? [{ kind: 'limit-out-of-range', limit, minimum, maximum }] : [];
    },
  );
  const limits: SpotLimits = { ...SPOT_LIMITS, ...settings };
  const isUpsideDown = limits.refusedBelowLufs > limits.quietBelowLufs;
  return acceptUnless(limits, [
    ...outside,
    ...(isUpsideDown ? [{ kind: 'refused-above-warned' } as const] : []),
  ]);
}
