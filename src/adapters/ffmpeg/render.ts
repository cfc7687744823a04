import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  driveFor,
  expectedSeconds,
  planRenditions,
  type LimiterPoint,
  type Measurement,
  type RenditionPlan,
} from '../../domain/audio';
import type { BroadcastWriter, RenditionMade, RenditionOrder } from '../../composition/ports';
import { INPUT_WHITELISTS, inputName, timeBounds } from './bounds';
import { encodeOptions } from './encode-options';
import { FfmpegFailedError } from './errors';
import { renderGraph, type OutputLevel, type Source } from './filter-graph';
import type { Tools } from './find-tools';
import { measureFile } from './measure';
import { measureAgain } from './measure-again';
import { isMeterLine, type LoudnessReading } from './read-log';
import { runFfmpeg } from './run-ffmpeg';

/** One output on its way: what was planned, the level it was made with, what it showed. */
type Output = {
  readonly order: RenditionOrder;
  readonly plan: RenditionPlan;
  readonly partPath: string;
  readonly level: OutputLevel;
};
/** How loud the downmix, and both channels, get behind the limiter. */
type Curves = { readonly mono: readonly LimiterPoint[]; readonly stereo: readonly LimiterPoint[] };
type Made = Output & { readonly shown: LoudnessReading; readonly seconds: number };

/** An output this far off is made once more with what was learnt: nobody hears a third of an LU, and meters read to 0.1. */
const WORTH_CORRECTING_LU = 0.35;
/** A threshold that gives way further costs more loudness than the peak is worth: such a file is for a person to hear. */
const MOST_GIVING_WAY_DB = 1.5;
/** The limiter is driven harder for it, which costs some of what is gained. */
const FURTHER_DB = 0.3;
/** Encoders pad and trim an edge; more than this is another length. */
const LENGTH_TOLERANCE_SECONDS = 0.5;

/**
 * Makes all orders from one master: one process for all encodes, a measurement of every output, and one correction of
 * those that are off. A name appears when its file is whole and on the disk.
 * @throws FfmpegFailedError and leaves no half file.
 */
export async function renderFiles(
  tools: Tools,
  masterPath: string,
  measurement: Measurement,
  orders: readonly RenditionOrder[],
  onProgress?: (percent: number) => void,
  broadcastWriter?: BroadcastWriter,
): Promise<readonly RenditionMade[]> {
  if (orders.length === 0) return [];
  const job = new RenderJob(tools, masterPath, measurement, onProgress);
  const plans = planRenditions(
    measurement,
    orders.map(({ profile }) => profile),
  );
  const partPaths = orders.map(({ outputPath }) => `${outputPath}.part`);
  try {
    const curves = await job.limiterCurves();
    const levels = plans.map((plan) => levelFor(plan, curves));
    const outputs = orders.flatMap((order, index): Output[] => {
      const plan = plans[index];
      const level = levels[index];
      const partPath = partPaths[index];
      return plan && level && partPath ? [{ order, plan, level, partPath }] : [];
    });
    const made = await job.encode(outputs);
    const kept = await job.correct(made, curves);
    return await Promise.all(kept.map((output) => publish(output, broadcastWriter)));
  } finally {
    await Promise.all(
      partPaths.flatMap((part) => [
        rm(part, { force: true }),
        rm(correctionOf(part), { force: true }),
      ]),
    );
    onProgress?.(100);
  }
}

class RenderJob {
  constructor(
    private readonly tools: Tools,
    private readonly masterPath: string,
    private readonly measurement: Measurement,
    private readonly onProgress?: (percent: number) => void,
  ) {}

  /** As the check heard them. Recordings that were checked before it listened for that are listened to once more. */
  async limiterCurves(): Promise<Curves> {
    const { limiterCurve, stereo } = this.measurement;
    if (limiterCurve !== undefined) {
      return { mono: limiterCurve, stereo: stereo?.limiterCurve ?? [] };
    }
    const seconds = this.measurement.decodedSeconds;
    const heard = await measureFile(this.tools, this.masterPath, seconds);
    if (heard.kind === 'unreadable') {
      throw new FfmpegFailedError('refused', `the master cannot be read: ${heard.reason.kind}`);
    }
    const again = heard.measurement;
    return { mono: again.limiterCurve ?? [], stereo: again.stereo?.limiterCurve ?? [] };
  }

  /** P3, then every output measured again: ffmpeg exits 0 for files that are cut or off. */
  async encode(outputs: readonly Output[]): Promise<readonly Made[]> {
    const seconds = this.measurement.decodedSeconds;
    await this.run(
      renderGraph(this.source(), outputs),
      outputs.map(({ plan, order, partPath }, index) => ({
        name: inputName(partPath),
        options: ['-map', `[out${index}]`, ...encodeOptions(plan, order.tags, seconds)],
      })),
      { from: 0, to: 75 },
    );
    return this.verify(outputs);
  }

  /** Makes what is off once more, and keeps the better of the two. */
  async correct(made: readonly Made[], curves: Curves): Promise<readonly Made[]> {
    const off = made.filter(isWorthCorrecting);
    if (off.length === 0) return made;
    const again = await this.encode(
      off.map((output) => ({
        ...output,
        partPath: correctionOf(output.partPath),
        level: correctedLevel(output, curves),
      })),
    );
    return made.map((first) => {
      const second = again.find(({ order }) => order === first.order);
      return second !== undefined && distance(second) < distance(first) ? second : first;
    });
  }

