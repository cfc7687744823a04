import {
  downmixFor,
  drivesToModel,
  SPOT_LIMITS,
  isTrueStereo,
  type Downmix,
  type LimiterPoint,
} from '../../domain/audio';
import type { MeasureAnswer } from '../../composition/ports';
import { INPUT_WHITELISTS, inputName, timeBounds } from './bounds';
import { FfmpegFailedError } from './errors';
import { checkGraph } from './filter-graph';
import type { Tools } from './find-tools';
import { guessChannels } from './guess-channels';
import { Listener } from './listen';
import { InputReader, type AccountSoFar, type InputAccount } from './input-account';
import { probeFile, type Probe } from './probe';
import type { LoudnessReading } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

/** Decoded beyond the longest allowed, so that a longer recording shows as such. */
const MARGIN_SECONDS = 5;

/**
 * Checks an upload: what it says of itself before anything is decoded, then everything else in one bounded decode.
 * @throws FfmpegFailedError when the work was ended from outside: that says nothing about the recording.
 */
export async function measureFile(
  tools: Tools,
  path: string,
  maximumSeconds: number,
  onProgress?: (percent: number) => void,
): Promise<MeasureAnswer> {
  const check: Check = { tools, path, maximumSeconds, onProgress };
  // Whether a second channel is metered is settled before ffmpeg has said how many there are.
  const first = await beginAs(await guessChannels(path), check);
  const heard =
    first.kind === 'other-channels' ? await beginAs(first.account.channels, check) : first;
  if (heard.kind === 'heard') return answerOf(heard, check);
  return measureProbed(check);
}

type Check = {
  readonly tools: Tools;
  readonly path: string;
  readonly maximumSeconds: number;
  readonly onProgress: ((percent: number) => void) | undefined;
};

/** One decode that came to its end. */
type Heard = {
  readonly kind: 'heard';
  readonly probe: Probe;
  readonly listener: Listener;
};

type Beginning =
  | Heard
  | { readonly kind: 'other-channels'; readonly account: InputAccount }
  | { readonly kind: 'unusual' };

/**
 * Decodes a recording for what ffmpeg says of it at the start. Nothing but a plain account lets it go on: what is too
 * long, refused or odd in any way is for ffprobe, who tells why.
 */
async function beginAs(channels: 1 | 2, check: Check): Promise<Beginning> {
  const reader = new InputReader();
  let said: AccountSoFar = { kind: 'reading' };
  const longest = check.maximumSeconds + MARGIN_SECONDS;
  const mayGoOn = (line: string): boolean => {
    said = reader.take(line);
    if (said.kind !== 'plain') return said.kind === 'reading';
    return said.account.channels === channels && said.account.saidSeconds <= longest;
  };
  try {
    const expected = () => plain(said)?.account.saidSeconds ?? longest;
    const heard = await hear(check, channels, expected, mayGoOn);
    const { account } = plain(said) ?? {};
    return account === undefined ? { kind: 'unusual' } : { ...heard, probe: probeOf(account) };
  } catch (error) {
    if (!(error instanceof FfmpegFailedError) || error.ending === 'interrupted') throw error;
    const account = plain(said)?.account;
    const isOther = error.ending === 'stopped' && account && account.channels !== channels;
    return isOther ? { kind: 'other-channels', account } : { kind: 'unusual' };
  }
}

function plain(said: AccountSoFar): { readonly account: InputAccount } | null {
  return said.kind === 'plain' ? said : null;
}

function probeOf({ saidSeconds, ...account }: InputAccount): Probe {
  return { ...account, declaredSeconds: saidSeconds, expectedSeconds: saidSeconds };
}

/** The long way: ffprobe first, whose answer tells why a file is not taken. */
async function measureProbed(check: Check): Promise<MeasureAnswer> {
  const { tools, path, maximumSeconds } = check;
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
  try {
    const channels = probe.channels === 2 ? 2 : 1;
    const expected = probe.expectedSeconds ?? maximumSeconds + MARGIN_SECONDS;
    const heard = await hear(check, channels, () => expected);
    return answerOf({ ...heard, probe }, check);
  } catch (error) {
    if (error instanceof FfmpegFailedError && error.ending !== 'interrupted') {
      return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    }
    throw error;
  }
}

/** The one decode. The length to expect bounds it, as far as it is known when it begins, and tells how far it is. */
async function hear(
  { tools, path, maximumSeconds, onProgress }: Check,
  channels: 1 | 2,
  expectedSeconds: () => number,
  mayGoOn?: (line: string) => boolean,
): Promise<Omit<Heard, 'probe'>> {
  const cap = maximumSeconds + MARGIN_SECONDS;
  const listener = new Listener(channels);
  await runFfmpeg({
    ffmpegPath: tools.ffmpeg,
    inputs: [{ name: inputName(path), options: ['-t', String(cap), ...INPUT_WHITELISTS] }],
    filterGraph: checkGraph(channels),
    outputs: [],
    piped: {
      options: ['-map', '[listen]', '-t', String(cap), '-c:a', 'pcm_f32le', '-f', 'f32le'],
      onBytes: (bytes) => listener.take(bytes),
    },
    ...timeBounds(Math.min(expectedSeconds(), cap)),
    keepLine: () => false,
    onTime: (seconds) => onProgress?.(Math.min(99, (100 * seconds) / expectedSeconds())),
    ...(mayGoOn === undefined ? {} : { mayGoOn }),
  });
  listener.end();
  return { kind: 'heard', listener };
}

function answerOf({ probe, listener }: Heard, { onProgress }: Check): MeasureAnswer {
  if (listener.seconds === 0) return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
  const stereo = listener.picture();
  const downmix = downmixFor(stereo);
  const { waveform, ...heard } = listener.heard(downmix);
  const levels = listener.levels(downmix);
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
      decodedSeconds: listener.seconds,
      ...levels,
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
