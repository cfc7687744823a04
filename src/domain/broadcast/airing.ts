import type { Language } from '../shared';

export const AIRING_OUTCOMES = ['aired', 'aired-at-another-time', 'unplanned', 'missed'] as const;
export type AiringOutcome = (typeof AIRING_OUTCOMES)[number];

export const MISSED_REASONS = [
  'power',
  'transmitter',
  'network',
  'file-missing',
  'staff',
  'refused',
] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** How well an airing is proven, best first. */
export const EVIDENCE_GRADES = ['recording', 'imported', 'page', 'sms', 'telephone'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** Whether the first of two grades proves an airing better than the second. */
export function isBetterProof(one: EvidenceGrade, other: EvidenceGrade): boolean {
  return EVIDENCE_GRADES.indexOf(one) < EVIDENCE_GRADES.indexOf(other);
}

/**
 * An entry of the airing ledger. It is never changed: a correction is a new entry that supersedes it.
 * Spot code, language and duration are copied so that it outlives the spot.
 */
export type Airing = {
  readonly id: string;
  /** The same confirmation sent twice carries the same key and counts once. */
  readonly idempotencyKey: string;
  readonly stationCode: string;
  /** Null for an airing nobody had planned. */
  readonly slotId: string | null;
  readonly spotCode: string;
  readonly language: Language;
  readonly durationSeconds: number | null;
  readonly outcome: AiringOutcome;
  /** When it was on air; null when it was missed. */
  readonly airedAt: Date | null;
  readonly missedReason: MissedReason | null;
  readonly evidence: EvidenceGrade;
  /** `station:KAY` or `user:<id>`: who said so. */
  readonly saidBy: string;
  readonly recordedAt: Date;
  readonly supersedes: string | null;
  /** The urgent message that it obeyed; null or left out for any other airing. */
  readonly noticeId?: string | null;
};
