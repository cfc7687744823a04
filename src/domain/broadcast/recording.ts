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

/** Why a recording is not attached. */
export type RecordingRefusal =
  | { readonly kind: 'not-aired' }
  | { readonly kind: 'already-attached' }
  | { readonly kind: 'held-back' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'shorter-than-spot';
      readonly measuredSeconds: number;
      readonly spotSeconds: number;
    };
