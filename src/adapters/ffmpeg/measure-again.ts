import { DUAL_MONO_LU } from '../../domain/audio';
import { inputName } from './bounds';
import { verifyGraph } from './filter-graph';
import { isMeterLine, readLoudness, readVolumes, type LoudnessReading } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

export type FinishedFile = {
  readonly path: string;
  readonly channels: 1 | 2;
  /** Made of one channel, given twice: metering one tells both, as long as they are the same. */
  readonly isTwice: boolean;
};

/** What a finished file shows, all of its channels together, as its station's meter reads it. */
export type Shown = {
  readonly levels: LoudnessReading;
  readonly seconds: number;
};

type Bounds = { readonly cpuSeconds: number; readonly wallSeconds: number };

/** What an encoder may make of two equal channels; more is another sound. A voice lies some 40 dB above. */
const EQUAL_BELOW_DBFS = -60;

/**
 * Measures files that this house made, all in one process. Null stands for a file that showed nothing.
 * @throws FfmpegFailedError
 */
export async function measureAgain(
  ffmpegPath: string,
  files: readonly FinishedFile[],
  bounds: Bounds,
  onTime?: (seconds: number) => void,
): Promise<readonly (Shown | null)[]> {
  const outputs = files.flatMap(({ isTwice }, index) => [
    `[out${index}]`,
    ...(isTwice ? [`[difference${index}]`] : []),
  ]);
  const lines = await runFfmpeg({
    ffmpegPath,
    inputs: files.map(({ path }) => ({ name: inputName(path), options: [] })),
    filterGraph: verifyGraph(files),
    outputs: outputs.map((label) => ({ name: '-', options: ['-map', label, '-f', 'null'] })),
    ...bounds,
    keepLine: isMeterLine,
    ...(onTime === undefined ? {} : { onTime }),
  });
  const readings = readLoudness(lines);
  const volumes = [...readVolumes(lines)];
  const shown: (Shown | null)[] = [];
  for (const [index, file] of files.entries()) {
    const levels = readings[index];
    const counted = volumes.shift();
    const difference = file.isTwice ? volumes.shift() : undefined;
    if (levels === undefined || counted === undefined) {
      shown.push(null);
    } else if (difference !== undefined && difference.highestDbfs > EQUAL_BELOW_DBFS) {
      shown.push(...(await measureAgain(ffmpegPath, [{ ...file, isTwice: false }], bounds)));
    } else {
      const metered = file.isTwice ? 1 : file.channels;
      const seconds = counted.samples / 48_000 / metered;
      shown.push({ levels: file.isTwice ? doubled(levels) : levels, seconds });
    }
  }
  return shown;
}

function doubled(levels: LoudnessReading): LoudnessReading {
  const { loudnessLufs } = levels;
  return { ...levels, loudnessLufs: loudnessLufs === null ? null : loudnessLufs + DUAL_MONO_LU };
}
