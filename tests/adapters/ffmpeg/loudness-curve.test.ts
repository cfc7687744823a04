import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { pictureOfMaster } from '../../../src/domain/audio';
import { engineOf, MACHINES } from './machines';

const DEMO = path.resolve(import.meta.dirname, '../../../media/demo');

/** What ffmpeg's own meter calls short-term, at the end of its window, by time; of the average of the channels. */
async function meterOf(file: string): Promise<readonly (readonly [at: number, lufs: number])[]> {
  const { default: installer } = await import('@ffmpeg-installer/ffmpeg');
  const graph = 'aresample=48000,aformat=channel_layouts=mono,ebur128=metadata=1';
  const printed = execFileSync(
    installer.path,
    [
      '-nostdin',
      '-v',
      'error',
      '-i',
      file,
      '-af',
      `${graph},ametadata=print:file=-`,
      '-f',
      'null',
      '-',
    ],
    { encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  const found: (readonly [number, number])[] = [];
  let at = 0;
  for (const line of printed.split('\n')) {
    at = Number(/pts_time:([\d.]+)/.exec(line)?.[1] ?? at);
    const lufs = /^lavfi\.r128\.S=(-?[\d.]+)/.exec(line)?.[1];
    if (lufs !== undefined) found.push([at, Number(lufs)]);
  }
  return found;
}

describe.each(MACHINES)('the curve of a spot, heard by $name', (machine) => {
  it(
    'follows the full meter: 0.3 LU in the mean, 1 at most',
    async () => {
      const file = path.join(DEMO, 'spot-snk.mp3');
      const answer = await engineOf(machine).measure(file);
      if (answer.kind !== 'measured' || answer.waveform === undefined) throw new Error(answer.kind);
      const { loudnessLufs, durationSeconds } = pictureOfMaster(
        answer.waveform,
        answer.measurement,
      );
      const step = durationSeconds / (loudnessLufs.length - 1);
      const differences = (await meterOf(file)).flatMap(([at, lufs]) => {
        // Its window ends where ours has its middle and a half.
        const ours = loudnessLufs[Math.round((at + 0.1 - 1.5) / step)] ?? null;
        return at < 3 || ours === null || lufs < -60 ? [] : [Math.abs(ours - lufs)];
      });
      expect(differences.length).toBeGreaterThan(30);
      const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
      expect(mean).toBeLessThanOrEqual(0.3);
      expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    },
    // Another meter decodes it as well.
    120_000,
  );
});
