import type { Envelope } from '../../domain/audio';
import { INPUT_WHITELISTS, inputName, timeBounds } from './bounds';
import { runFfmpeg } from './run-ffmpeg';

/** Speech's energy lies below half of it. */
const LISTENING_HZ = 8_000;
const FRAMES_PER_SECOND = 20;
const FRAME_BYTES = (LISTENING_HZ / FRAMES_PER_SECOND) * 2;
const FULL_SCALE = 32_768;

/** How loud a sound is, twenty times a second, heard on a small copy while it is decoded. */
export async function listenEnvelope(
  ffmpegPath: string,
  soundPath: string,
  maximumSeconds: number,
): Promise<Envelope> {
  const levels: number[] = [];
  let rest = Buffer.alloc(0);
  await runFfmpeg({
    ffmpegPath,
    inputs: [
      {
        name: inputName(soundPath),
        options: ['-t', String(maximumSeconds), ...INPUT_WHITELISTS],
      },
    ],
    filterGraph: `[0:a:0]aresample=${LISTENING_HZ},aformat=sample_fmts=s16:channel_layouts=mono[listen]`,
    outputs: [],
    piped: {
      options: ['-map', '[listen]', '-c:a', 'pcm_s16le', '-f', 's16le'],
      onBytes: (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        while (rest.length >= FRAME_BYTES) {
          levels.push(levelOf(rest.subarray(0, FRAME_BYTES)));
          rest = rest.subarray(FRAME_BYTES);
        }
      },
    },
    ...timeBounds(maximumSeconds),
    keepLine: () => false,
  });
  return { framesPerSecond: FRAMES_PER_SECOND, levels };
}

function levelOf(frame: Buffer): number {
  let squares = 0;
  for (let at = 0; at < frame.length; at += 2) squares += frame.readInt16LE(at) ** 2;
  return Math.sqrt(squares / (frame.length / 2)) / FULL_SCALE;
}
