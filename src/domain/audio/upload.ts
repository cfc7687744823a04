import type { Voicing } from './voicing';

/** A recording on its way to the server, piece by piece. It belongs to a person, not to a session. */
export type Upload = {
  readonly id: string;
  /** `user:<id>`: nobody else may go on with it, or learn that it exists. */
  readonly owner: string;
  readonly spotCode: string;
  /** Whose voice it is, as the sender said when it was opened. */
  readonly voicing: Voicing;
  /** What the sender announced. */
  readonly sizeBytes: number;
  /** On the disk, synced: the sender goes on from here. */
  readonly receivedBytes: number;
  readonly createdAt: Date;
  /** When the last piece came. */
  readonly touchedAt: Date;
  /** When it became a version of its spot; null before. */
  readonly submittedAt: Date | null;
};

/** A journalist may be in the field for weeks between two places with a network. */
export const LONGEST_PAUSE_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was last touched before this instant is given up. */
export function oldestLivingTouch(now: Date): Date {
  return new Date(now.getTime() - LONGEST_PAUSE_DAYS * DAY_MS);
}

export function isGivenUp(upload: Upload, now: Date): boolean {
  return upload.touchedAt < oldestLivingTouch(now);
}

/** All of its bytes are here. */
export function isComplete(upload: Upload): boolean {
  return upload.receivedBytes === upload.sizeBytes;
}
