import {
  downmixFor,
  drivesToModel,
  SPOT_LIMITS,
  isTrueStereo,
  type Downmix,
  type LimiterPoint,
  type StereoPicture,
} from '../../domain/audio';
import type { MeasureAnswer } from '../../composition/ports';
import { INPUT_WHITELISTS, inputName, timeBounds } from './bounds';
import { FfmpegFailedError } from './errors';
import { checkGraph } from './filter-graph';
import type { Tools } from './find-tools';
import { Listener } from './listen';
import { probeFile } from './probe';
import { isMeterLine, readLoudness, readVolumes, type LoudnessReading } from './read-log';
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
  const bounds = timeBounds(Math.min(expectedSeconds, cap));
  const input = { name: inputName(path), options: ['-t', String(cap), ...INPUT_WHITELISTS] };
  const listener = new Listener(probe.channels === 2 ? 2 : 1);
  const meters = probe.channels === 2 ? ['[out0]', '[out1]'] : ['[out0]'];
  let lines: readonly string[];
  try {
    lines = await runFfmpeg({
      ffmpegPath: tools.ffmpeg,
      inputs: [input],
      filterGraph: checkGraph(probe.channels),
      outputs: meters.map((label) => ({
        name: '-',
        options: ['-map', label, '-t', String(cap), '-f', 'null'],
      })),
      piped: {
        options: ['-map', '[listen]', '-t', String(cap), '-c:a', 'pcm_s16le', '-f', 's16le'],
        onBytes: (bytes) => listener.take(bytes),
      },
      ...bounds,
      keepLine: isMeterLine,
      onTime: (seconds) => onProgress?.(Math.min(99, (100 * seconds) / expectedSeconds)),
    });
  } catch (error) {
    if (error instanceof FfmpegFailedError && error.ending !== 'interrupted') {
      return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    }
    throw error;
  }
  listener.end();

  const [average, both] = readLoudness(lines);
  const samples = readVolumes(lines)[0]?.samples ?? 0;
  if (average === undefined || samples === 0) {
    return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
  }
  const decodedSeconds = samples / 48_000;
  const stereo = pictureOf(listener, both);
  const downmix = downmixFor(stereo);
  const { waveform, ...heard } = listener.heard(downmix, decodedSeconds);
  const levels = levelsOf(downmix, average, stereo);
  const limiterCurve = curveOf(listener, downmix, levels);
  onProgress?.(100);
  return {
    kind: 'measured',
    waveform,
    measurement: {
      container: probe.container,
      codec: probe.codec,
      channels: probe.channels,
      sampleRateHz: probe.sampleRateHz,
      declaredSeconds: probe.declaredSeconds,
      decodedSeconds,
      ...levels,
      loudnessRangeLu: average.loudnessRangeLu,
      ...heard,
      downmix,
      stereo:
        stereo !== null && isTrueStereo({ stereo })
          ? { ...stereo, limiterCurve: curveOf(listener, 'both', stereo) }
          : stereo,
      dcOffsetPercent: listener.dcOffsetPercent(),
      limiterCurve,
    },
  };
}

function curveOf(
  listener: Listener,
  of: Downmix | 'both',
  levels: Pick<LoudnessReading, 'loudnessLufs' | 'truePeakDbtp'>,
): readonly LimiterPoint[] {
  if (levels.loudnessLufs === null) return [];
  return listener.limiterCurve(of, levels.loudnessLufs, drivesToModel(levels));
}

function pictureOf(listener: Listener, both: LoudnessReading | undefined): StereoPicture | null {
  const picture = listener.picture();
  if (picture === null || both === undefined) return null;
  return { ...picture, loudnessLufs: both.loudnessLufs, truePeakDbtp: both.truePeakDbtp };
}

/**
 * Loudness and true peak of the channel that will be used. Of one channel alone they follow from the meter of both: powers
 * add, so it reads 10 log10(1 + other / this) more than the one.
 */
function levelsOf(
  downmix: Downmix,
  average: LoudnessReading,
  stereo: StereoPicture | null,
): Pick<LoudnessReading, 'loudnessLufs' | 'truePeakDbtp'> {
  if (stereo === null || downmix === 'average' || stereo.loudnessLufs === null) {
    return { loudnessLufs: average.loudnessLufs, truePeakDbtp: average.truePeakDbtp };
  }
  const [used, other] =
    downmix === 'left'
      ? [stereo.leftRmsDbfs, stereo.rightRmsDbfs]
      : [stereo.rightRmsDbfs, stereo.leftRmsDbfs];
  const share = used === null || other === null ? 0 : 10 ** ((other - used) / 10);
  return {
    loudnessLufs: stereo.loudnessLufs - 10 * Math.log10(1 + share),
    truePeakDbtp: stereo.truePeakDbtp,
  };
}
