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
    /n_samples:|max_volume:/.test(line)
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

/** What one `volumedetect` filter said: samples over all channels, and the highest of them in dBFS. */
export type VolumeReading = { readonly samples: number; readonly highestDbfs: number };

/** The readings of all `volumedetect` filters, in the order they stand in the graph. */
export function readVolumes(lines: readonly string[]): readonly VolumeReading[] {
  const byFilter = new Map<number, VolumeReading>();
  for (const line of lines) {
    const found = /Parsed_volumedetect_(\d+) .*(n_samples|max_volume): (-?[\d.]+|-?inf)/.exec(line);
    if (found === null) continue;
    const filter = Number(found[1]);
    const reading = byFilter.get(filter) ?? NOTHING_HEARD;
    const value = Number(found[3]);
    byFilter.set(
      filter,
      found[2] === 'n_samples'
        ? { ...reading, samples: value }
        : { ...reading, highestDbfs: Number.isFinite(value) ? value : reading.highestDbfs },
    );
  }
  return [...byFilter.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, reading]) => reading);
}

const NOTHING_HEARD: VolumeReading = { samples: 0, highestDbfs: Number.NEGATIVE_INFINITY };
