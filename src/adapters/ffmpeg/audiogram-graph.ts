import { AUDIOGRAM_SIZES } from '../../domain/audio';
import type { AudiogramOrder } from '../../composition/ports';

/** Enough for a waveform that runs 160 pixels a second; each frame more is paid for on a weak line. */
export const FRAMES_PER_SECOND = 20;

/** What is still to come shows at this strength. */
const TO_COME = 0.4;

/**
 * The filter graph of a film: a card that stands still, and over it the waveform, which runs past the middle of its place
 * and dims what is still to come. Both pictures are read once and held; only what moves is encoded.
 */
export function audiogramGraph(order: AudiogramOrder): string {
  const { place, seconds, fadeSeconds } = order;
  const half = place.width / 2;
  const held = (input: number) =>
    `[${input}:v]loop=loop=-1:size=1:start=0,setpts=N/(${FRAMES_PER_SECOND}*TB),trim=duration=${seconds}`;
  const runs = `t*${place.pixelsPerSecond}`;
  const fade =
    fadeSeconds > 0 ? `,afade=t=out:st=${round(seconds - fadeSeconds)}:d=${fadeSeconds}` : '';
  return [
    `${held(0)}[card]`,
    `${held(1)},format=rgba,split[one][other]`,
    `[one]crop=w=${half}:h=${place.height}:x='${runs}':y=0[heard]`,
    `[other]crop=w=${half}:h=${place.height}:x='${half}+${runs}':y=0,colorchannelmixer=aa=${TO_COME}[coming]`,
    `[card][heard]overlay=x=${place.left}:y=${place.top}[played]`,
    `[played][coming]overlay=x=${place.left + half}:y=${place.top},format=yuv420p[picture]`,
    `[2:a:0]atrim=duration=${seconds}${fade},aresample=44100,aformat=sample_fmts=fltp:channel_layouts=mono[sound]`,
  ].join(';');
}

/**
 * H.264 and AAC in MP4 that phones of ten years ago play: main profile, 4:2:0, the index at the head so that it starts
 * before it has come whole. No word about the machine, the clock or the file it was made of; one thread, so that the same
 * film has the same bytes and the desk keeps a core.
 */
export function audiogramOptions({ shape, seconds }: AudiogramOrder): readonly string[] {
  const { width, height } = AUDIOGRAM_SIZES[shape];
  return [
    ...['-map', '[picture]', '-map', '[sound]', '-t', String(seconds)],
    ...['-s', `${width}x${height}`, '-r', String(FRAMES_PER_SECOND)],
    ...['-c:v', 'libx264', '-profile:v', 'main', '-level', '4.0', '-pix_fmt', 'yuv420p'],
    ...['-preset', 'veryfast', '-tune', 'stillimage', '-crf', '28', '-threads', '1'],
    // A film of a minute stays under 10 MB whatever its picture does.
    ...['-maxrate', '1200k', '-bufsize', '2400k', '-g', String(FRAMES_PER_SECOND * 5)],
    ...['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '64k', '-ar', '44100', '-ac', '1'],
    ...['-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
    ...['-movflags', '+faststart', '-f', 'mp4'],
  ];
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
