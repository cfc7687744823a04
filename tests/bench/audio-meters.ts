import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What one stretch of work took. CPU is user and system time, in seconds. */
export type Cost = {
  /** Of every program that was run, ffprobe included. */
  readonly programsSeconds: number;
  /** Of this process meanwhile: reading logs, hashing, statistics. */
  readonly ownSeconds: number;
  /** By stage, as the shell in front of ffmpeg was told: ffmpeg's own `-benchmark` leaves out its start. */
  readonly stageSeconds: Readonly<Record<string, number>>;
  /** Largest resident memory of any one ffmpeg, in bytes. */
  readonly peakBytes: number;
};

/** An ffmpeg that is the given one, and notes what each run took. */
export type MeteredFfmpeg = { readonly path: string; readonly reports: string };

/**
 * A program in front of ffmpeg: the same arguments, with ffmpeg's own account written to a file named after the stage:
 * outputs to `.part` files are encodes, inputs from them are verified, a limiter without them is the probe.
 */
export function meteredFfmpeg(ffmpeg: string, folder: string): MeteredFfmpeg {
  const reports = path.join(folder, 'reports');
  mkdirSync(reports);
  const script = path.join(folder, 'ffmpeg');
  writeFileSync(
    script,
    `#!/bin/sh
case "$*" in
*' -f null'*volumedetect*|*volumedetect*' -f null'*) stage=verify ;;
*.part*) stage=encode ;;
*alimiter*' -f null'*) stage=limiter ;;
*' -f null'*|*pipe:1*) stage=check ;;
*) exec '${ffmpeg}' "$@" ;;
esac
report='${reports}/'$stage-$$
FFREPORT="file=$report.log:level=32" '${ffmpeg}' -benchmark "$@"
code=$?
times > "$report.times"
exit $code
`,
  );
  chmodSync(script, 0o755);
  return { path: script, reports };
}

/** Runs the work and says what it took. Linux only: the kernel's account of children stands in /proc. */
export async function costOf(metered: MeteredFfmpeg, work: () => Promise<void>): Promise<Cost> {
  for (const name of readdirSync(metered.reports)) rmSync(path.join(metered.reports, name));
  const own = process.cpuUsage();
  const before = childrenSeconds();
  await work();
  let programsSeconds = childrenSeconds() - before;
  const { user, system } = process.cpuUsage(own);
  const stageSeconds: Record<string, number> = {};
  let peakBytes = 0;
  for (const name of readdirSync(metered.reports)) {
    const log = readFileSync(path.join(metered.reports, name), 'utf8');
    const stage = name.slice(0, name.indexOf('-'));
    if (name.endsWith('.times')) {
      const [ofShell = 0, ofFfmpeg = 0] = log.split('\n').map(secondsIn);
      stageSeconds[stage] = (stageSeconds[stage] ?? 0) + ofFfmpeg;
      // The shell in front is the bench's, not the product's.
      programsSeconds -= ofShell;
    }
    peakBytes = Math.max(peakBytes, Number(/bench: maxrss=(\d+)kB/.exec(log)?.[1] ?? 0) * 1024);
  }
  return { programsSeconds, ownSeconds: (user + system) / 1e6, stageSeconds, peakBytes };
}

/** User and system time in a line of the shell's `times`: its own on the first line, its children's on the second. */
function secondsIn(line: string): number {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** CPU of all children that have ended, in seconds; the kernel counts in hundredths. */
function childrenSeconds(): number {
  if (!existsSync('/proc/self/stat')) throw new Error('This bench reads /proc: it needs Linux');
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // After the name in brackets: state is field 3; cutime and cstime are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
