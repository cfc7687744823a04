import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createFfmpegEngine } from '../../../src/adapters/ffmpeg';
import { judge } from '../../../src/domain/audio';
import type { AudioEngine } from '../../../src/composition/ports';

export type Machine = {
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** A machine with nothing installed, where only the npm packages are left; and this one, when it has its own ffmpeg. */
export const MACHINES: readonly Machine[] = [
  ...(process.env.FFMPEG_PATH || isOnPath('ffmpeg')
    ? [{ name: 'the ffmpeg of this machine', env: process.env }]
    : []),
  { name: 'the npm fallback', env: { PATH: '' } },
];

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The ffmpeg that fixtures are encoded with: always the same build, so that they are the same everywhere. */
export async function encode(
  from: string,
  options: readonly string[],
  to: string,
): Promise<string> {
  const { default: installer } = await import('@ffmpeg-installer/ffmpeg');
  execFileSync(installer.path, ['-nostdin', '-v', 'error', '-y', '-i', from, ...options, to]);
  return to;
}

/** What the product says of a file: the grade and the kinds of its reasons. */
export async function verdictOn(
  engine: AudioEngine,
  file: string,
): Promise<{ readonly grade: string; readonly kinds: readonly string[] }> {
  const answer = await engine.measure(file);
  if (answer.kind === 'unreadable') return { grade: 'refused', kinds: [answer.reason.kind] };
  const { grade, reasons } = judge(answer.measurement);
  return { grade, kinds: reasons.map(({ kind }) => kind) };
}

export function engineOf(machine: Machine, maximumSeconds?: number): AudioEngine {
  return createFfmpegEngine({
    env: machine.env,
    ...(maximumSeconds === undefined ? {} : { maximumSeconds }),
  });
}

/** A scratch folder and how to be rid of it. */
export async function openScratch(): Promise<{ folder: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeelen-sound-'));
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
}
