import { SPOT_LIMITS } from '../../domain/audio';
import type { MeasureAnswer } from '../../composition/ports';
import { INPUT_WHITELISTS, inputName, timeBounds } from './bounds';
import { FfmpegFailedError } from './errors';
import { checkGraph } from './filter-graph';
import type { Tools } from './find-tools';
import { probeFile } from './probe';
import { isMeterLine, readLoudness, readSampleCounts, readSilence } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

/** Decoded beyond the longest allowed, so that a longer recording shows as such. */
const MARGIN_SECONDS = 5;

/**
 * Checks an upload: what it says of itself without decoding, then everything else in one bounded decode.
 * @throws FfmpegFailedError when the work was ended from outside: that says nothing about the recording.
 */
export async function measureFile(
  tools: Tools,
  path: string,
  maximumSeconds: number,
  onProgress?: (percent: number) => void,
): Promise<MeasureAnswer> {
  const answer = await probeFile(tools.ffprobe, path);
  if (answer.kind === 'unreadable') return answer;
  const { probe } = answer;
  if (probe.channels > SPOT_LIMITS.maximumChannels) {
    return {
      kind: 'unreadable',
      reason: {
        kind: 'too-many-channels',
        measured: probe.channels,
        maximum: SPOT_LIMITS.maximumChannels,
      },
    };
  }
  // Before decoding: kilobytes of FLAC or AMR can hold ten hours.
  if (probe.expectedSeconds !== null && probe.expectedSeconds > maximumSeconds + MARGIN_SECONDS) {
    return {
      kind: 'unreadable',
      reason: { kind: 'too-long', measuredSeconds: probe.expectedSeconds, maximumSeconds },
    };
  }

  const cap = maximumSeconds + MARGIN_SECONDS;
  const expectedSeconds = probe.expectedSeconds ?? cap;
  let lines: readonly string[];
  try {
    lines = await runFfmpeg({
      ffmpegPath: tools.ffmpeg,
      inputs: [{ name: inputName(path), options: ['-t', String(cap), ...INPUT_WHITELISTS] }],
      filterGraph: checkGraph(probe.channels),
      outputs: [{ name: '-', options: ['-map', '[out0]', '-t', String(cap), '-f', 'null'] }],
      ...timeBounds(Math.min(expectedSeconds, cap)),
      keepLine: isMeterLine,
      onTime: (seconds) => onProgress?.(Math.min(99, (100 * seconds) / expectedSeconds)),
    });
  } catch (error) {
    if (error instanceof FfmpegFailedError && error.ending !== 'interrupted') {
      return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    }
    throw error;
  }

  const loudness = readLoudness(lines)[0];
  const samples = readSampleCounts(lines)[0] ?? 0;
  if (loudness === undefined || samples === 0) {
    return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
  }
  const decodedSeconds = samples / 48_000;
  const silence = readSilence(lines, decodedSeconds);
  onProgress?.(100);
  return {
    kind: 'measured',
    measurement: {
      container: probe.container,
      codec: probe.codec,
      channels: probe.channels,
      sampleRateHz: probe.sampleRateHz,
      declaredSeconds: probe.declaredSeconds,
      decodedSeconds,
      ...loudness,
      silentHeadSeconds: silence.headSeconds,
      silentTailSeconds: silence.tailSeconds,
    },
  };
}
