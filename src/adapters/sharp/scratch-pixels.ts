const free = new Map<number, Buffer[]>();

/** How many sheets of one size wait for the next card. */
const MOST_WAITING = 2;

/**
 * Lends a copy of raw pixels for the time of one work. Fresh memory of some megabytes for each card costs more than drawing
 * on it does: the machine has to clear it first, and the collector to take it back.
 */
export async function withCopy<Value>(
  pixels: Buffer,
  work: (copy: Buffer) => Promise<Value>,
): Promise<Value> {
  const waiting = free.get(pixels.length) ?? [];
  free.set(pixels.length, waiting);
  const copy = waiting.pop() ?? Buffer.allocUnsafeSlow(pixels.length);
  pixels.copy(copy);
  try {
    return await work(copy);
  } finally {
    if (waiting.length < MOST_WAITING) waiting.push(copy);
  }
}
