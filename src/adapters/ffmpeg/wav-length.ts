import { open } from 'node:fs/promises';

/** Recorders write this, or nothing, when they did not come back to fill in the length. */
const UNKNOWN_SIZES: readonly number[] = [0, 0xffffffff];
/** The header's parts stand within the first bytes, broadcast chunks included. */
const HEADER_BYTES = 65_536;

/** The length in seconds that a WAV file's header states; null where it states none or is no such header. */
export async function readWavSeconds(path: string): Promise<number | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return secondsIn(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** RIFF: chunks of a four-letter name, a little-endian size, and that many bytes, padded to an even number. */
function secondsIn(header: Buffer): number | null {
  if (header.length < 12 || header.toString('latin1', 0, 4) !== 'RIFF') return null;
  let bytesPerSecond: number | null = null;
  for (let at = 12; at + 8 <= header.length;) {
    const name = header.toString('latin1', at, at + 4);
    const size = header.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= header.length) bytesPerSecond = header.readUInt32LE(at + 16);
    if (name === 'data') {
      if (bytesPerSecond === null || bytesPerSecond === 0 || UNKNOWN_SIZES.includes(size))
        return null;
      return size / bytesPerSecond;
    }
    at += 8 + size + (size % 2);
  }
  return null;
}
