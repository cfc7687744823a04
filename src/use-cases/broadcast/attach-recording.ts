import type { Readable } from 'node:stream';

import {
  MAXIMUM_RECORDING_BYTES,
  MINIMUM_RECORDING_SECONDS,
  recordingMediaType,
  type Airing,
  type AiringRecording,
  type RecordingRefusal,
} from '../../domain/broadcast';
import type { Ports } from '../../composition/ports';
import { holdsOfSpot } from './recording-holds';

export type AttachAnswer =
  | { readonly kind: 'attached'; readonly recording: AiringRecording; readonly airing: Airing }
  /** No such slot or airing, or another station's. */
  | { readonly kind: 'not-found' }
  /** Somebody corrects the same airing at this very moment. */
  | { readonly kind: 'try-again' }
  | { readonly kind: 'refused'; readonly refusal: RecordingRefusal };

type Needs = Pick<
  Ports,
  | 'airingRecordings'
  | 'airings'
  | 'audio'
  | 'consents'
  | 'content'
  | 'files'
  | 'journal'
  | 'slots'
  | 'spotVersions'
  | 'system'
>;

/** An airing by its slot or, where nobody had planned it, by its entry. A station names itself and reaches only its own. */
export type RecordedAiring = {
  readonly stationCode: string | null;
  readonly slotId?: string;
  readonly airingId?: string;
};

/**
 * Attaches what was recorded of an airing: the sound is checked, and a new entry of the ledger says that a recording proves it.
 * An airing has one recording. The content is read to its end or destroyed; what is refused leaves no file.
 */
export async function attachRecording(
  ports: Needs,
  asked: { readonly of: RecordedAiring; readonly content: Readable; readonly by: string },
): Promise<AttachAnswer> {
  const found = await findAiring(ports, asked.of);
  if (found.kind !== 'airing') {
    asked.content.destroy();
    return found;
  }
  const { airing } = found;
  const reasons = await holdsOfSpot(ports, airing.spotCode, airing.language);
  if (reasons.length > 0) {
    asked.content.destroy();
    return { kind: 'refused', refusal: { kind: 'held-back', reasons } };
  }
  const pending = pendingFor(ports, airing, asked.by);
  await ports.airingRecordings.addPending(pending);
  try {
    const answer = await receive(ports, pending, airing, asked.content);
    if (answer.kind !== 'attached') await forget(ports, pending);
    return answer;
  } catch (error) {
    await forget(ports, pending);
    throw error;
  }
}

async function findAiring(
  ports: Needs,
  { slotId, airingId, stationCode }: RecordedAiring,
): Promise<
  { readonly kind: 'airing'; readonly airing: Airing } | Exclude<AttachAnswer, { kind: 'attached' }>
> {
  const isTheirs = (owner: string) => stationCode === null || owner === stationCode;
  if (slotId !== undefined) {
    const slot = await ports.slots.byId(slotId);
    if (slot === null || !isTheirs(slot.stationCode)) return { kind: 'not-found' };
    return recordable(await ports.airings.currentOfSlot(slotId));
  }
  const current = await ports.airings.current(stationCode ?? undefined);
  const airing = current.find(({ id }) => id === airingId);
  return airing === undefined ? { kind: 'not-found' } : recordable(airing);
}

function recordable(airing: Airing | null) {
  if (airing === null || airing.outcome === 'missed') {
    return { kind: 'refused', refusal: { kind: 'not-aired' } } as const;
  }
  return airing.evidence === 'recording'
    ? ({ kind: 'refused', refusal: { kind: 'already-attached' } } as const)
    : ({ kind: 'airing', airing } as const);
}

function pendingFor(ports: Needs, airing: Airing, by: string): AiringRecording {
  const id = ports.system.newId();
  return {
    id,
    stationCode: airing.stationCode,
    spotCode: airing.spotCode,
    language: airing.language,
    slotId: airing.slotId,
    airingId: null,
    storageKey: `airings/${id.toLowerCase()}`,
    mediaType: 'application/octet-stream',
    sha256: '',
    sizeBytes: 0,
    durationSeconds: 0,
    uploadedBy: by,
    uploadedAt: ports.system.now(),
    erasedAt: null,
    erasedBecause: null,
  };
}

async function receive(
  ports: Needs,
  pending: AiringRecording,
  airing: Airing,
  content: Readable,
): Promise<AttachAnswer> {
  const put = await ports.files.put(pending.storageKey, content, MAXIMUM_RECORDING_BYTES);
  if (put.kind !== 'stored') return { kind: 'refused', refusal: put };
  const heard = await ports.audio.measure(ports.files.pathOf(pending.storageKey));
  if (heard.kind === 'unreadable') {
    return { kind: 'refused', refusal: { kind: 'unusable', reason: heard.reason } };
  }
  const { measurement } = heard;
  const flaw = flawOf(measurement);
  if (flaw !== null) return { kind: 'refused', refusal: flaw };

  const recording: AiringRecording = {
    ...pending,
    mediaType: recordingMediaType(measurement.container),
    sha256: put.file.sha256,
    sizeBytes: put.file.sizeBytes,
    durationSeconds: measurement.decodedSeconds,
  };
  const entry: Airing = {
    ...airing,
    id: ports.system.newId(),
    idempotencyKey: `recording:${recording.id}`,
    evidence: 'recording',
    saidBy: pending.uploadedBy,
    recordedAt: ports.system.now(),
    supersedes: airing.id,
  };
  if (!(await ports.airingRecordings.attach(recording, entry))) return { kind: 'try-again' };
  await ports.journal.write({
    at: entry.recordedAt,
    by: pending.uploadedBy,
    action: 'airing-recorded',
    subject: airing.slotId === null ? `station:${airing.stationCode}` : `slot:${airing.slotId}`,
    details: { airing: entry.id, recording: recording.id, sha256: recording.sha256 },
  });
  return { kind: 'attached', recording: { ...recording, airingId: entry.id }, airing: entry };
}

function flawOf(measurement: {
  readonly decodedSeconds: number;
  readonly loudnessLufs: number | null;
}): RecordingRefusal | null {
  if (measurement.decodedSeconds < MINIMUM_RECORDING_SECONDS) {
    return {
      kind: 'unusable',
      reason: {
        kind: 'too-short',
        measuredSeconds: measurement.decodedSeconds,
        minimumSeconds: MINIMUM_RECORDING_SECONDS,
      },
    };
  }
  return measurement.loudnessLufs === null
    ? { kind: 'unusable', reason: { kind: 'silent' } }
    : null;
}

/** The file first: a row without a file is swept, a file without a row never found. */
async function forget(ports: Needs, pending: AiringRecording): Promise<void> {
  await ports.files.remove(pending.storageKey);
  await ports.airingRecordings.forgetPending(pending.id);
}
