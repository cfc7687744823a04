import type { LimiterPoint } from '../../domain/audio';
import { limiterCurve, probeGraph, type Source } from './filter-graph';
import type { Tools } from './find-tools';
import { isMeterLine, readLoudness } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

export type TrialMeans = {
  readonly tools: Tools;
  readonly input: { readonly name: string; readonly options: readonly string[] };
  readonly bounds: { readonly cpuSeconds: number; readonly wallSeconds: number };
  readonly onTime?: (seconds: number) => void;
};

/**
 * P2: how loud a master gets behind the limiter, for several drives in one decode.
 * @throws FfmpegFailedError
 */
export async function tryLimiter(
  { tools, input, bounds, onTime }: TrialMeans,
  source: Source,
  keepsStereo: boolean,
  drives: readonly number[],
): Promise<readonly LimiterPoint[]> {
  const lines = await runFfmpeg({
    ffmpegPath: tools.ffmpeg,
    inputs: [input],
    filterGraph: probeGraph(source, keepsStereo, drives),
    outputs: drives.map((_, index) => ({
      name: '-',
      options: ['-map', `[out${index}]`, '-f', 'null'],
    })),
    ...bounds,
    keepLine: isMeterLine,
    ...(onTime === undefined ? {} : { onTime }),
  });
  return limiterCurve(drives, readLoudness(lines));
}
