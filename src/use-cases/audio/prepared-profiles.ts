import type { DeliveryProfile, Spot } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';
import { findVersionInUse } from './recording-in-use';

/** The profiles, by their codes, in which a spot has a file: `findRendition` for all of them at once. */
export async function preparedProfiles(
  ports: Pick<Ports, 'spotVersions' | 'renditions'>,
  spot: Pick<Spot, 'code' | 'isProtected'>,
  profiles: readonly DeliveryProfile[],
): Promise<ReadonlySet<string>> {
  const inUse = await findVersionInUse(ports, spot);
  if (inUse === null) return new Set();
  const made = new Set(
    (await ports.renditions.ofVersion(inUse.id)).map((rendition) => rendition.profileHash),
  );
  return new Set(
    profiles.filter((profile) => made.has(profileHash(profile))).map(({ code }) => code),
  );
}
