import { open } from 'node:fs/promises';

/** No film of ours has more; a damaged length must not make this read for ever. */
const MOST_BOXES = 100;

/** The names of an MP4 file's outermost boxes, in their order: `ftyp moov free mdat`. */
export async function outermostBoxes(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    const names: string[] = [];
    const header = Buffer.alloc(16);
    let position = 0;
    while (names.length < MOST_BOXES) {
      const { bytesRead } = await file.read(header, 0, 16, position);
      if (bytesRead < 8) break;
      names.push(header.toString('latin1', 4, 8));
      const short = header.readUInt32BE(0);
      // 1: the length stands in the next eight bytes; 0: the box goes to the end.
      const length = short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short;
      if (length < 8) break;
      position += length;
    }
    return names;
  } finally {
    await file.close();
  }
}
