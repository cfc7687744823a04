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
    /n_samples:/.test(line)
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
