import type { ManifestHead } from '../../composition/ports';
import type { Rendition } from '../../domain/audio';
import { recalledSpots, type Manifest, type ManifestFile } from '../../domain/delivery';
import { readCurrentManifest } from './current-manifest';
import { manifestInOpus } from './manifest-in-opus';
import type { ManifestPorts } from './wanted-manifest';

export type DoorFileAnswer =
  | { readonly kind: 'file'; readonly rendition: Rendition; readonly fileName: string }
  /** The station was given it once: replaced, recalled, over. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-yours' };

/**
 * The file of a name in the station's list as it is at this moment. A list that is current has been made from the consents,
 * recalls, recordings and flights of this moment, so what it names may go out; recalls are asked once more all the same. The
 * Opus file of a recording goes where the recording goes.
 * @param known the head of that list as this very request has read it already
 */
export async function findDoorFile(
  ports: ManifestPorts,
  stationCode: string,
  fileName: string,
  known?: ManifestHead | null,
): Promise<DoorFileAnswer> {
  const manifest = await readCurrentManifest(ports, stationCode, known);
  const file = manifest === null ? undefined : await fileNamed(ports, manifest, fileName);
  if (file === undefined) {
    const wasGiven = await ports.manifests.wasGiven(stationCode, fileName);
    return { kind: wasGiven ? 'gone' : 'not-yours' };
  }
  const rendition = await ports.renditions.byId(file.renditionId);
  const recalled = recalledSpots(await ports.notices.open());
  if (rendition === null || recalled.has(file.spotCode)) return { kind: 'gone' };
  return { kind: 'file', rendition, fileName };
}

async function fileNamed(
  ports: Pick<ManifestPorts, 'renditions'>,
  manifest: Manifest,
  fileName: string,
): Promise<ManifestFile | undefined> {
  const hasName = (file: ManifestFile) => file.fileName === fileName;
  const own = manifest.files.find(hasName);
  if (own !== undefined || !fileName.endsWith('.opus')) return own;
  return (await manifestInOpus(ports, manifest)).files.find(hasName);
}
