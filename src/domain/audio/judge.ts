import type { Measurement } from './measurement';
import type { DeliveryProfile } from './profile';
import { outOfReach } from './reach';
import { SPOT_LIMITS, type SpotLimits } from './spot-limits';
import { isAntiphase, liveChannel, STEREO_LIMITS } from './stereo-picture';
import type { Verdict, VerdictReason } from './verdict';

/**
 * The verdict on an uploaded recording: refused, accepted with warnings, or accepted. Every reason is named, the
 * most important first; a refused recording still carries its warnings, so that one new take mends everything.
 * @param profiles those whose loudness the recording should be brought to.
 */
export function judge(
  measurement: Measurement,
  limits: SpotLimits = SPOT_LIMITS,
  profiles: readonly DeliveryProfile[] = [],
): Verdict {
  const refusals = refusalsOf(measurement, limits);
  const unreachable = outOfReach(measurement, profiles);
  const warnings = [
    ...(unreachable === null ? [] : [unreachable]),
    ...warningsOf(measurement, limits),
    ...channelWarnings(measurement),
    ...noiseWarnings(measurement, limits),
  ];
  if (refusals.length > 0) return { grade: 'refused', reasons: [...refusals, ...warnings] };
  if (warnings.length > 0) return { grade: 'accepted-with-warnings', reasons: warnings };
  return { grade: 'accepted', reasons: [] };
}

function refusalsOf(measurement: Measurement, limits: SpotLimits): VerdictReason[] {
  const { channels, decodedSeconds, loudnessLufs } = measurement;
  if (decodedSeconds <= 0) return [{ kind: 'not-a-sound' }];

  const reasons: VerdictReason[] = [];
  if (channels > limits.maximumChannels) {
    reasons.push({
      kind: 'too-many-channels',
      measured: channels,
      maximum: limits.maximumChannels,
    });
  }
  const truncated = truncationOf(measurement, limits);
  if (truncated !== null) reasons.push(truncated);
  if (decodedSeconds < limits.minimumSeconds) {
    reasons.push({
      kind: 'too-short',
      measuredSeconds: decodedSeconds,
      minimumSeconds: limits.minimumSeconds,
    });
  }
  if (decodedSeconds > limits.maximumSeconds) {
    reasons.push({
      kind: 'too-long',
      measuredSeconds: decodedSeconds,
      maximumSeconds: limits.maximumSeconds,
    });
  }
  if (loudnessLufs === null) {
    reasons.push({ kind: 'silent' });
  } else if (loudnessLufs < limits.refusedBelowLufs) {
    reasons.push({
      kind: 'too-quiet',
      measuredLufs: loudnessLufs,
      minimumLufs: limits.refusedBelowLufs,
    });
  }
  return reasons;
}

function truncationOf(measurement: Measurement, limits: SpotLimits): VerdictReason | null {
  const { declaredSeconds, decodedSeconds } = measurement;
  if (declaredSeconds === null) return null;
  const missingSeconds = declaredSeconds - decodedSeconds;
  const isCut =
    missingSeconds > limits.truncatedSeconds &&
    missingSeconds > declaredSeconds * limits.truncatedShare;
  return isCut ? { kind: 'truncated', declaredSeconds, decodedSeconds } : null;
}

function warningsOf(measurement: Measurement, limits: SpotLimits): VerdictReason[] {
  const { loudnessLufs, truePeakDbtp, silentHeadSeconds, silentTailSeconds } = measurement;
  // Silence throughout has its own reason; its head and tail would say the same thing twice more.
  if (loudnessLufs === null) return [];

  const reasons: VerdictReason[] = [];
  if (loudnessLufs >= limits.refusedBelowLufs && loudnessLufs < limits.quietBelowLufs) {
    reasons.push({
      kind: 'quiet',
      measuredLufs: loudnessLufs,
      minimumLufs: limits.quietBelowLufs,
    });
  }
  if (truePeakDbtp !== null && truePeakDbtp > limits.clippedAboveDbtp) {
    reasons.push({
      kind: 'clipped',
      measuredDbtp: truePeakDbtp,
      maximumDbtp: limits.clippedAboveDbtp,
    });
  }
  if (truePeakDbtp !== null && truePeakDbtp - loudnessLufs > limits.maximumCrestLu) {
    reasons.push({
      kind: 'uneven-level',
      measuredCrestLu: truePeakDbtp - loudnessLufs,
      maximumCrestLu: limits.maximumCrestLu,
    });
  }
  if (silentHeadSeconds > limits.maximumSilentHeadSeconds) {
    reasons.push({
      kind: 'silent-head',
      measuredSeconds: silentHeadSeconds,
      maximumSeconds: limits.maximumSilentHeadSeconds,
    });
  }
  if (silentTailSeconds > limits.maximumSilentTailSeconds) {
    reasons.push({
      kind: 'silent-tail',
      measuredSeconds: silentTailSeconds,
      maximumSeconds: limits.maximumSilentTailSeconds,
    });
  }
  return reasons;
}

function channelWarnings({ loudnessLufs, stereo }: Measurement): VerdictReason[] {
  if (loudnessLufs === null || stereo === undefined || stereo === null) return [];
  const live = liveChannel(stereo);
  if (live !== null) {
    return [
      {
        kind: 'one-ear',
        channel: live.channel,
        measuredDifferenceDb: live.differenceDb,
        maximumDifferenceDb: STEREO_LIMITS.oneEarDb,
      },
    ];
  }
  if (!isAntiphase(stereo)) return [];
  return [
    {
      kind: 'antiphase',
      measuredCorrelation: stereo.correlation ?? 0,
      minimumCorrelation: STEREO_LIMITS.antiphaseBelow,
    },
  ];
}

function noiseWarnings(measurement: Measurement, limits: SpotLimits): VerdictReason[] {
  const { dcOffsetPercent, longestInnerSilenceSeconds, loudnessLufs, voiceOverNoiseDb } =
    measurement;
  if (loudnessLufs === null) return [];
  const reasons: VerdictReason[] = [];
  if ((longestInnerSilenceSeconds ?? 0) > limits.maximumInnerSilenceSeconds) {
    reasons.push({
      kind: 'inner-silence',
      measuredSeconds: longestInnerSilenceSeconds ?? 0,
      maximumSeconds: limits.maximumInnerSilenceSeconds,
    });
  }
  if (typeof voiceOverNoiseDb === 'number' && voiceOverNoiseDb < limits.minimumVoiceOverNoiseDb) {
    reasons.push({
      kind: 'noisy',
      measuredDb: voiceOverNoiseDb,
      minimumDb: limits.minimumVoiceOverNoiseDb,
    });
  }
  if ((dcOffsetPercent ?? 0) > limits.maximumDcOffsetPercent) {
    reasons.push({
      kind: 'dc-offset',
      measuredPercent: dcOffsetPercent ?? 0,
      maximumPercent: limits.maximumDcOffsetPercent,
    });
  }
  return reasons;
}
