import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Toolchain } from '../../composition/ports';
import { FfmpegMissingError } from './errors';

export type Tools = {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly origin: Toolchain['origin'];
};

/** The variables that are read: `FFMPEG_PATH`, `FFPROBE_PATH` and `PATH`. */
export type ToolEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Finds ffmpeg and ffprobe: `FFMPEG_PATH` set by hand, else the system's, else the builds that npm brought.
 * @throws FfmpegMissingError when none can be run; a path that was set by hand and is wrong is not silently replaced.
 */
export async function findTools(env: ToolEnvironment): Promise<Tools> {
  if (env.FFMPEG_PATH) {
    if (!(await canRun(env.FFMPEG_PATH))) {
      throw new FfmpegMissingError(
        `FFMPEG_PATH names no program that can be run: ${env.FFMPEG_PATH}`,
      );
    }
    return withProbe(path.resolve(env.FFMPEG_PATH), 'configured', env);
  }
  const onSystem = await findOnPath('ffmpeg', env);
  if (onSystem !== null) return withProbe(onSystem, 'system', env);

  const fromNpm = await npmBuild('ffmpeg');
  if (fromNpm !== null) return withProbe(fromNpm, 'npm-fallback', env);
  throw new FfmpegMissingError(
    'No ffmpeg: install it (Debian: apt-get install ffmpeg) or name it in FFMPEG_PATH. Recordings wait until then.',
  );
}

async function withProbe(
  ffmpeg: string,
  origin: Toolchain['origin'],
  env: ToolEnvironment,
): Promise<Tools> {
  if (env.FFPROBE_PATH) {
    if (!(await canRun(env.FFPROBE_PATH))) {
      throw new FfmpegMissingError(
        `FFPROBE_PATH names no program that can be run: ${env.FFPROBE_PATH}`,
      );
    }
    return { ffmpeg, ffprobe: path.resolve(env.FFPROBE_PATH), origin };
  }
  const beside = path.join(
    path.dirname(ffmpeg),
    path.basename(ffmpeg).replace('ffmpeg', 'ffprobe'),
  );
  if (beside !== ffmpeg && (await canRun(beside))) return { ffmpeg, ffprobe: beside, origin };
  const other = (await findOnPath('ffprobe', env)) ?? (await npmBuild('ffprobe'));
  if (other !== null) return { ffmpeg, ffprobe: other, origin };
  throw new FfmpegMissingError(
    `No ffprobe beside ${ffmpeg}: install it or name it in FFPROBE_PATH.`,
  );
}

async function findOnPath(program: string, env: ToolEnvironment): Promise<string | null> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    if (folder === '') continue;
    const candidate = path.resolve(folder, program + suffix);
    if (await canRun(candidate)) return candidate;
  }
  return null;
}

/** The npm packages throw while loading where they have no build for the machine. */
async function npmBuild(program: 'ffmpeg' | 'ffprobe'): Promise<string | null> {
  try {
    const found =
      program === 'ffmpeg'
        ? (await import('@ffmpeg-installer/ffmpeg')).default.path
        : (await import('@ffprobe-installer/ffprobe')).default.path;
    return (await canRun(found)) ? found : null;
  } catch {
    return null;
  }
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
