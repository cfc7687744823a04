import { Readable } from 'node:stream';

import { createAudiogramMaker } from '../../src/adapters/ffmpeg';
import { createAudiogramPainter } from '../../src/adapters/sharp';
import type { Ports } from '../../src/composition/ports';
import { profileHash } from '../../src/use-cases/audio';
import { buildProfile, buildRendition, buildSpot, buildSpotVersion } from './builders';

/** A spot whose file for the stations is there, to make films of: real sound, real ffmpeg. */
export const FILM_SPOT = buildSpot({ title: 'Kunnafoni ɲini sani ka taa', language: 'bm' });
export const FILM_PROFILE = buildProfile();

/** Ports that make films, for a story or for a process of its own. */
export function filmPorts(): Pick<Ports, 'audiogramMaker' | 'audiogramPainter'> {
  return { audiogramMaker: createAudiogramMaker(), audiogramPainter: createAudiogramPainter() };
}

/** Puts a sound in place as the ready file of the story's spot. */
export async function placeSound(
  ports: Ports,
  sound: { readonly bytes: Buffer; readonly loudnessLufs?: number },
): Promise<void> {
  const version = await ports.spotVersions.add(buildSpotVersion());
  const key = 'renditions/0042/film-sound.wav';
  const put = await ports.files.put(key, Readable.from([sound.bytes]), 50_000_000);
  if (put.kind !== 'stored') throw new Error(put.kind);
  await ports.renditions.add(
    buildRendition({
      spotVersionId: version.id,
      profileHash: profileHash(FILM_PROFILE),
      storageKey: key,
      sha256: put.file.sha256,
      sizeBytes: put.file.sizeBytes,
      loudnessLufs: sound.loudnessLufs ?? -16,
    }),
  );
}
