import type { Ports } from '../../composition/ports';
import { mediaTypeOf, stationFileName } from '../../domain/audio';
import type { Manifest, ManifestFile } from '../../domain/delivery';

const OPUS = mediaTypeOf('opus');

/**
 * The same list with the Opus file of each recording, which is small enough to send on by telephone. It is made of the very
 * recording that the manifest froze, never of a newer one. A spot that was not prepared in Opus keeps its file.
 */
export async function manifestInOpus(
  ports: Pick<Ports, 'renditions'>,
  manifest: Manifest,
): Promise<Manifest> {
  const files: ManifestFile[] = [];
  for (const file of manifest.files) files.push(await inOpus(ports, manifest.stationCode, file));
  return { ...manifest, files };
}

async function inOpus(
  ports: Pick<Ports, 'renditions'>,
  stationCode: string,
  file: ManifestFile,
): Promise<ManifestFile> {
  const frozen = await ports.renditions.byId(file.renditionId);
  if (frozen === null || frozen.mediaType === OPUS) return file;
  const [smallest] = (await ports.renditions.ofVersion(frozen.spotVersionId))
    .filter(({ mediaType }) => mediaType === OPUS)
    .sort((one, other) => one.sizeBytes - other.sizeBytes);
  if (smallest === undefined) return file;
  return {
    ...file,
    renditionId: smallest.id,
    fileName: stationFileName(stationCode, file, smallest),
    mediaType: smallest.mediaType,
    sha256: smallest.sha256,
    sizeBytes: smallest.sizeBytes,
    durationSeconds: smallest.durationSeconds,
  };
}
