import { isPublishable, type Spot, type SpotVersion, type Verdict } from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { isLiving, lastJobs } from './last-jobs';
import { missingSounds } from './missing-profiles';

export type PrepareAgainAnswer =
  /** These versions are worked on once more, for the files that they lack. */
  | { readonly kind: 'asked'; readonly versions: readonly number[] }
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  /** Nothing was sent yet, or the newest recording was refused and no other is in use. */
  | { readonly kind: 'no-recording'; readonly spotCode: string }
  /** It is being worked on already, or waits for its turn. */
  | { readonly kind: 'under-way'; readonly spotCode: string }
  /** Every file that stations ask for is there. */
  | { readonly kind: 'all-there'; readonly spotCode: string };

type Needs = Pick<Ports, 'content' | 'jobs' | 'journal' | 'renditions' | 'spotVersions' | 'system'>;

/**
 * Asks once more for the files that failed or missed their target, of the newest recording and of the one that stations
 * hold. What is whole is not made again. The version forgets its failure first and the job is added last: a power cut in between
 * leaves a failed version that can be asked for again, never one that waits for nothing.
 */
export async function prepareAgain(
  ports: Needs,
  asked: { readonly spotCode: string; readonly by: string },
): Promise<PrepareAgainAnswer> {
  const { spotCode, by } = asked;
  const spot = await ports.content.spotByCode(spotCode);
  if (spot === null) return { kind: 'unknown-spot', spotCode };

  const candidates = worthPreparing(spot, await ports.spotVersions.history(spotCode));
  if (candidates.length === 0) return { kind: 'no-recording', spotCode };

  const jobs = await lastJobs(ports);
  const isMoving = ({ id }: SpotVersion) => isLiving(jobs.get(id));
  const profiles = await ports.content.profiles();
  const versions: number[] = [];
  for (const version of candidates.filter((one) => !isMoving(one))) {
    const missing = missingSounds(profiles, await ports.renditions.ofVersion(version.id), spot);
    if (version.state !== 'failed' && missing.length === 0) continue;
    await ports.spotVersions.update(version.id, {
      failure: null,
      ...(version.verdict === null ? {} : { verdict: withoutMisses(version.verdict) }),
    });
    await ports.jobs.add('prepare-spot', version.id, ports.system.now());
    await ports.journal.write({
      at: ports.system.now(),
      by,
      action: 'preparation-asked-again',
      subject: `spot:${spotCode}`,
      details: { version: version.number, missing: missing.length },
    });
    versions.push(version.number);
  }
  if (versions.length > 0) return { kind: 'asked', versions };
  return { kind: candidates.some(isMoving) ? 'under-way' : 'all-there', spotCode };
}

/** The newest recording unless nothing may be made of it, and the one that stations hold meanwhile. */
function worthPreparing(spot: Spot, history: readonly SpotVersion[]): readonly SpotVersion[] {
  const newestFirst = history
    .filter((version) => version.state === 'refused' || isPublishable(spot, version))
    .sort((one, other) => other.number - one.number);
  const [newest] = newestFirst;
  const held = newestFirst.find(({ state }) => state === 'ready');
  const found = [newest, held].flatMap((version) =>
    version === undefined || version.state === 'refused' ? [] : [version],
  );
  return found.filter((version, place) => found.indexOf(version) === place);
}

function withoutMisses({ reasons }: Verdict): Verdict {
  const others = reasons.filter(({ kind }) => kind !== 'off-target');
  return { grade: others.length === 0 ? 'accepted' : 'accepted-with-warnings', reasons: others };
}
