/**
 * What the sound pipeline costs and how exact it is.
 *
 * Floor: one ffmpeg that decodes once and makes the same six encodes with ffmpeg's default encoder settings and no work on
 * loudness. Ours: the product's own engine, check to finished files, corrections included; measuring the files again is
 * counted apart. Naive: for each profile a loudnorm pass to measure and one to make, default settings. All is CPU time, of
 * every program run and, for ours, of this process; medians over inputs of ratios on the same input in the same run. At
 * 30 s each input is gone through three times, floor and ours by turns, and stands there with the median of its times.
 * `--quick` leaves out the inputs of five minutes.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createFfmpegEngine } from '../../src/adapters/ffmpeg';
import { timeBounds } from '../../src/adapters/ffmpeg/bounds';
import { findTools } from '../../src/adapters/ffmpeg/find-tools';
import { measureAgain } from '../../src/adapters/ffmpeg/measure-again';
import type { AudioEngine, RenditionMade } from '../../src/composition/ports';
import { judge, type DeliveryProfile } from '../../src/domain/audio';
import { SIX_PROFILES } from '../fixtures/audio/profiles';
import { BENCH_INPUTS, EBU_CASES, writeEbuCase, writeInput } from './audio-inputs';
import { costOf, meteredFfmpeg, type Cost, type MeteredFfmpeg } from './audio-meters';
import { median } from './statistics';

const run = promisify(execFile);
const TAGS = { title: '0042 Banc', artist: 'Banc', album: 'Banc', comment: '0042' };
const FIVE_MINUTES = 300;
/** Three sorts of recording are enough for minutes of CPU each. */
const LONG_INPUTS = ['plain', 'dynamic', 'opus-note'];
const ROUNDS_OF_30S = 3;
const NAIVE_INPUTS = ['plain', 'noisy', 'opus-note'];

const DEFAULT_CODECS: Readonly<Record<DeliveryProfile['codec'], readonly string[]>> = {
  mp3: ['-c:a', 'libmp3lame', '-f', 'mp3'],
  aac: ['-c:a', 'aac', '-f', 'ipod'],
  opus: ['-c:a', 'libopus', '-f', 'ogg'],
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
};

function defaultEncode(profile: DeliveryProfile, output: string): readonly string[] {
  const rate = profile.bitRateKbps === null ? [] : ['-b:a', `${profile.bitRateKbps}k`];
  const format = ['-ac', String(profile.channels), '-ar', String(profile.sampleRateHz)];
  return [...format, ...DEFAULT_CODECS[profile.codec], ...rate, output];
}

async function floor(ffmpeg: string, input: string, folder: string): Promise<void> {
  const outputs = SIX_PROFILES.flatMap((profile) => [
    ...['-map', '0:a:0'],
    ...defaultEncode(profile, path.join(folder, `floor-${profile.code}`)),
  ]);
  await run(ffmpeg, ['-nostdin', '-v', 'error', '-y', '-i', input, ...outputs]);
}

async function naive(ffmpeg: string, input: string, folder: string): Promise<void> {
  for (const profile of SIX_PROFILES) {
    const goal = `loudnorm=I=${profile.targetLufs}:TP=${profile.ceilingDbtp}:LRA=11`;
    const first = ['-nostdin', '-i', input, '-af', `${goal}:print_format=json`, '-f', 'null', '-'];
    const { stderr } = await run(ffmpeg, first);
    const said = JSON.parse(
      stderr.slice(stderr.lastIndexOf('{'), stderr.lastIndexOf('}') + 1),
    ) as Record<string, string>;
    const measured = `measured_I=${said['input_i']}:measured_TP=${said['input_tp']}:measured_LRA=${said['input_lra']}:measured_thresh=${said['input_thresh']}:offset=${said['target_offset']}`;
    await run(ffmpeg, [
      ...['-nostdin', '-v', 'error', '-y', '-i', input, '-af', `${goal}:${measured}:linear=true`],
      ...defaultEncode(profile, path.join(folder, `naive-${profile.code}`)),
    ]);
  }
}

type Ours = { readonly made: readonly RenditionMade[]; readonly flags: readonly string[] };

