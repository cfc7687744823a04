/** Keeps the results of the last few questions, so that a hundred cards of a campaign draw what they share once. */
export function keepFew<Value>(
  most: number,
): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key, make) => {
    const known = kept.get(key);
    // Put last again: the first of the map is what was not asked for the longest.
    kept.delete(key);
    const value = known ?? make();
    kept.set(key, value);
    // A failure is not an answer to keep.
    value.catch(() => kept.get(key) === value && kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
