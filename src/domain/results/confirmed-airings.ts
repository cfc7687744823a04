import {
  AIRING_OUTCOMES,
  EVIDENCE_GRADES,
  MISSED_REASONS,
  type Airing,
  type AiringOutcome,
  type EvidenceGrade,
  type MissedReason,
} from '../broadcast';

/**
 * What the ledger says now: an entry that another one corrects no longer speaks, and the same confirmation sent twice
 * speaks once.
 */
export function currentAirings(ledger: readonly Airing[]): readonly Airing[] {
  const corrected = new Set(ledger.map((airing) => airing.supersedes));
  const byKey = new Map<string, Airing>();
  for (const airing of ledger) {
    if (!corrected.has(airing.id) && !byKey.has(airing.idempotencyKey)) {
      byKey.set(airing.idempotencyKey, airing);
    }
  }
  return [...byKey.values()];
}

/** The airings that somebody confirmed: on time, at another time, or unplanned. Planned and missed ones reach nobody. */
export function confirmedAirings(ledger: readonly Airing[]): readonly Airing[] {
  return currentAirings(ledger).filter(({ outcome }) => outcome !== 'missed');
}

export type AiringTally = {
  readonly confirmed: number;
  readonly byOutcome: Readonly<Record<AiringOutcome, number>>;
  readonly missedByReason: Readonly<Record<MissedReason, number>>;
  /** Of the confirmed ones: how well each is proven. */
  readonly byEvidence: Readonly<Record<EvidenceGrade, number>>;
};

/** Counts the ledger by outcome, by reason and by grade of evidence. */
export function tallyAirings(ledger: readonly Airing[]): AiringTally {
  const current = currentAirings(ledger);
  const confirmed = confirmedAirings(ledger);
  return {
    confirmed: confirmed.length,
    byOutcome: countEach(AIRING_OUTCOMES, current, ({ outcome }) => outcome),
    missedByReason: countEach(
      MISSED_REASONS,
      current.filter(({ outcome }) => outcome === 'missed'),
      ({ missedReason }) => missedReason,
    ),
    byEvidence: tallyEvidence(confirmed),
  };
}

/** How many of these airings are proven by each grade of evidence. */
export function tallyEvidence(airings: readonly Airing[]): Readonly<Record<EvidenceGrade, number>> {
  return countEach(EVIDENCE_GRADES, airings, ({ evidence }) => evidence);
}

function countEach<Key extends string>(
  keys: readonly Key[],
  airings: readonly Airing[],
  keyOf: (airing: Airing) => Key | null,
): Readonly<Record<Key, number>> {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  for (const airing of airings) {
    const key = keyOf(airing);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts) as Record<Key, number>;
}
