import type { Readable } from 'node:stream';
import {
  isSensitive,
  type SpotVersion,
  type SubmitRefusal,
  type Voicing,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';

export type SubmitAnswer =
  { readonly kind: 'received'; readonly version: SpotVersion } | SubmitRefusal;

type Needs = Pick<
  Ports,
  'content' | 'files' | 'jobs' | 'journal' | 'settings' | 'spotVersions' | 'system'
>;

/**
 * Takes in a recording as the spot's next version and asks for its preparation. "Received" is said only when the file and
 * its row are on the disk; whatever is refused or fails leaves neither. The content is read to its end or destroyed.
 *
 * @param upload.voicing whose voice it is; left out it is the witness's own, which is the careful reading.
 * @param upload.id of the version, where the content has an identity already: handed in twice, it becomes one version.
 */
export async function submitRecording(
  ports: Needs,
  upload: {
    readonly spotCode: string;
    readonly content: Readable;
    readonly by: string;
    readonly voicing?: Voicing;
    readonly id?: string;
  },
): Promise<SubmitAnswer> {
  const { spotCode, content, by, id = ports.system.newId() } = upload;
  const voicing = upload.voicing ?? { kind: 'original' };
  const spot = await ports.content.spotByCode(spotCode);
  if (spot === null) {
    content.destroy();
    return { kind: 'unknown-spot', spotCode };
  }

  const key = `masters/${spot.code}/${id.toLowerCase()}`;
  const put = await ports.files.put(key, content, ports.settings.maximumUploadBytes);
  if (put.kind !== 'stored') return put;
  if (await isProtectedFile(ports, { spotCode: spot.code, id, sha256: put.file.sha256, voicing })) {
    await ports.files.remove(key);
    return { kind: 'same-as-protected' };
  }

  const version = await keepOrRemove(ports, { id, key }, () =>
    ports.spotVersions.add({
      id,
      spotCode: spot.code,
      state: 'received',
      progressPercent: 0,
      voicing,
      confirmedBy: null,
      masterKey: put.file.key,
      masterSha256: put.file.sha256,
      masterSizeBytes: put.file.sizeBytes,
      measurement: null,
      verdict: null,
      failure: null,
      uploadedBy: by,
      uploadedAt: ports.system.now(),
    }),
  );
  // From here on the recording is ours: were this line not reached, `prepareMissing` would find the version.
  await ports.jobs.add('prepare-spot', version.id, ports.system.now());
  await ports.journal.write({
    at: ports.system.now(),
    by,
    action: 'recording-received',
    subject: `spot:${spot.code}`,
    details: {
      version: version.number,
      sha256: version.masterSha256,
      voicing: version.voicing.kind,
    },
  });
  return { kind: 'received', version };
}

/**
 * The very bytes of a protected witness, sent as a re-voiced recording or for another spot: the wrong file was chosen. As
 * the witness's own voice, for the same spot, they may come again.
 */
async function isProtectedFile(
  ports: Needs,
  sent: {
    readonly spotCode: string;
    readonly id: string;
    readonly sha256: string;
    readonly voicing: Voicing;
  },
): Promise<boolean> {
  for (const version of await ports.spotVersions.ofMaster(sent.sha256)) {
    const isItself = version.id === sent.id;
    const isSameAgain = version.spotCode === sent.spotCode && sent.voicing.kind === 'original';
    if (isItself || isSameAgain) continue;
    // Both states tell of a protected witness, also when the spot itself was deleted.
    if (version.state === 'erased' || version.state === 'kept') return true;
    const spot = await ports.content.spotByCode(version.spotCode);
    if (spot !== null && isSensitive(spot, version)) return true;
  }
  return false;
}

/** A master whose row could not be written belongs to nobody, and is removed; unless the same row is there already. */
async function keepOrRemove(
  ports: Needs,
  { id, key }: { readonly id: string; readonly key: string },
  write: () => Promise<SpotVersion>,
): Promise<SpotVersion> {
  try {
    return await write();
  } catch (error) {
    const there = await ports.spotVersions.byId(id);
    if (there !== null) return there;
    await ports.files.remove(key);
    throw error;
  }
}
