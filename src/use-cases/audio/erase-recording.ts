import { isSensitive, waveformKey, type EraseRefusal, type SpotVersion } from '../../domain/audio';
import type { Ports } from '../../composition/ports';

export type EraseAnswer =
  | { readonly kind: 'erased'; readonly files: number }
  | { readonly kind: 'not-found' | EraseRefusal };

type Needs = Pick<
  Ports,
  | 'audiograms'
  | 'content'
  | 'files'
  | 'incoming'
  | 'journal'
  | 'renditions'
  | 'spotVersions'
  | 'system'
>;

/**
 * Destroys the recording of a protected witness: the master, its waveform, its figures, and every file that was made of it
 * before the protection was set. What stays is a tombstone: number, digest, who and when. Backups that were made before
 * still hold it. Asked again it destroys again what should be gone.
 */
export async function eraseRecording(
  ports: Needs,
  { versionId, by }: { readonly versionId: string; readonly by: string },
): Promise<EraseAnswer> {
  const version = await ports.spotVersions.byId(versionId);
  if (version === null) return { kind: 'not-found' };
  if (version.state !== 'erased') {
    const spot = await ports.content.spotByCode(version.spotCode);
    // Of a spot that was deleted nobody knows any more whether it was protected: it may go.
    if (spot !== null && !spot.isProtected) return { kind: 'not-protected' };
    if (spot !== null && !isSensitive(spot, version)) return { kind: 'in-use' };
    const now = ports.system.now();
    // The row first: from here on no door opens, and what a power cut leaves lying is found by `finishErasures`.
    if (await ports.spotVersions.erase(versionId, by, now)) {
      await ports.journal.write({
        at: now,
        by,
        action: 'recording-erased',
        subject: `spot:${version.spotCode}`,
        details: { version: version.number, sha256: version.masterSha256 },
      });
    }
  }
  return { kind: 'erased', files: await removeFiles(ports, version) };
}

/** Removes what is left of recordings that were destroyed while the power went, or while a worker was at them. */
export async function finishErasures(ports: Needs): Promise<number> {
  let removed = 0;
  for (const version of await ports.spotVersions.inState('erased')) {
    removed += await removeFiles(ports, version);
  }
  return removed;
}

async function removeFiles(ports: Needs, version: SpotVersion): Promise<number> {
  await ports.incoming.remove(version.id);
  const renditions = await ports.renditions.ofVersion(version.id);
  const videos = await ports.audiograms.ofVersion(version.id);
  const keys = [
    version.masterKey,
    waveformKey(version.id),
    ...renditions.map(({ storageKey }) => storageKey),
    ...videos.flatMap(({ storageKey }) => storageKey ?? []),
  ];
  let removed = 0;
  for (const key of keys) {
    if (!(await ports.files.has(key))) continue;
    await ports.files.remove(key);
    removed += 1;
  }
  for (const { id } of videos) await ports.audiograms.remove(id);
  return removed;
}
