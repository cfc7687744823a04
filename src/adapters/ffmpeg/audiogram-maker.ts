import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

import { SPOT_LIMITS } from '../../domain/audio';
import type {
  AudiogramMade,
  AudiogramMaker,
  AudiogramOrder,
  AudiogramReadiness,
} from '../../composition/ports';
import { audiogramGraph, audiogramOptions, FRAMES_PER_SECOND } from './audiogram-graph';
import { INPUT_WHITELISTS, inputName } from './bounds';
import { FfmpegMissingError } from './errors';
import { findTools, type ToolEnvironment, type Tools } from './find-tools';
import { inTurn } from './in-turn';
import { listenEnvelope } from './listen-envelope';
import { runFfmpeg } from './run-ffmpeg';
import { describeToolchain } from './toolchain';
import { verifyAudiogram } from './verify-audiogram';

const run = promisify(execFile);

/** To be raised when a change of ours makes another film of the same things. */
const FILM_REVISION = 1;

/** What a film needs and a build of ffmpeg may lack. */
const NEEDED_ENCODERS = ['libx264', 'aac'];
const NEEDED_FILTERS = ['afade', 'atrim', 'colorchannelmixer', 'crop', 'loop', 'overlay', 'trim'];

/** A second of film takes about half a second of CPU on a slow core; a niced job on a busy machine waits four times as long. */
const CPU_SECONDS_PER_SECOND = 3;
const LEAST_CPU_SECONDS = 60;
const WALL_PER_CPU = 4;

export type AudiogramMakerOptions = {
  /** Where to look; the process's own environment when left out. */
  readonly env?: ToolEnvironment;
  /** Nothing longer is listened to, in seconds. */
  readonly maximumSeconds?: number;
};

/** Films made by ffmpeg. Making the maker touches nothing; once ffmpeg is installed the next film finds it. */
export function createAudiogramMaker(options: AudiogramMakerOptions = {}): AudiogramMaker {
  const env = options.env ?? process.env;
  const maximumSeconds = options.maximumSeconds ?? SPOT_LIMITS.maximumSeconds;
  return {
    readiness: () => readinessOf(env),
    listen: async (soundPath) => {
      const { ffmpeg } = await findTools(env);
      return inTurn(() => listenEnvelope(ffmpeg, soundPath, maximumSeconds));
    },
    make: async (order, onProgress) => {
      const tools = await findTools(env);
      return inTurn(() => makeFilm(tools, order, onProgress));
    },
  };
}

async function readinessOf(env: ToolEnvironment): Promise<AudiogramReadiness> {
  try {
    const tools = await findTools(env);
    const { hash } = await describeToolchain(tools);
    const what = [
      ...(await lacking(tools, '-encoders', NEEDED_ENCODERS)),
      ...(await lacking(tools, '-filters', NEEDED_FILTERS)),
    ];
    if (what.length > 0) return { kind: 'lacks', what };
    const identity = `${hash}\nfilm ${FILM_REVISION}`;
    return {
      kind: 'ready',
      toolchainHash: createHash('sha256').update(identity).digest('hex'),
    };
  } catch (error) {
    if (error instanceof FfmpegMissingError) return { kind: 'missing' };
    throw error;
  }
}

async function lacking(
  { ffmpeg }: Tools,
  question: string,
  needed: readonly string[],
): Promise<readonly string[]> {
  const { stdout } = await run(ffmpeg, ['-hide_banner', question], {
    timeout: 30_000,
    killSignal: 'SIGKILL',
    maxBuffer: 4_000_000,
  });
  const there = new Set(stdout.split('\n').flatMap((line) => line.trim().split(/\s+/)[1] ?? []));
  return needed.filter((name) => !there.has(name));
}

/** Both pictures are ours; the sound is a file for the stations, and read under the same bounds as any other. */
async function makeFilm(
  tools: Tools,
  order: AudiogramOrder,
  onProgress?: (percent: number) => void,
): Promise<AudiogramMade> {
  const partPath = `${order.outputPath}.part`;
  const picture = ['-f', 'png_pipe', '-framerate', String(FRAMES_PER_SECOND)];
  const cpuSeconds = Math.ceil(LEAST_CPU_SECONDS + order.seconds * CPU_SECONDS_PER_SECOND);
  try {
    await runFfmpeg({
      ffmpegPath: tools.ffmpeg,
      inputs: [
        { name: inputName(order.cardPath), options: picture },
        { name: inputName(order.stripPath), options: picture },
        {
          name: inputName(order.soundPath),
          options: ['-t', String(Math.ceil(order.seconds) + 1), ...INPUT_WHITELISTS],
        },
      ],
      filterGraph: audiogramGraph(order),
      outputs: [{ name: inputName(partPath), options: audiogramOptions(order) }],
      cpuSeconds,
      wallSeconds: cpuSeconds * WALL_PER_CPU,
      keepLine: () => false,
      onTime: (seconds) => onProgress?.(Math.min(99, (100 * seconds) / order.seconds)),
    });
    const made = await verifyAudiogram(tools.ffprobe, partPath, order);
    await rename(partPath, order.outputPath);
    return made;
  } finally {
    await rm(partPath, { force: true });
  }
}
