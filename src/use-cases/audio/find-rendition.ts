import type { Rendition } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';
import { findVersionInUse } from './recording-in-use';

/**
 * The file a station of this profile holds for a spot: of the newest version that is ready and may go out. A newer
 * recording that is still being prepared, was refused or failed does not take the old one away; a protected witness's own
 * voice is never it. Null when there is none, or when the profile was edited and the new rendition is not there yet.
 */
export async function findRendition(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions'>,
  spotCode: string,
  profileCode: string,
): Promise<Rendition | null> {
  const profiles = await ports.content.profiles();
  const profile = profiles.find(({ code }) => code === profileCode);
  if (profile === undefined) return null;

  const spot = await ports.content.spotByCode(spotCode);
  const inUse = spot === null ? null : await findVersionInUse(ports, spot);
  if (inUse === null) return null;

  const hash = profileHash(profile);
  return (
    (await ports.renditions.ofVersion(inUse.id))
      .filter((rendition) => rendition.profileHash === hash)
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0] ?? null
  );
}