async function ours(engine: AudioEngine, input: string, folder: string): Promise<Ours> {
  const answer = await engine.measure(input);
  if (answer.kind !== 'measured') throw new Error(`${input}: ${answer.reason.kind}`);
  const verdict = judge(answer.measurement, undefined, SIX_PROFILES);
  const orders = SIX_PROFILES.map((profile) => ({
    profile,
    outputPath: path.join(folder, `ours-${profile.code}`),
    tags: TAGS,
  }));
  const made = await engine.render(input, answer.measurement, orders);
  return { made, flags: verdict.reasons.map(({ kind }) => kind) };
}

type Row = {
  readonly input: string;
  readonly seconds: number;
  readonly floorSeconds: number;
  readonly oursSeconds: number;
  readonly verifySeconds: number;
  readonly stages: Cost['stageSeconds'];
  readonly naiveSeconds: number | null;
  readonly verdict: readonly string[];
  readonly errorsLu: Readonly<Record<string, number>>;
  readonly overDb: Readonly<Record<string, number>>;
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeelen-bench-audio-'));
  try {
    await bench(folder, process.argv.includes('--quick'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bench(folder: string, isQuick: boolean): Promise<void> {
  const tools = await findTools(process.env);
  const metered = meteredFfmpeg(tools.ffmpeg, folder);
  const engine = createFfmpegEngine({
    env: { FFMPEG_PATH: metered.path, FFPROBE_PATH: tools.ffprobe },
  });
  await engine.toolchain();
  const inputs = path.join(folder, 'inputs');
  const outputs = path.join(folder, 'outputs');
  for (const made of [inputs, outputs]) mkdirSync(made);

  const jobs = [
    ...BENCH_INPUTS.map((input) => ({ input, seconds: 30 })),
    ...BENCH_INPUTS.filter(({ name }) => !isQuick && LONG_INPUTS.includes(name)).map((input) => ({
      input,
      seconds: FIVE_MINUTES,
    })),
  ];
  // The runner asks ffmpeg once for its abilities; that is no part of a spot.
  const first = BENCH_INPUTS[0];
  if (first !== undefined) await ours(engine, writeInput(tools.ffmpeg, inputs, first, 3), outputs);

  const rows: Row[] = [];
  let peakBytes = 0;
  for (const { input, seconds } of jobs) {
    const file = writeInput(tools.ffmpeg, inputs, input, seconds);
    const { row, peak } = await measureRow(
      { engine, metered, ffmpeg: tools.ffmpeg, outputs },
      file,
      input.name,
      seconds,
    );
    peakBytes = Math.max(peakBytes, peak);
    rows.push(row);
    console.log(JSON.stringify(row));
  }

  const ebuErrors: number[] = [];
  for (const [index, { lufs }] of EBU_CASES.entries()) {
    const file = writeEbuCase(tools.ffmpeg, inputs, index);
    const [shown] = await measureAgain(
      tools.ffmpeg,
      [{ path: file, channels: 2, isTwice: false }],
      { cpuSeconds: 120, wallSeconds: 480 },
    );
    ebuErrors.push(rounded((shown?.levels.loudnessLufs ?? -70) - lufs));
  }

  const half = rows.filter((row) => row.seconds === 30 && row.input !== 'short');
  const long = rows.filter((row) => row.seconds === FIVE_MINUTES);
  const both = rows.filter((row) => row.naiveSeconds !== null);
  const short = rows.filter((row) => row.seconds === 30);
  const flagged = short.filter((row) => row.verdict.includes('out-of-reach'));
  const counted = short.filter((row) => !flagged.includes(row));
  const errors = counted.flatMap((row) => Object.values(row.errorsLu).map(Math.abs));
  // What is flagged before encoding is held back or shown to a person; its rows are below all the same.
  const over = counted.flatMap((row) => Object.values(row.overDb).filter((value) => value > 0));
  const ratios = (of: readonly Row[], top: (row: Row) => number, bottom: (row: Row) => number) =>
    of.length === 0 ? null : rounded(median(of.map((row) => top(row) / bottom(row))));
  console.log(
    JSON.stringify({
      bench: 'audio',
      cpuToFloor30s: ratios(
        half,
        (row) => row.oursSeconds,
        (row) => row.floorSeconds,
      ),
      cpuToFloor5min: ratios(
        long,
        (row) => row.oursSeconds,
        (row) => row.floorSeconds,
      ),
      verifyToFloor5min: ratios(
        long,
        (row) => row.verifySeconds,
        (row) => row.floorSeconds,
      ),
      naiveToOurs: ratios(
        both,
        (row) => row.naiveSeconds ?? 0,
        (row) => row.oursSeconds + row.verifySeconds,
      ),
      meanErrorLu: rounded(errors.reduce((sum, error) => sum + error, 0) / errors.length),
      maxErrorLu: rounded(Math.max(...errors)),
      overCeiling: over.length,
      inputs: short.length,
      flagged: flagged.length,
      ebuCases: EBU_CASES.length,
      ebuHeld: ebuErrors.filter((error) => Math.abs(error) <= 0.1).length,
      peakRssMb: Math.round(peakBytes / 1e6),
      ebuErrors,
      flaggedInputs: flagged.map(({ input }) => input),
      ffmpeg: execFileSync(tools.ffmpeg, ['-version'], { encoding: 'utf8' }).split('\n')[0],
      rows,
    }),
  );
}

type Means = {
  readonly engine: AudioEngine;
  readonly metered: MeteredFfmpeg;
  readonly ffmpeg: string;
  readonly outputs: string;
};

type Round = Cost & {
  readonly floorSeconds: number;
  readonly oursSeconds: number;
  readonly verifySeconds: number;
};

async function measureRow(
  means: Means,
  file: string,
  name: string,
  seconds: number,
): Promise<{ readonly row: Row; readonly peak: number }> {
  const { engine, metered, ffmpeg, outputs } = means;
  let answer: Ours = { made: [], flags: [] };
  const rounds: Round[] = [];
  for (let left = seconds === 30 ? ROUNDS_OF_30S : 1; left > 0; left -= 1) {
    const floorCost = await costOf(metered, () => floor(ffmpeg, file, outputs));
    const ourCost = await costOf(metered, async () => {
      answer = await ours(engine, file, outputs);
    });
    const verifySeconds =
      (ourCost.stageSeconds['verify'] ?? 0) + (await workAroundVerifying(means, seconds));
    rounds.push({
      floorSeconds: floorCost.programsSeconds,
      oursSeconds: ourCost.programsSeconds + ourCost.ownSeconds - verifySeconds,
      verifySeconds,
      ...ourCost,
    });
  }
  const middle = (value: (round: Round) => number) => rounded(median(rounds.map(value)));
  const isNaive = seconds === 30 && NAIVE_INPUTS.includes(name);
  const naiveCost = isNaive ? await costOf(metered, () => naive(ffmpeg, file, outputs)) : null;
  const by = (value: (profile: DeliveryProfile, made: RenditionMade) => number) =>
    Object.fromEntries(
      SIX_PROFILES.flatMap((profile) => {
        const made = answer.made.find(({ profileCode }) => profileCode === profile.code);
        return made === undefined ? [] : [[profile.code, rounded(value(profile, made))]];
      }),
    );
  const row: Row = {
    input: name,
    seconds,
    floorSeconds: middle((round) => round.floorSeconds),
    oursSeconds: middle((round) => round.oursSeconds),
    verifySeconds: middle((round) => round.verifySeconds),
    stages: rounds[0]?.stageSeconds ?? {},
    naiveSeconds: naiveCost === null ? null : rounded(naiveCost.programsSeconds),
    verdict: answer.flags,
    errorsLu: by((profile, made) => (made.loudnessLufs ?? -70) - profile.targetLufs),
    overDb: by((profile, made) => (made.truePeakDbtp ?? -70) - profile.ceilingDbtp),
  };
  return { row, peak: Math.max(...rounds.map(({ peakBytes }) => peakBytes)) };
}

/** Starting a program and reading its log is part of measuring again too: this is what one such run costs around ffmpeg. */
async function workAroundVerifying(means: Means, seconds: number): Promise<number> {
  const { metered, outputs } = means;
  const cost = await costOf(metered, async () => {
    await measureAgain(
      metered.path,
      SIX_PROFILES.map(({ code, channels }) => ({
        path: path.join(outputs, `ours-${code}`),
        channels,
        isTwice: false,
      })),
      timeBounds(seconds),
    );
  });
  return cost.programsSeconds + cost.ownSeconds - (cost.stageSeconds['verify'] ?? 0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
