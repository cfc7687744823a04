import type { Rendition } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { fileFor } from './missing-profiles';
import { findVersionInUse } from './recording-in-use';
import { recallOf } from './spot-holds';

/**
 * The file a station of this profile holds for a spot: of the newest version that is ready and may go out. A newer
 * recording that is still being prepared, was refused or failed does not take the old one away; a protected witness's own
 * voice is never it. Null when there is none, when the profile was edited and the new rendition is not there yet, or when
 * the spot is pulled: no door hands it out.
 */
export async function findRendition(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions' | 'notices'>,
  spotCode: string,
  profileCode: string,
): Promise<Rendition | null> {
  // A spot that was deleted can no longer say that its witness was protected.
  if ((await ports.content.spotByCode(spotCode)) === null) return null;
  if ((await recallOf(ports, spotCode)) !== null) return null;
  return findRenditionEvenRecalled(ports, spotCode, profileCode);
}

/**
 * The same also for a spot that is pulled or was deleted: for the ledger, which goes on, and for rules that name the recall
 * themselves.
 */
export async function findRenditionEvenRecalled(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions'>,
  spotCode: string,
  profileCode: string,
): Promise<Rendition | null> {
  const profiles = await ports.content.profiles();
  const profile = profiles.find(({ code }) => code === profileCode);
  if (profile === undefined) return null;

  const spot = await ports.content.spotByCode(spotCode);
  const inUse = await findVersionInUse(ports, spot ?? { code: spotCode, isProtected: false });
  if (inUse === null) return null;
  return fileFor(profile, await ports.renditions.ofVersion(inUse.id), spot);
}
