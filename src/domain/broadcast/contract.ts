import { dayInZone, type CalendarDay } from '../shared';
import {
  EVIDENCE_GRADES,
  MISSED_REASONS,
  type Airing,
  type EvidenceGrade,
  type MissedReason,
} from './airing';
import type { Slot } from './slot';

/** What a station is paid for: so many airings between two days, both included. */
export type Contract = {
  readonly documentId: string;
  readonly code: string;
  /** Null when nobody chose it, or the station was deleted. */
  readonly stationCode: string | null;
  readonly periodStart: CalendarDay;
  readonly periodEnd: CalendarDay;
  readonly airingsOwed: number;
  /** In CFA francs, which have no cents. Null when nothing is paid, or it is not said. */
  readonly priceXof: number | null;
  readonly isExample: boolean;
};

export type ByEvidence = Readonly<Record<EvidenceGrade, number>>;

/** What became of one spot on one day. */
export type ContractLine = {
  readonly day: CalendarDay;
  readonly spotCode: string;
  /** Confirmed airings, by how well they are proven. */
  readonly aired: ByEvidence;
  readonly missed: number;
  readonly unanswered: number;
};

/** Owed against aired. Grades of evidence are kept apart; the one sum across them says so in its name. */
export type ContractAccount = {
  readonly aired: ByEvidence;
  readonly airedWhateverTheEvidence: number;
  /** Of those: not in their window, or not planned at all. */
  readonly airedAtAnotherTime: number;
  readonly airedUnplanned: number;
  readonly missed: number;
  readonly missedByReason: Readonly<Record<MissedReason, number>>;
  /** The window is over and the station said nothing: not an airing. */
  readonly unanswered: number;
  /** Planned, and the window is not over. */
  readonly upcoming: number;
  /** Owed and not aired yet. */
  readonly stillOwed: number;
  /** Owed, not aired, and not planned either: make-goods to plan. */
  readonly toPlan: number;
  readonly beyond: number;
  /** By day, then spot. What is still to come is not in it. */
  readonly lines: readonly ContractLine[];
};

/**
 * Adds up a contract from the plan and the ledger.
 *
 * @param slots those of the period at least; others do no harm.
 * @param airings what the ledger says now of the station: entries that nothing supersedes.
 */
export function accountOf(
  contract: Pick<Contract, 'stationCode' | 'periodStart' | 'periodEnd' | 'airingsOwed'>,
  slots: readonly Slot[],
  airings: readonly Airing[],
  at: { readonly now: Date; readonly timeZone: string },
): ContractAccount {
  const isDue = (day: CalendarDay) => contract.periodStart <= day && day <= contract.periodEnd;
  const ofStation = airings.filter(({ stationCode }) => stationCode === contract.stationCode);
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const told = ofStation.flatMap((airing): readonly Told[] => {
    const day =
      airing.airedAt === null
        ? slotOf.get(airing.slotId ?? '')?.airDate
        : dayInZone(airing.airedAt, at.timeZone);
    return day !== undefined && isDue(day) ? [{ airing, day }] : [];
  });
  const answered = new Set(ofStation.map(({ slotId }) => slotId));
  const silent = slots.filter(
    (slot) =>
      slot.stationCode === contract.stationCode &&
      slot.state === 'planned' &&
      isDue(slot.airDate) &&
      !answered.has(slot.id),
  );
  const unanswered = silent.filter(({ windowEnd }) => windowEnd <= at.now);
  const upcoming = silent.length - unanswered.length;

  const aired = told.filter(({ airing }) => airing.outcome !== 'missed');
  const missed = told.filter(({ airing }) => airing.outcome === 'missed');
  const stillOwed = Math.max(0, contract.airingsOwed - aired.length);
  return {
    aired: countByEvidence(aired),
    airedWhateverTheEvidence: aired.length,
    airedAtAnotherTime: aired.filter(({ airing }) => airing.outcome === 'aired-at-another-time')
      .length,
    airedUnplanned: aired.filter(({ airing }) => airing.outcome === 'unplanned').length,
    missed: missed.length,
    missedByReason: countEach(MISSED_REASONS, missed, ({ airing }) => airing.missedReason),
    unanswered: unanswered.length,
    upcoming,
    stillOwed,
    toPlan: Math.max(0, stillOwed - upcoming),
    beyond: Math.max(0, aired.length - contract.airingsOwed),
    lines: linesOf(aired, missed, unanswered),
  };
}

type Told = { readonly airing: Airing; readonly day: CalendarDay };

function linesOf(
  aired: readonly Told[],
  missed: readonly Told[],
  unanswered: readonly Slot[],
): readonly ContractLine[] {
  const keyOf = (day: CalendarDay, spotCode: string) => `${day} ${spotCode}`;
  const keyOfTold = ({ airing, day }: Told) => keyOf(day, airing.spotCode);
  const keyOfSlot = ({ airDate, spotCode }: Slot) => keyOf(airDate, spotCode);
  const airedOf = groupBy(aired, keyOfTold);
  const missedOf = groupBy(missed, keyOfTold);
  const silentOf = groupBy(unanswered, keyOfSlot);
  const keys = new Set([...airedOf.keys(), ...missedOf.keys(), ...silentOf.keys()]);
  return [...keys].sort().map((key) => {
    const [day = '', spotCode = ''] = key.split(' ');
    return {
      day,
      spotCode,
      aired: countByEvidence(airedOf.get(key) ?? []),
      missed: missedOf.get(key)?.length ?? 0,
      unanswered: silentOf.get(key)?.length ?? 0,
    };
  });
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function countByEvidence(told: readonly Told[]): ByEvidence {
  return countEach(EVIDENCE_GRADES, told, ({ airing }) => airing.evidence);
}

function countEach<Key extends string>(
  keys: readonly Key[],
  told: readonly Told[],
  keyOf: (one: Told) => Key | null,
): Readonly<Record<Key, number>> {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  for (const one of told) {
    const key = keyOf(one);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts) as Record<Key, number>;
}

/** Other contracts of the station whose days overlap: the same airings count in both. */
export function overlapping(contract: Contract, others: readonly Contract[]): readonly Contract[] {
  return others.filter(
    (other) =>
      other.documentId !== contract.documentId &&
      other.stationCode !== null &&
      other.stationCode === contract.stationCode &&
      other.periodStart <= contract.periodEnd &&
      contract.periodStart <= other.periodEnd,
  );
}
