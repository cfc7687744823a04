import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The recordings of the bench, by a recipe that anyone can follow. The voice is that of `media/demo` (espeak-ng, in
 * French, then twice Swahili-read drafts), one after another and again until the length is full; noise comes from a seed.
 */
export type BenchInput = {
  readonly name: string;
  /** Filters behind the voice, which is mono at 48 kHz with peaks near -3 dBFS. */
  readonly filters: string;
  readonly encoder: readonly string[];
  readonly extension: string;
  /** Fixed length in seconds, in place of the asked one. */
  readonly seconds?: number;
  /** Recordings to begin with, in place of the voice of `media/demo`. */
  readonly voices?: readonly string[];
};

/** People speaking, a few words at 48 kHz, where Debian's `alsa-utils` is installed; the bench does without otherwise. */
const PROMPTS = ['Front_Center', 'Front_Left', 'Front_Right', 'Rear_Center', 'Rear_Left']
  .map((name) => `/usr/share/sounds/alsa/${name}.wav`)
  .filter((file) => existsSync(file));

const WAV = { encoder: ['-c:a', 'pcm_s16le'], extension: 'wav' } as const;
const DEMO_VOICES = ['spot-fr', 'spot-bm', 'spot-snk'].map((name) =>
  path.resolve(__dirname, '..', '..', 'media', 'demo', `${name}.mp3`),
);
const NOISE = 'anoisesrc=color=pink:seed=7:sample_rate=48000:amplitude=0.2';

export const BENCH_INPUTS: readonly BenchInput[] = [
  { name: 'plain', filters: 'anull', ...WAV },
  { name: 'quiet', filters: 'volume=-10dB', ...WAV },
  { name: 'loud', filters: 'volume=9dB,alimiter=level=0:limit=0.9', ...WAV },
  { name: 'clipped', filters: 'volume=12dB', ...WAV },
  // Five seconds near the microphone, five seconds 16 dB farther away.
  { name: 'dynamic', filters: "volume='if(lt(mod(t,10),5),1,0.158)':eval=frame", ...WAV },
  { name: 'padded', filters: 'adelay=2000,apad=pad_dur=4', ...WAV },
  { name: 'noisy', filters: `anull[v];${NOISE}[n];[v][n]amix=2:duration=first,volume=6dB`, ...WAV },
  { name: 'short', filters: 'anull', encoder: ['-c:a', 'aac'], extension: 'm4a', seconds: 3 },
  { name: 'narrow-amr', filters: 'aresample=8000', encoder: [], extension: 'amr' },
  {
    name: 'stereo',
    filters:
      'aformat=channel_layouts=mono,asplit[l][d];[d]adelay=9,volume=-4dB[r];[l][r]join=inputs=2:channel_layout=stereo',
    encoder: ['-c:a', 'libmp3lame', '-b:a', '192k'],
    extension: 'mp3',
  },
  // The voice 24 dB down, and a clap of 5 ms at full scale every two seconds: no gain brings that to -16 LUFS.
  {
    name: 'claps',
    filters: `volume=-24dB[v];aevalsrc='0.9*lt(mod(t,2),0.005)*sin(6000*t)':s=48000:d=300[c];[v][c]amix=2:duration=first,volume=6dB`,
    ...WAV,
  },
  { name: 'antiphase', filters: 'pan=stereo|c0=c0|c1=-1*c0', ...WAV },
  { name: 'one-ear', filters: 'pan=stereo|c0=c0|c1=0*c0', ...WAV },
  {
    name: 'opus-note',
    filters: 'anull',
    encoder: ['-c:a', 'libopus', '-b:a', '24k'],
    extension: 'ogg',
  },
  {
    name: 'aac-phone',
    filters: 'volume=-5dB',
    encoder: ['-c:a', 'aac', '-b:a', '64k'],
    extension: 'm4a',
  },
  ...(PROMPTS.length > 0 ? [{ name: 'people', filters: 'anull', voices: PROMPTS, ...WAV }] : []),
];

/** AMR has encoders in some builds only; without one the same narrow band goes into 8 kHz mu-law. */
function encoderOf(
  input: BenchInput,
  encoders: string,
): { encoder: readonly string[]; extension: string } {
  if (input.extension !== 'amr') return input;
  return encoders.includes('libopencore_amrnb')
    ? { encoder: ['-c:a', 'libopencore_amrnb', '-ar', '8000', '-b:a', '12.2k'], extension: 'amr' }
    : { encoder: ['-c:a', 'pcm_mulaw', '-ar', '8000'], extension: 'wav' };
}

/** Writes one input of so many seconds and answers its path. */
export function writeInput(
  ffmpeg: string,
  folder: string,
  input: BenchInput,
  seconds: number,
): string {
  const length = input.seconds ?? seconds;
  const voices = input.voices ?? DEMO_VOICES;
  const encoders = execFileSync(ffmpeg, ['-hide_banner', '-encoders'], { encoding: 'utf8' });
  const { encoder, extension } = encoderOf(input, encoders);
  const file = path.join(folder, `${input.name}-${length}.${extension}`);
  const voice = `${voices.map((_, index) => `[${index}:a]`).join('')}concat=n=${voices.length}:v=0:a=1,aresample=48000,aloop=loop=-1:size=2000000,atrim=end=${length}`;
  execFileSync(ffmpeg, [
    ...['-nostdin', '-v', 'error', '-y'],
    ...voices.flatMap((name) => ['-i', name]),
    ...['-filter_complex', `${voice},${input.filters}`],
    ...[...encoder, '-fflags', '+bitexact', '-flags:a', '+bitexact', file],
  ]);
  return file;
}

/** Tones of EBU Tech 3341 (2016), cases 1 to 5: pairs of seconds and dBFS, 1 kHz in stereo. All but the second read -23. */
export const EBU_CASES: readonly {
  readonly parts: readonly (readonly [number, number])[];
  readonly lufs: number;
}[] = [
  { parts: [[20, -23]], lufs: -23 },
  { parts: [[20, -33]], lufs: -33 },
  {
    parts: [
      [10, -36],
      [60, -23],
      [10, -36],
    ],
    lufs: -23,
  },
  {
    parts: [
      [10, -72],
      [10, -36],
      [60, -23],
      [10, -36],
      [10, -72],
    ],
    lufs: -23,
  },
  {
    parts: [
      [20, -26],
      [20.1, -20],
      [20, -26],
    ],
    lufs: -23,
  },
];

export function writeEbuCase(ffmpeg: string, folder: string, index: number): string {
  const { parts } = EBU_CASES[index] ?? { parts: [] };
  const file = path.join(folder, `ebu-${index + 1}.wav`);
  const tones = parts.map(
    ([seconds, level], part) =>
      `aevalsrc='${10 ** (level / 20)}*sin(2000*PI*t)|${10 ** (level / 20)}*sin(2000*PI*t)':s=48000:d=${seconds}[p${part}]`,
  );
  const labels = parts.map((_, part) => `[p${part}]`).join('');
  execFileSync(ffmpeg, [
    ...['-nostdin', '-v', 'error', '-y', '-filter_complex'],
    `${tones.join(';')};${labels}concat=n=${parts.length}:v=0:a=1`,
    ...['-c:a', 'pcm_s24le', file],
  ]);
  return file;
}
