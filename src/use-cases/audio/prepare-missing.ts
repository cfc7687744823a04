import {
  isPublishable,
  versionInUse,
  type DeliveryProfile,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { hashesOffTarget, missingSounds } from './missing-profiles';

type Needs = Pick<Ports, 'content' | 'jobs' | 'renditions' | 'spotVersions' | 'system'>;

/**
 * Asks for what is wanting: versions on their way whose job was lost, and ready versions without a file for a profile that
 * was added or edited since, or whose file says days on air that were changed since. Files that missed their target are not tried again here. Asking twice adds no second job.
 * @param givenUp versions to leave alone: their last job failed for good, and a person has to ask for them.
 * @returns how many versions are to be worked on.
 */
export async function prepareMissing(
  ports: Needs,
  givenUp: ReadonlySet<string> = new Set(),
): Promise<number> {
  const profiles = await ports.content.profiles();
  const unfinished: SpotVersion[] = [...(await confirmed(ports))];
  for (const latest of await ports.spotVersions.latestOfAll()) {
    if (isOnItsWay(latest)) unfinished.push(latest);
    const spot = await ports.content.spotByCode(latest.spotCode);
    const held = await heldVersion(ports, latest.spotCode, spot);
    if (held !== null && (await lacksFiles(ports, held, profiles, spot))) unfinished.push(held);
  }
  const asked = unfinished.filter(({ id }) => !givenUp.has(id));
  for (const version of asked) {
    await ports.jobs.add('prepare-spot', version.id, ports.system.now());
  }
  return asked.length;
}

function isOnItsWay({ state }: SpotVersion): boolean {
  return state === 'received' || state === 'checking' || state === 'preparing';
}

/** The version that stations hold while a newer one is on its way or was refused. */
async function heldVersion(
  ports: Needs,
  spotCode: string,
  spot: Spot | null,
): Promise<SpotVersion | null> {
  return versionInUse(spot ?? { isProtected: false }, await ports.spotVersions.history(spotCode));
}

/** Re-voiced recordings that a second person confirmed, whose job was lost between the two; also behind newer ones. */
async function confirmed(ports: Needs): Promise<readonly SpotVersion[]> {
  const waiting = [
    ...(await ports.spotVersions.inState('kept')),
    ...(await ports.spotVersions.inState('preparing')),
  ];
  return waiting.filter(
    (version) => version.confirmedBy !== null && isPublishable({ isProtected: true }, version),
  );
}

async function lacksFiles(
  ports: Needs,
  version: SpotVersion,
  profiles: readonly DeliveryProfile[],
  spot: Spot | null,
): Promise<boolean> {
  if (spot === null) return false;
  const triedInVain = hashesOffTarget(version);
  const missing = missingSounds(profiles, await ports.renditions.ofVersion(version.id), spot);
  return missing.some(({ hash }) => !triedInVain.has(hash));
}
