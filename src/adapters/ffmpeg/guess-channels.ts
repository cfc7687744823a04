import { open } from 'node:fs/promises';

/** Tags of a recorder stand before the sound, seldom more than this; a phone writes its index at the end. */
const LOOKED_AT_BYTES = 64 * 1024;

/**
 * How many channels a recording probably has, by the first words of its container. Nothing is decided by it: the check
 * begins as if it were so, and begins again where ffmpeg says otherwise, which costs the start of a program.
 * @returns 1 for all that is not known
 * @throws the file system's own errors
 */
export async function guessChannels(path: string): Promise<1 | 2> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await read(file, 0);
    return channelsIn(head, await read(file, Math.max(head.length, size - LOOKED_AT_BYTES)));
  } finally {
    await file.close();
  }
}

async function read(file: Awaited<ReturnType<typeof open>>, at: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT_BYTES), 0, undefined, at);
  return buffer.subarray(0, bytesRead);
}

function channelsIn(head: Buffer, tail: Buffer): 1 | 2 {
  const said = (of: Buffer, word: string, further: number): number | undefined => {
    const at = of.indexOf(word, 0, 'latin1');
    return at < 0 ? undefined : of[at + further];
  };
  const name = head.toString('latin1', 0, 4);
  const count =
    name === 'RIFF'
      ? said(head, 'fmt ', 10)
      : name === 'OggS'
        ? (said(head, 'OpusHead', 9) ?? said(head, '\u0001vorbis', 11))
        : name === 'fLaC'
          ? (((head[20] ?? 0) >> 1) & 7) + 1
          : head.toString('latin1', 4, 8) === 'ftyp'
            ? (aacChannels(head) ?? aacChannels(tail))
            : mp3Channels(head);
  return count === 2 ? 2 : 1;
}

/** The first frame behind the tags: its mode is the highest two bits of the fourth byte, 3 for one channel. */
function mp3Channels(head: Buffer): number {
  const isTagged = head.toString('latin1', 0, 3) === 'ID3' && head.length > 10;
  const at = isTagged ? 10 + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + byte, 0) : 0;
  const isFrame = head[at] === 0xff && ((head[at + 1] ?? 0) & 0xe0) === 0xe0;
  return isFrame && (head[at + 3] ?? 0xc0) >> 6 !== 3 ? 2 : 1;
}

/** The decoder's own configuration (ISO/IEC 14496-1 and -3) inside `esds`: the count beside it is two whatever there is. */
function aacChannels(index: Buffer): number | undefined {
  const start = index.indexOf('esds', 0, 'latin1');
  if (start < 0) return undefined;
  let at = start + 8;
  for (const behind of [3, 13, 0]) {
    at += 1;
    while ((index[at] ?? 0) & 0x80) at += 1;
    at += 1 + behind;
  }
  return ((index[at + 1] ?? 0) >> 3) & 0xf;
}
