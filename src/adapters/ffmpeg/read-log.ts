/** What one `ebur128` filter said at the end. Null: too little sound above the gate. */
export type LoudnessReading = {
  readonly loudnessLufs: number | null;
  readonly loudnessRangeLu: number | null;
  readonly truePeakDbtp: number | null;
};

/** The absolute gate of ITU-R BS.1770-4; ffmpeg shows it in place of "nothing to measure". */
const GATE_LUFS = -70;

/** True for the lines that the readers below understand. */
export function isMeterLine(line: string): boolean {
  return (
    /Parsed_ebur128_\d+ .*Summary:/.test(line) ||
    /^\s+(I|LRA|Peak):/.test(line) ||
    /n_samples:/.test(line) ||
    /silence_(start|end):/.test(line)
  );
}

/**
 * The readings of all `ebur128` filters, in the order they stand in the filter graph. A graph that ffmpeg rebuilt at the
 * first frame reports an empty meter before the real one: the last word of each filter counts.
 */
export function readLoudness(lines: readonly string[]): readonly LoudnessReading[] {
  const byFilter = new Map<number, LoudnessReading>();
  let filter: number | null = null;
  for (const line of lines) {
    const summary = /Parsed_ebur128_(\d+) .*Summary:/.exec(line)?.[1];
    if (summary !== undefined) {
      filter = Number(summary);
      byFilter.set(filter, { loudnessLufs: null, loudnessRangeLu: null, truePeakDbtp: null });
      continue;
    }
    if (filter === null) continue;
    const reading = byFilter.get(filter);
    const value = /^\s+(I|LRA|Peak):\s+(-?[\d.]+|-?inf|nan)/.exec(line);
    if (reading === undefined || value === null) continue;
    const number = Number(value[2]);
    const level = Number.isFinite(number) ? number : null;
    if (value[1] === 'I') {
      const loudnessLufs = level !== null && level > GATE_LUFS ? level : null;
      byFilter.set(filter, { ...reading, loudnessLufs });
    } else if (value[1] === 'LRA') {
      byFilter.set(filter, { ...reading, loudnessRangeLu: level });
    } else {
      byFilter.set(filter, { ...reading, truePeakDbtp: level });
    }
  }
  return [...byFilter.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, reading]) => reading);
}

/** Samples counted by all `volumedetect` filters, over all channels, in the order they stand in the graph. */
export function readSampleCounts(lines: readonly string[]): readonly number[] {
  const byFilter = new Map<number, number>();
  for (const line of lines) {
    const found = /Parsed_volumedetect_(\d+) .*n_samples: (\d+)/.exec(line);
    if (found !== null) byFilter.set(Number(found[1]), Number(found[2]));
  }
  return [...byFilter.entries()].sort(([one], [other]) => one - other).map(([, count]) => count);
}

/** Silence before the first and after the last sound, in seconds. */
export function readSilence(
  lines: readonly string[],
  soundSeconds: number,
): { readonly headSeconds: number; readonly tailSeconds: number } {
  const silences: { start: number; end: number | null }[] = [];
  for (const line of lines) {
    const start = /silence_start: (-?[\d.]+)/.exec(line)?.[1];
    const end = /silence_end: (-?[\d.]+)/.exec(line)?.[1];
    if (start !== undefined) silences.push({ start: Math.max(0, Number(start)), end: null });
    const open = silences[silences.length - 1];
    if (end !== undefined && open !== undefined) open.end = Number(end);
  }
  const first = silences[0];
  const last = silences[silences.length - 1];
  const headSeconds =
    first !== undefined && first.start <= EDGE_SECONDS ? (first.end ?? soundSeconds) : 0;
  // Builds differ: some close the last silence at the end of the file, some leave it open.
  const reachesEnd =
    last !== undefined && (last.end === null || last.end >= soundSeconds - EDGE_SECONDS);
  return {
    headSeconds: Math.min(headSeconds, soundSeconds),
    tailSeconds: last !== undefined && reachesEnd ? Math.max(0, soundSeconds - last.start) : 0,
  };
}

/** Encoders pad an edge by a few hundredths of a second. */
const EDGE_SECONDS = 0.1;
