import { mustBeErased, type AiringRecording } from '../../domain/broadcast';
import type { Consent } from '../../domain/consent';
import type { Ports } from '../../composition/ports';

/** A row that proves nothing after this long is what a power cut left. */
const PENDING_MAXIMUM_HOURS = 1;

type Needs = Pick<Ports, 'airingRecordings' | 'consents' | 'files' | 'journal' | 'system'>;

/**
 * Erases the recordings whose voice was withdrawn, and what a power cut left half received. The ledger keeps its entry, and the
 * row the hash: that there was proof is no secret, what was said is.
 *
 * @returns how many were erased.
 */
export async function eraseWithdrawnRecordings(ports: Needs): Promise<number> {
  const now = ports.system.now();
  const oldest = now.getTime() - PENDING_MAXIMUM_HOURS * 3_600_000;
  const known = new Map<string, readonly Consent[]>();
  let erased = 0;
  for (const recording of await ports.airingRecordings.living()) {
    if (recording.airingId === null) {
      if (recording.uploadedAt.getTime() < oldest) await forgetPending(ports, recording);
      continue;
    }
    const { spotCode } = recording;
    const consents =
      known.get(spotCode) ?? (await ports.consents.of({ kind: 'spot', code: spotCode }));
    known.set(spotCode, consents);
    if (!mustBeErased(recording, consents)) continue;
    await erase(ports, recording, 'withdrawn', 'worker');
    erased += 1;
  }
  return erased;
}

/** Erases a recording that should not have been sent. Its entry in the ledger stays, and says that the file is gone. */
export async function removeRecording(
  ports: Needs,
  asked: { readonly recordingId: string; readonly by: string },
): Promise<{ readonly kind: 'erased' | 'already-erased' | 'not-found' }> {
  const recording = await ports.airingRecordings.byId(asked.recordingId);
  if (recording === null || recording.airingId === null) return { kind: 'not-found' };
  if (recording.erasedAt !== null) return { kind: 'already-erased' };
  await erase(ports, recording, 'removed', asked.by);
  return { kind: 'erased' };
}

/** The file first: whatever is cut short is found again and finished. */
async function erase(
  ports: Needs,
  recording: AiringRecording,
  because: 'withdrawn' | 'removed',
  by: string,
): Promise<void> {
  const at = ports.system.now();
  await ports.files.remove(recording.storageKey);
  await ports.airingRecordings.markErased(recording.id, because, at);
  await ports.journal.write({
    at,
    by,
    action: 'airing-recording-erased',
    subject: `recording:${recording.id}`,
    details: { because, spotCode: recording.spotCode },
  });
}

async function forgetPending(ports: Needs, recording: AiringRecording): Promise<void> {
  await ports.files.remove(recording.storageKey);
  await ports.airingRecordings.forgetPending(recording.id);
}
