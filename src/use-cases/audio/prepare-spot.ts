import {
  isPublishable,
  type SpotVersion,
  type Verdict,
  type VerdictReason,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { checkRecording } from './check-recording';
import { makeRenditions } from './make-renditions';
import { missingSounds } from './missing-profiles';

type Needs = Pick<
  Ports,
  | 'audio'
  | 'broadcastWriter'
  | 'content'
  | 'files'
  | 'journal'
  | 'renditions'
  | 'settings'
  | 'spotVersions'
  | 'system'
>;

/**
 * The work on one version, from received to ready or refused: check, judge, and a file for every distinct sound that the
 * delivery profiles ask for. Ended at any point and run again it goes on where it was; work that is done is not done again.
 * A version that is ready stays so while files for new profiles are made: its stations lose nothing. A protected witness's
 * own voice is checked and kept, and no file is made of it.
 * @param onHeartbeat called whenever the engine has come further, so that the worker keeps its lease.
 * @throws when the engine or a store fails: the queue tries again, and `giveUpPreparing` is for when it no longer does.
 */
export async function prepareSpot(
  ports: Needs,
  versionId: string,
  onHeartbeat: () => void = () => undefined,
): Promise<void> {
  const version = await ports.spotVersions.byId(versionId);
  if (version === null || version.state === 'refused' || version.state === 'erased') return;
  const spot = await ports.content.spotByCode(version.spotCode);
  if (spot === null) {
    await ports.spotVersions.update(version.id, {
      state: 'failed',
      failure: `Spot ${version.spotCode} was deleted`,
    });
    return;
  }

  const checked = await checkRecording(ports, version, onHeartbeat);
  if (checked.kind === 'refused') return;
  if (!isPublishable(spot, { ...version, state: 'preparing' })) {
    await keepBack(ports, version);
    return;
  }

  const profiles = await ports.content.profiles();
  const wanted = missingSounds(profiles, await ports.renditions.ofVersion(version.id), spot);
  if (wanted.length > 0 && version.state !== 'ready') {
    await ports.spotVersions.update(version.id, {
      state: 'preparing',
      progressPercent: 0,
      failure: null,
    });
  }
  const misses =
    wanted.length === 0
      ? []
      : await makeRenditions(ports, spot, version, checked.measurement, wanted, onHeartbeat);
  await conclude(ports, version, checked.verdict, misses);
}

/** Checked, and that is all: it waits for a re-voiced recording, or for the second person who hears this one. */
async function keepBack(ports: Needs, version: SpotVersion): Promise<void> {
  await ports.spotVersions.update(version.id, { state: 'kept', progressPercent: 100 });
  if (version.state === 'kept') return;
  await ports.journal.write({
    at: ports.system.now(),
    by: 'worker',
    action: 'recording-kept',
    subject: `spot:${version.spotCode}`,
    details: { version: version.number, voicing: version.voicing.kind },
  });
}

/**
 * Files that missed their target are held back and named in the verdict, where a person sees them; the others go to their
 * stations. When nothing at all could be made, the version has failed.
 */
async function conclude(
  ports: Needs,
  version: SpotVersion,
  verdict: Verdict,
  misses: readonly VerdictReason[],
): Promise<void> {
  const made = await ports.renditions.ofVersion(version.id);
  // The protection may have been set while the files were made.
  const spot = await ports.content.spotByCode(version.spotCode);
  if (spot !== null && !isPublishable(spot, { ...version, state: 'preparing' })) {
    await keepBack(ports, version);
    return;
  }
  const hasFailed = made.length === 0 && misses.length > 0;
  const reasons = [...verdict.reasons.filter(({ kind }) => kind !== 'off-target'), ...misses];
  await ports.spotVersions.update(version.id, {
    state: hasFailed ? 'failed' : 'ready',
    progressPercent: 100,
    verdict: { grade: reasons.length === 0 ? 'accepted' : 'accepted-with-warnings', reasons },
    failure: hasFailed ? 'No file reached its loudness target' : null,
  });
  await ports.journal.write({
    at: ports.system.now(),
    by: 'worker',
    action: hasFailed ? 'recording-failed' : 'recording-ready',
    subject: `spot:${version.spotCode}`,
    details: { version: version.number, renditions: made.length, heldBack: misses.length },
  });
}
