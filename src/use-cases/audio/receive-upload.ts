import type { Readable } from 'node:stream';

import type { Ports } from '../../composition/ports';
import {
  isComplete,
  isGivenUp,
  oldestLivingTouch,
  type SubmitRefusal,
  type Upload,
  type Voicing,
} from '../../domain/audio';
import { submitRecording, type SubmitAnswer } from './submit-recording';

type Needs = Pick<
  Ports,
  | 'content'
  | 'files'
  | 'incoming'
  | 'jobs'
  | 'journal'
  | 'settings'
  | 'spotVersions'
  | 'system'
  | 'uploads'
>;

export type OpenAnswer = { readonly kind: 'opened'; readonly upload: Upload } | SubmitRefusal;

/** Opens an upload, or refuses it before a byte of it has travelled. */
export async function openUpload(
  ports: Needs,
  asked: {
    readonly spotCode: string;
    readonly sizeBytes: number;
    readonly by: string;
    readonly voicing?: Voicing;
  },
): Promise<OpenAnswer> {
  const { maximumUploadBytes } = ports.settings;
  if (asked.sizeBytes === 0) return { kind: 'empty' };
  if (asked.sizeBytes > maximumUploadBytes) {
    return { kind: 'too-large', maximumBytes: maximumUploadBytes };
  }
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (spot === null) return { kind: 'unknown-spot', spotCode: asked.spotCode };
  const now = ports.system.now();
  const upload: Upload = {
    id: ports.system.newId(),
    owner: asked.by,
    spotCode: spot.code,
    voicing: asked.voicing ?? { kind: 'original' },
    sizeBytes: asked.sizeBytes,
    receivedBytes: 0,
    createdAt: now,
    touchedAt: now,
    submittedAt: null,
  };
  await ports.uploads.add(upload);
  return { kind: 'opened', upload };
}

/** The person's own upload; null when there is none, when it is somebody else's, or when it was given up. */
export async function findUpload(ports: Needs, id: string, by: string): Promise<Upload | null> {
  const upload = await ports.uploads.byId(id);
  if (upload === null || upload.owner !== by || isGivenUp(upload, ports.system.now())) return null;
  return (await hasItsBytes(ports, upload)) ? upload : null;
}

/**
 * Takes in the next piece. A cut loses nothing that had come before it.
 * @returns how much of the upload is on the disk.
 * @throws Error what cut the piece short, once the rest is safe; or when somebody else went on from the same place.
 */
export async function continueUpload(
  ports: Needs,
  upload: Upload,
  content: Readable,
): Promise<number> {
  const { id, receivedBytes } = upload;
  const { writtenBytes, cut } = await ports.incoming.write(id, receivedBytes, content);
  const reached = receivedBytes + writtenBytes;
  const isOurs = await ports.uploads.advance(id, receivedBytes, reached, ports.system.now());
  if (cut !== null) throw cut;
  if (!isOurs) throw new Error(`Upload ${id} was continued from byte ${receivedBytes} twice.`);
  return reached;
}

/**
 * Hands a complete upload in as a version of its spot. Asked again, after a crash or by two at once, it finds that
 * version: an upload never becomes two. What is refused is removed.
 */
export async function finishUpload(ports: Needs, upload: Upload): Promise<SubmitAnswer> {
  const { id, spotCode, owner, voicing } = upload;
  const answer = await submittedBefore(ports, id, () =>
    submitRecording(ports, { id, spotCode, content: ports.incoming.read(id), by: owner, voicing }),
  );
  if (answer.kind !== 'received') {
    await dropUpload(ports, id);
    return answer;
  }
  await ports.uploads.markSubmitted(id, ports.system.now());
  await ports.incoming.remove(id);
  return answer;
}

/** Removes an upload and its bytes; what it has become stays. */
export async function dropUpload(ports: Needs, id: string): Promise<void> {
  await ports.incoming.remove(id);
  await ports.uploads.remove(id);
}

/**
 * Hands in what had come whole when the server stopped; answers how many became versions. One that fails holds up no
 * other, and is found again.
 * @throws AggregateError at the end, of those that failed.
 */
export async function submitCompleteUploads(ports: Needs): Promise<number> {
  const failures: unknown[] = [];
  let received = 0;
  for (const upload of await ports.uploads.complete()) {
    try {
      if (!(await hasItsBytes(ports, upload))) await dropUpload(ports, upload.id);
      else if ((await finishUpload(ports, upload)).kind === 'received') received += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Uploads could not be handed in.');
  return received;
}

/** Removes what nobody went on with for thirty days, and bytes that belong to no upload; answers how many uploads. */
export async function giveUpUploads(ports: Needs): Promise<number> {
  const old = await ports.uploads.untouchedSince(oldestLivingTouch(ports.system.now()));
  // What came whole is handed in, however late.
  const givenUp = old.filter((upload) => upload.submittedAt !== null || !isComplete(upload));
  for (const { id } of givenUp) await dropUpload(ports, id);
  // The bytes first: an upload that is opened meanwhile has its row before its first byte.
  const lying = await ports.incoming.ids();
  const known = new Set((await ports.uploads.all()).map(({ id }) => id));
  for (const id of lying) if (!known.has(id)) await ports.incoming.remove(id);
  return givenUp.length;
}

async function submittedBefore(
  ports: Needs,
  id: string,
  submit: () => Promise<SubmitAnswer>,
): Promise<SubmitAnswer> {
  const version = await ports.spotVersions.byId(id);
  return version === null ? submit() : { kind: 'received', version };
}

/** A backup holds the rows of uploads and not their bytes: after a restore the sender begins anew. */
async function hasItsBytes(ports: Needs, upload: Upload): Promise<boolean> {
  if (upload.submittedAt !== null || upload.receivedBytes === 0) return true;
  const onDisk = await ports.incoming.sizeOf(upload.id);
  if (onDisk !== null && onDisk >= upload.receivedBytes) return true;
  // Handed in a moment ago, or between the version and its note.
  return (await ports.spotVersions.byId(upload.id)) !== null;
}
