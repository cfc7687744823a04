import type { CartText } from '../../domain/audio';
import { linesInAscii, putText } from './ascii';

/** AES46: 2048 bytes, then the tag text. */
const FIXED_BYTES = 2048;
const VERSION = '0101';
const PRODUCER = 'Yeelen';
/** The sample value of 0 dBFS at 16 bit. */
const FULL_SCALE = 32_768;
const TIMERS_AT = 684;

/**
 * The content of a `cart` chunk. The flight is whole days: from midnight to the last second. The timers `AUDs` and `AUDe`
 * say that all of the file is to be aired, so that no automation trims a quiet beginning.
 * @param frames the length of the sound in samples of one channel.
 */
export function cartChunk(text: CartText, frames: number): Buffer {
  const tagText = Buffer.from(linesInAscii(text.lines), 'latin1');
  const bytes = Buffer.alloc(FIXED_BYTES + tagText.length);
  putText(bytes, 0, 4, VERSION);
  putText(bytes, 4, 64, text.title);
  putText(bytes, 68, 64, text.artist);
  putText(bytes, 132, 64, text.cutId);
  putText(bytes, 196, 64, text.clientId);
  putText(bytes, 260, 64, text.category);
  putText(bytes, 324, 64, text.classification);
  putText(bytes, 388, 64, text.outCue);
  putText(bytes, 452, 10, text.startDay);
  putText(bytes, 462, 8, '00:00:00');
  putText(bytes, 470, 10, text.endDay);
  putText(bytes, 480, 8, '23:59:59');
  putText(bytes, 488, 64, PRODUCER);
  putText(bytes, 616, 64, text.userText);
  bytes.writeUInt32LE(FULL_SCALE, 680);
  putTimer(bytes, 0, 'AUDs', 0);
  putTimer(bytes, 1, 'AUDe', frames);
  tagText.copy(bytes, FIXED_BYTES);
  return bytes;
}

function putTimer(bytes: Buffer, place: number, name: string, frame: number): void {
  putText(bytes, TIMERS_AT + place * 8, 4, name);
  bytes.writeUInt32LE(frame, TIMERS_AT + place * 8 + 4);
}
