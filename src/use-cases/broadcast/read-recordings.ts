import type { AiringRecording } from '../../domain/broadcast';
import type { HoldReason } from '../../domain/consent';
import type { Ports } from '../../composition/ports';
import { holdsOfRecording } from './recording-holds';

/** A recording as the desk sees it: where it stands, and whether it may be heard. */
export type RecordingView = Omit<AiringRecording, 'storageKey'> & {
  readonly stationName: string;
  readonly holds: readonly HoldReason[];
};

type Needs = Pick<Ports, 'airingRecordings' | 'consents' | 'content' | 'spotVersions' | 'system'>;

const SHOWN = 200;

/** What was attached last. */
export async function readRecordings(ports: Needs): Promise<readonly RecordingView[]> {
  const names = new Map((await ports.content.stations()).map(({ code, name }) => [code, name]));
  const views: RecordingView[] = [];
  for (const recording of await ports.airingRecordings.attached(SHOWN)) {
    const { storageKey: _kept, ...shown } = recording;
    const stationName = names.get(recording.stationCode) ?? recording.stationCode;
    const holds = recording.erasedAt === null ? await holdsOfRecording(ports, recording) : [];
    views.push({ ...shown, stationName, holds });
  }
  return views;
}

export type FoundRecording =
  | { readonly kind: 'file'; readonly recording: AiringRecording }
  | { readonly kind: 'not-found' | 'erased' }
  | { readonly kind: 'held-back'; readonly reasons: readonly HoldReason[] };

/** A recording to be listened to, unless its voice may not be heard any more. */
export async function findRecording(ports: Needs, recordingId: string): Promise<FoundRecording> {
  const recording = await ports.airingRecordings.byId(recordingId);
  if (recording === null || recording.airingId === null) return { kind: 'not-found' };
  if (recording.erasedAt !== null) return { kind: 'erased' };
  const reasons = await holdsOfRecording(ports, recording);
  return reasons.length > 0 ? { kind: 'held-back', reasons } : { kind: 'file', recording };
}
