import type { Rendition } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';
import { recallOf } from './spot-holds';

/**
 * The file a station of this profile holds for a spot: of the newest version that is ready. A newer recording
 * that is still being prepared, was refused or failed does not take the old one away. Null when there is none,
 * when the profile was edited and the new rendition is not there yet, or when the spot is pulled: no door hands it out.
 */
export async function findRendition(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions' | 'notices'>,
  spotCode: string,
  profileCode: string,
): Promise<Rendition | null> {
  if ((await recallOf(ports, spotCode)) !== null) return null;
  return findRenditionEvenRecalled(ports, spotCode, profileCode);
}

/** The same also for a spot that is pulled: for the ledger, which goes on, and for rules that name the recall themselves. */
export async function findRenditionEvenRecalled(
  ports: Pick<Ports, 'content' | 'spotVersions' | 'renditions'>,
  spotCode: string,
  profileCode: string,
): Promise<Rendition | null> {
  const profiles = await ports.content.profiles();
  const profile = profiles.find(({ code }) => code === profileCode);
  if (profile === undefined) return null;

  const ready = (await ports.spotVersions.history(spotCode))
    .filter(({ state }) => state === 'ready')
    .sort((one, other) => other.number - one.number)[0];
  if (ready === undefined) return null;

  const hash = profileHash(profile);
  return (
    (await ports.renditions.ofVersion(ready.id))
      .filter((rendition) => rendition.profileHash === hash)
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0] ?? null
  );
}
