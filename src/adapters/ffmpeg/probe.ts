import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { VerdictReason } from '../../domain/audio';
import { inputName, PROBE_WHITELISTS } from './bounds';
import { FfmpegFailedError } from './errors';
import { readWavSeconds } from './wav-length';

const run = promisify(execFile);

/** What a file says of itself, read without decoding it. */
export type Probe = {
  readonly container: string;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Length the file states; null where it states none, or where it was only guessed from its size. */
  readonly declaredSeconds: number | null;
  /** Length to expect, stated or guessed; null when nothing tells. */
  readonly expectedSeconds: number | null;
};

export type ProbeAnswer =
  | { readonly kind: 'probed'; readonly probe: Probe }
  | { readonly kind: 'unreadable'; readonly reason: VerdictReason };

const PROBE_WALL_MS = 60_000;
/** Frames of AMR, narrow and wide, last 20 ms each (3GPP TS 26.101, 26.201). */
const AMR_FRAME_SECONDS = 0.02;

const number = z.coerce.number().catch(Number.NaN);
const ANSWER = z.object({
  streams: z
    .array(
      z.object({
        codec_type: z.string().optional(),
        codec_name: z.string().optional(),
        channels: z.number().optional(),
        sample_rate: number.optional(),
        nb_read_packets: number.optional(),
      }),
    )
    .default([]),
  format: z.object({ format_name: z.string(), duration: number.optional() }).optional(),
});

/**
 * Reads container, codec and length. What the whitelists shut out, what has no sound and what is no media at all comes
 * back as a reason.
 * @throws FfmpegFailedError when ffprobe was ended from outside.
 */
export async function probeFile(ffprobePath: string, path: string): Promise<ProbeAnswer> {
  const asked = await askProbe(ffprobePath, path, []);
  if (!asked.ok) return { kind: 'unreadable', reason: await reasonOf(path, asked.log) };

  const { format, streams } = asked.answer;
  const sound = streams.find(({ codec_type }) => codec_type === 'audio');
  if (format === undefined || sound === undefined) {
    return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
  }
  const container = format.format_name;
  const codec = sound.codec_name ?? 'unknown';
  const channels = sound.channels ?? 0;
  const sampleRateHz = sound.sample_rate ?? Number.NaN;
  // Noise can look like MP3 for a moment; then nothing fits together.
  if (channels < 1 || !(sampleRateHz >= 4_000 && sampleRateHz <= 768_000)) {
    return { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
  }

  const saidSeconds = positive(format.duration);
  const isGuess = asked.log.includes('Estimating duration from bitrate');
  const isBareAmr = container === 'amr';
  const expectedSeconds = isBareAmr ? await countAmr(ffprobePath, path) : saidSeconds;
  return {
    kind: 'probed',
    probe: {
      container,
      codec,
      channels,
      sampleRateHz,
      declaredSeconds: isGuess || isBareAmr ? await wavSecondsIf(container, path) : saidSeconds,
      expectedSeconds,
    },
  };
}

type Asked =
  | { readonly ok: true; readonly answer: z.infer<typeof ANSWER>; readonly log: string }
  | { readonly ok: false; readonly log: string };

async function askProbe(
  ffprobePath: string,
  path: string,
  options: readonly string[],
): Promise<Asked> {
  const fields =
    'format=format_name,duration:stream=codec_type,codec_name,channels,sample_rate,nb_read_packets';
  const args = [
    ...['-v', 'warning', '-of', 'json', '-show_entries', fields],
    ...options,
    ...PROBE_WHITELISTS,
    ...['-i', inputName(path)],
  ];
  try {
    const { stdout, stderr } = await run(ffprobePath, args, {
      timeout: PROBE_WALL_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 8_000_000,
    });
    const parsed = ANSWER.safeParse(JSON.parse(stdout));
    return parsed.success
      ? { ok: true, answer: parsed.data, log: stderr }
      : { ok: false, log: stderr };
  } catch (error) {
    const log = logOf(error);
    if (log === null) throw new FfmpegFailedError('interrupted', `ffprobe: ${String(error)}`);
    return { ok: false, log };
  }
}

/** The log of a probe that ended by itself with an error; null when it was ended, or never began. */
function logOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number')
    return null;
  return 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
}

/** ffprobe prefers a cut WAV file's size to the length in its header: the header tells that it was cut. */
function wavSecondsIf(container: string, path: string): Promise<number | null> {
  return container === 'wav' ? readWavSeconds(path) : Promise.resolve(null);
}

/** A bare AMR file states no length, and frames without data take one byte each: only counting tells. */
async function countAmr(ffprobePath: string, path: string): Promise<number | null> {
  const asked = await askProbe(ffprobePath, path, ['-count_packets', '-select_streams', 'a:0']);
  const packets = asked.ok ? positive(asked.answer.streams[0]?.nb_read_packets) : null;
  return packets === null ? null : packets * AMR_FRAME_SECONDS;
}

function positive(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : null;
}

/**
 * Media that people really send but that is not taken, known by their first bytes: for them "not accepted" with a name
 * helps more than "not a sound". Playlists and other text are never looked into.
 */
const KNOWN_BUT_NOT_ACCEPTED: readonly {
  name: string;
  offset: number;
  bytes: readonly number[];
}[] = [
  { name: 'avi', offset: 8, bytes: [0x41, 0x56, 0x49, 0x20] },
  { name: 'mpegts', offset: 188, bytes: [0x47] },
  { name: 'mpeg', offset: 0, bytes: [0x00, 0x00, 0x01, 0xba] },
  { name: 'flv', offset: 0, bytes: [0x46, 0x4c, 0x56, 0x01] },
  { name: 'ac3', offset: 0, bytes: [0x0b, 0x77] },
  { name: 'midi', offset: 0, bytes: [0x4d, 0x54, 0x68, 0x64] },
  { name: 'silk', offset: 0, bytes: [0x23, 0x21, 0x53, 0x49, 0x4c, 0x4b] },
  { name: 'silk', offset: 1, bytes: [0x23, 0x21, 0x53, 0x49, 0x4c, 0x4b] },
];

async function reasonOf(path: string, log: string): Promise<VerdictReason> {
  const codec = /Codec \(([\w-]+)\) not on whitelist/.exec(log)?.[1];
  if (codec !== undefined) return { kind: 'format-not-accepted', container: 'unknown', codec };
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const known = KNOWN_BUT_NOT_ACCEPTED.find(
      ({ offset, bytes }) =>
        bytesRead >= offset + bytes.length &&
        bytes.every((byte, index) => buffer[offset + index] === byte) &&
        (offset !== 188 || buffer[0] === 0x47),
    );
    if (known === undefined) return { kind: 'not-a-sound' };
    return { kind: 'format-not-accepted', container: known.name, codec: known.name };
  } finally {
    await file.close();
  }
}