  private async verify(outputs: readonly Output[]): Promise<readonly Made[]> {
    const answers = await measureAgain(
      this.tools.ffmpeg,
      outputs.map(({ partPath, plan: { profile, keepsStereo } }) => ({
        path: partPath,
        channels: profile.channels,
        isTwice: profile.channels === 2 && !keepsStereo,
      })),
      this.bounds(),
      this.progress({ from: 75, to: 99 }),
    );
    return outputs.map((output, index) => {
      const answer = answers[index] ?? null;
      const wanted = expectedSeconds(output.plan, this.measurement.decodedSeconds);
      const seconds = answer?.seconds ?? 0;
      if (answer === null || Math.abs(seconds - wanted) > LENGTH_TOLERANCE_SECONDS) {
        throw new FfmpegFailedError(
          'refused',
          `the file for ${output.order.profile.code} lasts ${seconds} s and should last ${wanted} s`,
        );
      }
      return { ...output, shown: asCounted(answer.levels, output.plan), seconds };
    });
  }

  private run(
    filterGraph: string,
    outputs: readonly { name: string; options: readonly string[] }[],
    stage: { from: number; to: number },
  ): Promise<readonly string[]> {
    return runFfmpeg({
      ffmpegPath: this.tools.ffmpeg,
      inputs: [this.input()],
      filterGraph,
      outputs,
      ...this.bounds(),
      keepLine: isMeterLine,
      onTime: this.progress(stage),
    });
  }

  private input(): { name: string; options: readonly string[] } {
    const cap = String(Math.ceil(this.measurement.decodedSeconds) + 1);
    return { name: inputName(this.masterPath), options: ['-t', cap, ...INPUT_WHITELISTS] };
  }

  private source(): Source {
    const { channels, downmix = 'average' } = this.measurement;
    return { channels, downmix };
  }

  private bounds(): { cpuSeconds: number; wallSeconds: number } {
    return timeBounds(this.measurement.decodedSeconds);
  }

  private progress(stage: { from: number; to: number }): (seconds: number) => void {
    return (seconds) => {
      const share = Math.min(1, seconds / this.measurement.decodedSeconds);
      this.onProgress?.(stage.from + share * (stage.to - stage.from));
    };
  }
}

/** A meter of the file, as its profile counts it. */
function asCounted(levels: LoudnessReading, { countedLu }: RenditionPlan): LoudnessReading {
  const { loudnessLufs } = levels;
  return { ...levels, loudnessLufs: loudnessLufs === null ? null : loudnessLufs + countedLu };
}

function correctionOf(partPath: string): string {
  return `${partPath}.2`;
}

function loudnessError({ shown, plan }: Made): number {
  return plan.expectedLufs - (shown.loudnessLufs ?? -70);
}

function overCeiling({ shown, plan }: Made): number {
  return Math.max(0, (shown.truePeakDbtp ?? -70) - plan.profile.ceilingDbtp);
}

function isWorthCorrecting(made: Made): boolean {
  return Math.abs(loudnessError(made)) > WORTH_CORRECTING_LU || overCeiling(made) > 0;
}

function distance(made: Made): number {
  return Math.abs(loudnessError(made)) + overCeiling(made);
}

/** The gain for a wanted loudness: straight where nothing is limited, along the probed curve where it is. */
function levelFor(plan: RenditionPlan, curves: Curves): OutputLevel {
  const { gainDb, limiterDbfs, needsLimiter, wantedLufs } = plan;
  const curve = plan.keepsStereo ? curves.stereo : curves.mono;
  if (!needsLimiter || curve.length === 0) return { gainDb, limiterDbfs, isLimited: needsLimiter };
  const driveDb = driveFor(curve, wantedLufs - limiterDbfs);
  return { gainDb: driveDb + limiterDbfs, limiterDbfs, isLimited: true };
}

/** The threshold gives way by what was over, and a little more; the wish rises by what the encoder took beyond the plan. */
function correctedLevel(made: Made, curves: Curves): OutputLevel {
  const over = overCeiling(made);
  const error = loudnessError(made);
  const plan = {
    ...made.plan,
    gainDb: made.level.gainDb + error,
    wantedLufs: made.plan.wantedLufs + error,
    limiterDbfs:
      made.level.limiterDbfs - (over > 0 ? Math.min(over + FURTHER_DB, MOST_GIVING_WAY_DB) : 0),
    needsLimiter: made.level.isLimited || over > 0,
  };
  return levelFor(plan, curves);
}

/** After the encode and before the checksum: what no encoder writes goes into the file here. */
async function publish(made: Made, broadcastWriter?: BroadcastWriter): Promise<RenditionMade> {
  const { order, partPath, shown, seconds } = made;
  if (order.broadcast !== undefined) {
    await broadcastWriter?.write(partPath, order.broadcast, shown);
  }
  const hash = createHash('sha256');
  const content = createReadStream(partPath) as AsyncIterable<Buffer>;
  for await (const bytes of content) hash.update(bytes);
  const { size } = await stat(partPath);
  await syncToDisk(partPath);
  await rename(partPath, order.outputPath);
  await syncToDisk(path.dirname(order.outputPath));
  return {
    profileCode: order.profile.code,
    sha256: hash.digest('hex'),
    sizeBytes: size,
    durationSeconds: seconds,
    loudnessLufs: shown.loudnessLufs,
    truePeakDbtp: shown.truePeakDbtp,
  };
}

async function syncToDisk(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
