import type { Measurement } from './measurement';

/** The first name by which ffmpeg knows the container of an accepted recording, and what a browser calls it. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  mov: 'audio/mp4',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  aac: 'audio/aac',
  amr: 'audio/amr',
  matroska: 'audio/webm',
};

/** The media type to play a master by; bytes of no kind where the check has not told yet. */
export function masterMediaType(measurement: Pick<Measurement, 'container'> | null): string {
  const container = measurement?.container.split(',')[0] ?? '';
  return MEDIA_TYPES[container] ?? 'application/octet-stream';
}
