import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { Toolchain } from '../../composition/ports';
import { FfmpegMissingError } from './errors';
import type { Tools } from './find-tools';

const run = promisify(execFile);

/** To be raised when a change of ours makes other bytes from the same sound. */
const PIPELINE_REVISION = 4;

const NEEDED_ENCODERS = ['libmp3lame', 'aac', 'libopus', 'pcm_s16le'];
const NEEDED_FILTERS = [
  'aformat',
  'alimiter',
  'aresample',
  'asetpts',
  'asplit',
  'atrim',
  'ebur128',
  'pan',
  'volume',
  'volumedetect',
];
const WANTED_DECODERS = ['aac', 'amrnb', 'amrwb', 'flac', 'mp3', 'opus', 'vorbis'];

/** ffmpeg 5.0 came out in January 2022; branches before it get no fixes any more. */
const OLDEST_MAJOR = 5;
const OLDEST_YEAR = 2022;

/**
 * Asks the tools what they are and what they can do.
 * @throws FfmpegMissingError when they do not start, or lack a filter without which nothing can be measured.
 */
export async function describeToolchain(tools: Tools): Promise<Toolchain> {
  const banner = await ask(tools.ffmpeg, '-version');
  await ask(tools.ffprobe, '-version');
  const filters = wordsOf(await ask(tools.ffmpeg, '-filters'));
  const missingFilters = NEEDED_FILTERS.filter((name) => !filters.has(name));
  if (missingFilters.length > 0) {
    throw new FfmpegMissingError(
      `The ffmpeg at ${tools.ffmpeg} cannot be used: it lacks the filters ${missingFilters.join(', ')}.`,
    );
  }
  const encoders = wordsOf(await ask(tools.ffmpeg, '-encoders'));
  const decoders = wordsOf(await ask(tools.ffmpeg, '-decoders'));
  const version = /^ffmpeg version (\S+)/.exec(banner)?.[1] ?? 'unknown';
  const age = ageOf(version, banner);
  return {
    version,
    hash: createHash('sha256')
      .update(`pipeline ${PIPELINE_REVISION}\n${identityOf(banner)}`)
      .digest('hex'),
    origin: tools.origin,
    isOld: age.length > 0,
    shortcomings: [
      ...age,
      ...lackOf('encoders', NEEDED_ENCODERS, encoders),
      ...lackOf('decoders', WANTED_DECODERS, decoders),
    ],
  };
}

async function ask(program: string, question: string): Promise<string> {
  try {
    const { stdout } = await run(program, ['-hide_banner', question], {
      timeout: 30_000,
      killSignal: 'SIGKILL',
      maxBuffer: 4_000_000,
    });
    return stdout;
  } catch (error) {
    throw new FfmpegMissingError(`${program} does not run: ${String(error)}`, { cause: error });
  }
}

/** The second word of each line of ffmpeg's lists is a name. */
function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split('\n').flatMap((line) => line.trim().split(/\s+/)[1] ?? []));
}

/** Version, compiler's options and library versions; not where it lies. */
function identityOf(banner: string): string {
  return banner
    .split('\n')
    .filter((line) => /^(ffmpeg version|configuration:|lib)/.test(line.trim()))
    .join('\n');
}

function ageOf(version: string, banner: string): readonly string[] {
  const major = /^n?(\d+)\./.exec(version)?.[1];
  const year = /Copyright \(c\) \d{4}-(\d{4})/.exec(banner)?.[1];
  // A snapshot between releases carries no number, only its year.
  const isOld =
    major === undefined ? Number(year ?? 0) < OLDEST_YEAR : Number(major) < OLDEST_MAJOR;
  if (!isOld) return [];
  const since = year === undefined ? '' : ` of ${year}`;
  return [
    `ffmpeg ${version}${since} is old: it lacks every security fix since, for a first look only; install ffmpeg 5 or later`,
  ];
}

function lackOf(
  kind: string,
  wanted: readonly string[],
  there: ReadonlySet<string>,
): readonly string[] {
  const missing = wanted.filter((name) => !there.has(name));
  return missing.length === 0 ? [] : [`it lacks the ${kind} ${missing.join(', ')}`];
}
