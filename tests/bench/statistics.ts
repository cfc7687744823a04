/** The middle value: one slow start on a busy machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The seed of the run (`--seed N`, 1 without it): the same seed makes the same choices. */
export function seedFrom(args: readonly string[]): number {
  const place = args.indexOf('--seed');
  const seed = place === -1 ? 1 : Number(args[place + 1]);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
  return seed;
}
