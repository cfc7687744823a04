import type { Measurement } from './measurement';

/** Containers as ffprobe names them, by the type that a browser knows. */
const MEDIA_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^mp3$/, 'audio/mpeg'],
  [/mp4|m4a|mov/, 'audio/mp4'],
  [/^ogg$/, 'audio/ogg'],
  [/matroska|webm/, 'audio/webm'],
  [/^wav$/, 'audio/wav'],
  [/^flac$/, 'audio/flac'],
  [/^aac$/, 'audio/aac'],
  [/^amr/, 'audio/amr'],
];

/** The type of a recording as it was sent, told by the check and not by its sender. */
export function masterMediaType(measurement: Pick<Measurement, 'container'> | null): string {
  const container = measurement?.container ?? '';
  return MEDIA_TYPES.find(([name]) => name.test(container))?.[1] ?? 'application/octet-stream';
}
