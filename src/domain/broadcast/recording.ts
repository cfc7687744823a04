import type { VerdictReason } from '../audio';
import type { Consent, HoldReason } from '../consent';
import type { Language } from '../shared';

/** What was recorded of one airing: a file of sound that raises its evidence to the best grade. */
export type AiringRecording = {
  readonly id: string;
  readonly stationCode: string;
  readonly spotCode: string;
  readonly language: Language;
  readonly slotId: string | null;
  /** The entry of the ledger that it proves; null until that entry is written. */
  readonly airingId: string | null;
  readonly storageKey: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly erasedAt: Date | null;
  readonly erasedBecause: 'withdrawn' | 'removed' | null;
};

/** A spot's airing on a telephone or a recorder; an hour of programme is not one airing. */
export const MAXIMUM_RECORDING_BYTES = 15 * 1024 * 1024;

/** A click proves nothing. */
export const MINIMUM_RECORDING_SECONDS = 3;

/** Why a recording is not attached. */
export type RecordingRefusal =
  /** Nobody said yet that it was aired, or it was said that it was not. */
  | { readonly kind: 'not-aired' }
  | { readonly kind: 'already-attached' }
  /** The voice may not be kept any more. */
  | { readonly kind: 'held-back'; readonly reasons: readonly HoldReason[] }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unusable'; readonly reason: VerdictReason };

/**
 * A voice in it was withdrawn after it was handed in: the file goes, whatever was agreed since. Consents that were withdrawn
 * before belong to a voice that was not on air any more.
 */
export function mustBeErased(
  recording: Pick<AiringRecording, 'uploadedAt'>,
  consents: readonly Consent[],
): boolean {
  return consents.some(
    ({ withdrawnAt }) => withdrawnAt !== null && withdrawnAt >= recording.uploadedAt,
  );
}

/** What a browser is told that it is, by the container that was found in it. */
export function recordingMediaType(container: string): string {
  const names = container.split(',');
  const found = MEDIA_TYPES.find(([name]) => names.includes(name));
  return found?.[1] ?? 'application/octet-stream';
}

const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['mp3', 'audio/mpeg'],
  ['mov', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['amr', 'audio/amr'],
  ['aac', 'audio/aac'],
  ['flac', 'audio/flac'],
];
