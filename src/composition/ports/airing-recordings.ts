import type { Airing, AiringRecording } from '../../domain/broadcast';

/** Recordings of airings. A row comes before its file, so that no file is ever nobody's. */
export interface AiringRecordingStore {
  /** Written before the file is put in its place; it proves nothing yet, and what the file holds is not known. */
  addPending(recording: AiringRecording): Promise<void>;
  /**
   * Writes what the file holds and ties it to a new entry of the ledger, all or nothing. False when somebody was faster: the
   * entry to correct is corrected already, or the slot has a recording.
   */
  attach(recording: AiringRecording, airing: Airing): Promise<boolean>;
  byId(id: string): Promise<AiringRecording | null>;
  ofSlots(slotIds: readonly string[]): Promise<readonly AiringRecording[]>;
  /** What proves these entries of the ledger, erased or not. */
  ofAirings(airingIds: readonly string[]): Promise<readonly AiringRecording[]>;
  /** Everything that was attached, newest first. */
  attached(limit: number): Promise<readonly AiringRecording[]>;
  /** Whose file is still on the disk. */
  living(): Promise<readonly AiringRecording[]>;
  markErased(
    id: string,
    because: NonNullable<AiringRecording['erasedBecause']>,
    at: Date,
  ): Promise<void>;
  /** Forgets a row that never came to prove anything. */
  forgetPending(id: string): Promise<void>;
}
