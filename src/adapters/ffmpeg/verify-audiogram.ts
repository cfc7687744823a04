import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

import { AUDIOGRAM_SIZES, LARGEST_AUDIOGRAM_BYTES } from '../../domain/audio';
import type { AudiogramMade, AudiogramOrder } from '../../composition/ports';
import { inputName } from './bounds';
import { FfmpegFailedError } from './errors';
import { outermostBoxes } from './mp4-boxes';

const run = promisify(execFile);

const PROBE_WALL_MS = 60_000;
/** The last frame of picture and the padding of the sound. */
const LENGTH_TOLERANCE_SECONDS = 0.25;

const ANSWER = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string(),
      width: z.number().optional(),
      height: z.number().optional(),
      pix_fmt: z.string().optional(),
      duration: z.coerce.number(),
    }),
  ),
  format: z.object({ duration: z.coerce.number() }),
});

/**
 * Looks at a finished film again: its streams, its length, its size, and that its index stands at the head. An exit code
 * proves nothing.
 * @throws FfmpegFailedError naming what is not as ordered.
 */
export async function verifyAudiogram(
  ffprobePath: string,
  path: string,
  order: AudiogramOrder,
): Promise<AudiogramMade> {
  const { stdout } = await run(
    ffprobePath,
    [
      ...['-v', 'error', '-of', 'json', '-show_entries'],
      'format=duration:stream=codec_type,codec_name,width,height,pix_fmt,duration',
      ...['-i', inputName(path)],
    ],
    { timeout: PROBE_WALL_MS, killSignal: 'SIGKILL', maxBuffer: 1_000_000 },
  );
  const { streams, format } = ANSWER.parse(JSON.parse(stdout));
  const { width, height } = AUDIOGRAM_SIZES[order.shape];
  const shown = streams
    .map((stream) =>
      stream.codec_type === 'video'
        ? `${stream.codec_name} ${stream.width}x${stream.height} ${stream.pix_fmt}`
        : stream.codec_name,
    )
    .join(', ');
  const wanted = `h264 ${width}x${height} yuv420p, aac`;
  if (shown !== wanted) fail(`the film is ${shown}, wanted ${wanted}`);
  for (const seconds of [format.duration, ...streams.map(({ duration }) => duration)]) {
    if (Math.abs(seconds - order.seconds) > LENGTH_TOLERANCE_SECONDS) {
      fail(`the film lasts ${seconds} s, wanted ${order.seconds} s`);
    }
  }
  const boxes = await outermostBoxes(path);
  const [index, content] = [boxes.indexOf('moov'), boxes.indexOf('mdat')];
  if (index < 0 || content < index) fail(`the index does not stand first: ${boxes.join(' ')}`);
  const { size } = await stat(path);
  if (size > LARGEST_AUDIOGRAM_BYTES) fail(`the film takes ${size} bytes`);
  return { sizeBytes: size, durationSeconds: format.duration };
}

function fail(what: string): never {
  throw new FfmpegFailedError('refused', what);
}
