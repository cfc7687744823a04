import { Writable } from 'node:stream';
import ffmpeg from 'fluent-ffmpeg';
import { FfmpegFailedError } from './errors';

export type FfmpegRun = {
  readonly ffmpegPath: string;
  /** Options stand before `-i`. */
  readonly inputs: readonly { readonly name: string; readonly options: readonly string[] }[];
  readonly filterGraph: string;
  readonly outputs: readonly { readonly name: string; readonly options: readonly string[] }[];
  /** An output whose bytes come to this process, as they are made. */
  readonly piped?: {
    readonly options: readonly string[];
    readonly onBytes: (bytes: Buffer) => void;
  };
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Which lines of the log to answer with. */
  readonly keepLine: (line: string) => boolean;
  /** Called with the seconds of sound done so far. */
  readonly onTime?: (seconds: number) => void;
  /** Called with each other line; false ends the run, which then fails as `stopped`. */
  readonly mayGoOn?: (line: string) => boolean;
};

/** A broken file can make ffmpeg complain millions of times; more than this is not kept. */
const MAXIMUM_KEPT_LINES = 20_000;
const LAST_WORDS = 8;
/** Below people's work at the desk, above nothing. */
const NICENESS = 10;

/**
 * Runs ffmpeg once and answers the wanted lines of its log. Every run of ffmpeg passes here: niced, without a keyboard,
 * bounded in CPU and wall time. May leave unfinished outputs behind when it throws.
 * @throws FfmpegFailedError
 */
export function runFfmpeg(run: FfmpegRun): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const kept: string[] = [];
    const lastWords: string[] = [];
    let wallTimer: NodeJS.Timeout | undefined;
    let isOverWall = false;
    let isStopped = false;
    let drained: Promise<void> = Promise.resolve();

    // Lines are taken as they come (below): the runner itself need not keep them.
    const command = ffmpeg({ niceness: NICENESS, stdoutLines: 1 });
    command.setFfmpegPath(run.ffmpegPath);
    for (const [index, input] of run.inputs.entries()) {
      command.input(input.name);
      if (index === 0) {
        command.inputOptions('-nostdin', '-hide_banner', '-loglevel', 'info', '-y');
        command.inputOptions('-timelimit', String(run.cpuSeconds));
        command.inputOptions('-filter_complex_threads', '1');
      }
      // Threads that wait for each other cost a fifth of the work on so little sound, and the desk wants the other core.
      command.inputOptions('-threads', '1');
      // Nor one for reading each file, which is what ffmpeg does with more than one: an eighth of measuring six files.
      command.inputOptions('-thread_queue_size', '0');
      if (input.options.length > 0) command.inputOptions(...input.options);
    }
    // `complexFilter` with a list of labels would give all of them to the first output; each output maps its own.
    command.complexFilter(run.filterGraph);
    for (const output of run.outputs) {
      command.output(output.name).outputOptions(...output.options);
    }
    if (run.piped !== undefined) {
      const { onBytes, options } = run.piped;
      // A sink that said "closed" would make the runner kill an ffmpeg that takes 20 ms to exit, which happens on a busy
      // machine; and the runner's end does not wait for the last bytes. So this one only says "finished", and we wait.
      const sink = new Writable({
        autoDestroy: false,
        emitClose: false,
        write(bytes: Buffer, _encoding, done) {
          onBytes(bytes);
          done();
        },
      });
      drained = new Promise((done) => sink.once('finish', done));
      command.output(sink).outputOptions(...options);
    }

    command.on('start', () => {
      // The runner's own timeout asks politely, which a stuck decoder does not hear.
      wallTimer = setTimeout(() => {
        isOverWall = true;
        command.kill('SIGKILL');
      }, run.wallSeconds * 1000);
    });
    command.on('stderr', (line: string) => {
      const seconds = secondsDone(line);
      if (seconds !== null) {
        run.onTime?.(seconds);
        return;
      }
      if (!isStopped && run.mayGoOn?.(line) === false) {
        isStopped = true;
        command.kill('SIGKILL');
      }
      if (run.keepLine(line) && kept.length < MAXIMUM_KEPT_LINES) kept.push(line);
      lastWords.push(line.slice(0, 300));
      if (lastWords.length > LAST_WORDS) lastWords.shift();
    });
    command.on('end', () => {
      clearTimeout(wallTimer);
      // It may have ended by itself while it was told to stop.
      if (isStopped) reject(new FfmpegFailedError('stopped', 'ended before it was told to stop'));
      else void drained.then(() => resolve(kept));
    });
    command.on('error', (error: Error) => {
      clearTimeout(wallTimer);
      const said = `${error.message.trim()}\n${lastWords.join('\n')}`;
      if (isStopped) {
        reject(new FfmpegFailedError('stopped', said));
      } else if (isOverWall) {
        reject(new FfmpegFailedError('interrupted', `no end after ${run.wallSeconds} s: ${said}`));
      } else {
        reject(new FfmpegFailedError(endingOf(said), said));
      }
    });
    command.run();
  });
}

/**
 * ffmpeg answers most signals by ending tidily, with an exit code, and only its log tells. A server that is stopped must not
 * take its recordings for unreadable.
 */
function endingOf(said: string): FfmpegFailedError['ending'] {
  const signal = /received signal (\d+)/.exec(said)?.[1];
  if (signal === SIGXCPU || said.includes('SIGXCPU')) return 'cpu-limit';
  return signal !== undefined || said.includes('killed with signal') ? 'interrupted' : 'refused';
}

const SIGXCPU = '24';

/** ffmpeg's own progress line: `size=N/A time=00:00:12.26 bitrate=…`. */
function secondsDone(line: string): number | null {
  const found = /^\s*(?:frame=.*)?size=.*\btime=(\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(line);
  if (found === null) return null;
  return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]);
}
