/**
 * What ffmpeg may open, as options before the input. Without them an "mp3" that is really an ffconcat or HLS list makes
 * ffmpeg read other files, or call an address, and exit 0. Names are ffmpeg's own: demuxers, then decoders.
 */
const DEMUXERS = 'mov,mp3,ogg,amr,wav,aac,flac,matroska,caf,asf,aiff';
const DECODERS = [
  'aac,mp2,mp2float,mp3,mp3float,opus,libopus,vorbis,flac,alac,amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,wmav1,wmav2',
  'pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_alaw,pcm_mulaw',
].join(',');

export const INPUT_WHITELISTS: readonly string[] = whitelists(DECODERS);

/**
 * For ffprobe, which gives up at the first stream it may not open, where ffmpeg merely leaves the stream alone: cover
 * pictures, which half of the world's MP3 files carry, must not make a sound unreadable.
 */
export const PROBE_WHITELISTS: readonly string[] = whitelists(`${DECODERS},mjpeg,png`);

function whitelists(decoders: string): readonly string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe'],
    ...['-format_whitelist', DEMUXERS],
    ...['-codec_whitelist', decoders],
  ];
}

/** The input name: with its protocol spelled, no file name can be read as an address. */
export function inputName(absolutePath: string): string {
  return `file:${absolutePath}`;
}

/**
 * CPU and wall clock for a job over so many seconds of sound. Six outputs with checks take about 0.15 s of CPU per second
 * on a slow core; a niced job on a busy machine may wait four times as long.
 */
export function timeBounds(soundSeconds: number): { cpuSeconds: number; wallSeconds: number } {
  const cpuSeconds = Math.ceil(60 + soundSeconds * 0.6);
  return { cpuSeconds, wallSeconds: cpuSeconds * 4 };
}
