import type { Rendition } from '../../domain/audio';
import { heldBack } from '../../domain/consent';
import { recalledSpots } from '../../domain/delivery';
import { dayInZone } from '../../domain/shared';
import { findRendition, replacedAt } from '../audio';
import { readCurrentManifest } from './current-manifest';
import type { ManifestPorts } from './wanted-manifest';

export type DoorFileAnswer =
  | { readonly kind: 'file'; readonly rendition: Rendition; readonly fileName: string }
  /** The station was given it once: replaced, recalled, over. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-yours' };

/**
 * The file of a name in the station's list as it is at this moment. Recalls, consents and the newest recording are asked
 * once more for this very spot: a list is fast, a door is sure.
 */
export async function findDoorFile(
  ports: ManifestPorts,
  stationCode: string,
  fileName: string,
): Promise<DoorFileAnswer> {
  const gone = { kind: 'gone' } as const;
  const manifest = await readCurrentManifest(ports, stationCode);
  const file = manifest?.files.find((one) => one.fileName === fileName);
  if (file === undefined) {
    return (await ports.manifests.wasGiven(stationCode, fileName)) ? gone : { kind: 'not-yours' };
  }
  const rendition = await ports.renditions.byId(file.renditionId);
  if (rendition === null) return gone;
  return (await mayGoOut(ports, stationCode, rendition))
    ? { kind: 'file', rendition, fileName }
    : gone;
}

async function mayGoOut(
  ports: ManifestPorts,
  stationCode: string,
  rendition: Rendition,
): Promise<boolean> {
  const { spotCode } = rendition;
  const station = await ports.content.stationByCode(stationCode);
  if (station === null || station.profileCode === null) return false;
  if (recalledSpots(await ports.notices.open()).has(spotCode)) return false;
  const spot = await ports.content.spotByCode(spotCode);
  if (spot === null) return false;
  const current = await findRendition(ports, spotCode, station.profileCode);
  if (current?.sha256 !== rendition.sha256) return false;
  const { voices, language } = spot;
  const outing = {
    voices,
    language,
    channel: 'radio',
    on: dayInZone(ports.system.now(), station.timeZone),
    replacedAt: await replacedAt(ports, spotCode),
  } as const;
  const consents = await ports.consents.of({ kind: 'spot', code: spotCode });
  return heldBack(outing, consents).length === 0;
}
