import { inputName } from './bounds';
import { verifyGraph } from './filter-graph';
import { isMeterLine, readLoudness, readSampleCounts, type LoudnessReading } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

/** What a finished file shows, all of its channels together, as its station's meter reads it. */
export type Shown = {
  readonly levels: LoudnessReading;
  /** Samples of all channels, at 48 kHz. */
  readonly samples: number;
};

/**
 * Measures files that this house made, all in one process. Null stands for a file that showed nothing.
 * @throws FfmpegFailedError
 */
export async function measureAgain(
  ffmpegPath: string,
  paths: readonly string[],
  bounds: { readonly cpuSeconds: number; readonly wallSeconds: number },
  onTime?: (seconds: number) => void,
): Promise<readonly (Shown | null)[]> {
  const lines = await runFfmpeg({
    ffmpegPath,
    inputs: paths.map((path) => ({ name: inputName(path), options: [] })),
    filterGraph: verifyGraph(paths.length),
    outputs: paths.map((_, index) => ({
      name: '-',
      options: ['-map', `[out${index}]`, '-f', 'null'],
    })),
    ...bounds,
    keepLine: isMeterLine,
    ...(onTime === undefined ? {} : { onTime }),
  });
  const readings = readLoudness(lines);
  const counts = readSampleCounts(lines);
  return paths.map((_, index) => {
    const levels = readings[index];
    return levels === undefined ? null : { levels, samples: counts[index] ?? 0 };
  });
}
