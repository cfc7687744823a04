import type { Rendition } from '../../domain/audio';
import { recalledSpots } from '../../domain/delivery';
import { readCurrentManifest } from './current-manifest';
import type { ManifestPorts } from './wanted-manifest';

export type DoorFileAnswer =
  | { readonly kind: 'file'; readonly rendition: Rendition; readonly fileName: string }
  /** The station was given it once: replaced, recalled, over. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-yours' };

/**
 * The file of a name in the station's list as it is at this moment. A list that is current has been made from the consents,
 * recalls, recordings and flights of this moment, so what it names may go out; recalls are asked once more all the same.
 */
export async function findDoorFile(
  ports: ManifestPorts,
  stationCode: string,
  fileName: string,
): Promise<DoorFileAnswer> {
  const manifest = await readCurrentManifest(ports, stationCode);
  const file = manifest?.files.find((one) => one.fileName === fileName);
  if (file === undefined) {
    const wasGiven = await ports.manifests.wasGiven(stationCode, fileName);
    return { kind: wasGiven ? 'gone' : 'not-yours' };
  }
  const rendition = await ports.renditions.byId(file.renditionId);
  const recalled = recalledSpots(await ports.notices.open());
  if (rendition === null || recalled.has(file.spotCode)) return { kind: 'gone' };
  return { kind: 'file', rendition, fileName };
}
