/** Bytes `first` to `last` of a file, both included. */
export type ByteRange = { readonly first: number; readonly last: number };

/** Whether the ranges, in any order and overlapping as they may, hold every byte of a file of `sizeBytes`. */
export function isWhole(ranges: readonly ByteRange[], sizeBytes: number): boolean {
  const inOrder = [...ranges].sort((left, right) => left.first - right.first);
  let reached = 0;
  for (const { first, last } of inOrder) {
    if (first > reached) break;
    reached = Math.max(reached, last + 1);
  }
  return sizeBytes > 0 && reached >= sizeBytes;
}

/** What is known of one response to a station. */
export type FetchedPart = {
  readonly stationCode: string;
  readonly renditionId: string;
  readonly firstByte: number;
  readonly lastByte: number;
  readonly sizeBytes: number;
};

/** Names a file at a station. */
export function fileAtStation(stationCode: string, renditionId: string): string {
  return `${stationCode}/${renditionId}`;
}

/**
 * The files that stations hold whole, as `fileAtStation` names them: fetched in one go, or in parts that
 * together leave no gap. Anything less does not count as downloaded.
 */
export function filesHeldWhole(parts: readonly FetchedPart[]): ReadonlySet<string> {
  const byFile = new Map<string, FetchedPart[]>();
  for (const part of parts) {
    const file = fileAtStation(part.stationCode, part.renditionId);
    byFile.set(file, [...(byFile.get(file) ?? []), part]);
  }
  const whole = [...byFile].filter(([, fetched]) =>
    isWhole(
      fetched.map(({ firstByte, lastByte }) => ({ first: firstByte, last: lastByte })),
      Math.max(...fetched.map(({ sizeBytes }) => sizeBytes)),
    ),
  );
  return new Set(whole.map(([file]) => file));
}
