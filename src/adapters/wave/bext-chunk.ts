import type { BroadcastLevels } from '../../composition/ports';
import type { OriginText } from '../../domain/audio';
import { linesInAscii, putText } from './ascii';

/** EBU Tech 3285 version 2: the fixed part is 602 bytes, the coding history follows. */
const FIXED_BYTES = 602;
const VERSION = 2;
/** The same document's word for "this level is not given". */
const NOT_GIVEN = 0x7fff;
/** Levels are given from -99.99 to 99.99. */
const LARGEST_HUNDREDTHS = 9999;

/** The content of a `bext` chunk; levels in hundredths of LUFS, LU and dBTP. The sound begins at its time reference 0. */
export function bextChunk(text: OriginText, levels: BroadcastLevels): Buffer {
  const history = Buffer.from(linesInAscii(text.codingHistory), 'latin1');
  const bytes = Buffer.alloc(FIXED_BYTES + history.length);
  const instant = text.originatedAt.toISOString();
  putText(bytes, 0, 256, text.description);
  putText(bytes, 256, 32, text.originator);
  putText(bytes, 288, 32, text.originatorReference);
  putText(bytes, 320, 10, instant.slice(0, 10));
  putText(bytes, 330, 8, instant.slice(11, 19));
  bytes.writeUInt16LE(VERSION, 346);
  bytes.writeInt16LE(hundredths(levels.loudnessLufs), 412);
  bytes.writeInt16LE(hundredths(levels.loudnessRangeLu), 414);
  bytes.writeInt16LE(hundredths(levels.truePeakDbtp), 416);
  bytes.writeInt16LE(hundredths(levels.maximumMomentaryLufs), 418);
  bytes.writeInt16LE(hundredths(levels.maximumShortTermLufs), 420);
  history.copy(bytes, FIXED_BYTES);
  return bytes;
}

/** Rounded half away from zero, as Tech 3285 says; `Math.round` alone would raise -22.995 and not lower it. */
function hundredths(level: number | null | undefined): number {
  if (level === null || level === undefined || !Number.isFinite(level)) return NOT_GIVEN;
  const value = Math.sign(level) * Math.floor(Math.abs(level) * 100 + 0.5);
  return Math.abs(value) > LARGEST_HUNDREDTHS ? NOT_GIVEN : value;
}
