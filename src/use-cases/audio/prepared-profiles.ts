import type { DeliveryProfile } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';

/** The profiles, by their codes, in which a spot has a file: `findRendition` for all of them at once. */
export async function preparedProfiles(
  ports: Pick<Ports, 'spotVersions' | 'renditions'>,
  spotCode: string,
  profiles: readonly DeliveryProfile[],
): Promise<ReadonlySet<string>> {
  const [ready] = (await ports.spotVersions.history(spotCode))
    .filter(({ state }) => state === 'ready')
    .sort((one, other) => other.number - one.number);
  if (ready === undefined) return new Set();
  const made = new Set(
    (await ports.renditions.ofVersion(ready.id)).map((rendition) => rendition.profileHash),
  );
  return new Set(
    profiles.filter((profile) => made.has(profileHash(profile))).map(({ code }) => code),
  );
}
