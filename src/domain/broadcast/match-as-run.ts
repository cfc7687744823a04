import { isBetterProof, type Airing } from './airing';
import type { AsRunPlay, AsRunReading, AsRunRow, UnmatchedReason } from './as-run';
import type { Slot } from './slot';

/** Minutes that a play may lie outside its window and still be the planned one, aired at another time. */
export const AS_RUN_TOLERANCE_MINUTES = 30;

/** Two entries of one unplanned spot this near are the same airing: a person rounds, a program does not. */
const SAME_AIRING_MINUTES = 3;

/** Automations keep their history some sixty days; older lines are not news. */
export const AS_RUN_MAXIMUM_DAYS = 92;

/** What a line of the log does to the ledger. */
export type AsRunMatch =
  /** A new entry: the slot had no answer, or one that the log proves better. */
  | {
      readonly kind: 'confirms' | 'strengthens';
      readonly play: AsRunPlay;
      readonly slot: Slot;
      readonly outcome: 'aired' | 'aired-at-another-time';
      readonly supersedes: Airing | null;
    }
  /** A new entry: nobody had planned it. */
  | { readonly kind: 'unplanned'; readonly play: AsRunPlay; readonly supersedes: Airing | null }
  /** Nothing: it stands in the ledger, as well proven or better. */
  | { readonly kind: 'known'; readonly play: AsRunPlay; readonly airing: Airing }
  /** Nothing: the station said that it was not aired. A person asks, the file does not decide. */
  | {
      readonly kind: 'contradicts';
      readonly play: AsRunPlay;
      readonly slot: Slot;
      readonly airing: Airing;
    }
  | { readonly kind: 'unmatched'; readonly row: AsRunRow; readonly reason: UnmatchedReason };

export type AsRunFacts = {
  readonly stationCode: string;
  /** The station's slots around the days of the file, living and cancelled. */
  readonly slots: readonly Slot[];
  /** What the ledger says now of those slots, and of unplanned airings. */
  readonly current: readonly Airing[];
  /** Entries that earlier imports wrote for these very lines, corrected since or not. */
  readonly imported: readonly Airing[];
  /** Spots that exist, also those of the slots alone. */
  readonly spotCodes: ReadonlySet<string>;
  readonly now: Date;
  readonly toleranceMinutes?: number;
};

/** What makes two lines the same: station, spot, minute. It is the ledger's key, so a file imported twice adds nothing. */
export function asRunKey(stationCode: string, play: Pick<AsRunPlay, 'spotCode' | 'at'>): string {
  return `${stationCode}:as-run:${play.spotCode}:${play.at.toISOString()}`;
}

const minutesOf = (instant: Date) => Math.floor(instant.getTime() / 60_000);

/** Minutes between a play and a slot's window; 0 inside it, both ends included. */
function minutesOutside(slot: Slot, at: Date): number {
  return Math.max(
    0,
    minutesOf(slot.windowStart) - minutesOf(at),
    minutesOf(at) - minutesOf(slot.windowEnd),
  );
}

type Pair = { readonly play: AsRunPlay; readonly slot: Slot; readonly minutes: number };

/**
 * What each line of a log says of the ledger, in the order of the file. A slot takes one play, the nearest; what is played
 * once more was not planned. Nothing here ever lowers a grade of evidence.
 */
export function matchAsRun(
  readings: readonly AsRunReading[],
  facts: AsRunFacts,
): readonly AsRunMatch[] {
  const sorted = sortOut(readings, facts);
  const settled = pairUp(sorted.plays, facts);
  return readings.map((reading): AsRunMatch => {
    if (reading.kind === 'unmatched') return reading;
    return (
      sorted.refused.get(reading.play) ??
      settled.get(reading.play) ?? { kind: 'unmatched', row: reading.play.row, reason: 'repeated' }
    );
  });
}

function sortOut(readings: readonly AsRunReading[], facts: AsRunFacts) {
  const refused = new Map<AsRunPlay, AsRunMatch>();
  const plays: AsRunPlay[] = [];
  const seen = new Set<string>();
  const oldest = facts.now.getTime() - AS_RUN_MAXIMUM_DAYS * 86_400_000;
  for (const reading of readings) {
    if (reading.kind === 'unmatched') continue;
    const { play } = reading;
    const reason = refusalOf(play, facts, oldest, seen);
    if (reason === null) plays.push(play);
    else refused.set(play, { kind: 'unmatched', row: play.row, reason });
    seen.add(asRunKey(facts.stationCode, play));
  }
  return { refused, plays };
}

function refusalOf(
  play: AsRunPlay,
  facts: AsRunFacts,
  oldest: number,
  seen: ReadonlySet<string>,
): UnmatchedReason | null {
  if (!facts.spotCodes.has(play.spotCode)) return 'unknown-spot';
  if (play.at > facts.now) return 'in-the-future';
  if (play.at.getTime() < oldest) return 'too-long-ago';
  return seen.has(asRunKey(facts.stationCode, play)) ? 'repeated' : null;
}

function pairUp(
  plays: readonly AsRunPlay[],
  facts: AsRunFacts,
): ReadonlyMap<AsRunPlay, AsRunMatch> {
  const settled = new Map<AsRunPlay, AsRunMatch>();
  const taken = new Set<string>();
  const importedByKey = new Map(facts.imported.map((airing) => [airing.idempotencyKey, airing]));
  for (const play of plays) {
    const airing = importedByKey.get(asRunKey(facts.stationCode, play));
    if (airing === undefined) continue;
    settled.set(play, { kind: 'known', play, airing });
    if (airing.slotId !== null) taken.add(airing.slotId);
  }
  const bySlot = new Map(facts.current.map((airing) => [airing.slotId, airing]));
  for (const { play, slot } of nearestFirst(plays, facts)) {
    if (settled.has(play) || taken.has(slot.id)) continue;
    taken.add(slot.id);
    settled.set(play, inSlot(play, slot, bySlot.get(slot.id) ?? null));
  }
  const unplanned = facts.current.filter(({ outcome }) => outcome === 'unplanned');
  for (const play of plays) {
    if (!settled.has(play)) settled.set(play, besideThePlan(play, unplanned));
  }
  return settled;
}

/** Plays and slots of one spot that may belong together: nearest first, then by the clock. */
function nearestFirst(plays: readonly AsRunPlay[], facts: AsRunFacts): readonly Pair[] {
  const tolerance = facts.toleranceMinutes ?? AS_RUN_TOLERANCE_MINUTES;
  const living = new Map<string, Slot[]>();
  for (const slot of facts.slots.filter(({ state }) => state === 'planned')) {
    living.set(slot.spotCode, [...(living.get(slot.spotCode) ?? []), slot]);
  }
  return plays
    .flatMap((play) =>
      (living.get(play.spotCode) ?? []).map((slot) => ({
        play,
        slot,
        minutes: minutesOutside(slot, play.at),
      })),
    )
    .filter(({ minutes }) => minutes <= tolerance)
    .sort(
      (left, right) =>
        left.minutes - right.minutes ||
        left.play.at.getTime() - right.play.at.getTime() ||
        left.slot.windowStart.getTime() - right.slot.windowStart.getTime(),
    );
}

function inSlot(play: AsRunPlay, slot: Slot, airing: Airing | null): AsRunMatch {
  const outcome = minutesOutside(slot, play.at) === 0 ? 'aired' : 'aired-at-another-time';
  if (airing === null) return { kind: 'confirms', play, slot, outcome, supersedes: null };
  if (airing.outcome === 'missed') return { kind: 'contradicts', play, slot, airing };
  return isBetterProof('imported', airing.evidence)
    ? { kind: 'strengthens', play, slot, outcome, supersedes: airing }
    : { kind: 'known', play, airing };
}

function besideThePlan(play: AsRunPlay, unplanned: readonly Airing[]): AsRunMatch {
  const same = unplanned.find(
    ({ spotCode, airedAt }) =>
      spotCode === play.spotCode &&
      airedAt !== null &&
      Math.abs(minutesOf(airedAt) - minutesOf(play.at)) <= SAME_AIRING_MINUTES,
  );
  if (same !== undefined && !isBetterProof('imported', same.evidence)) {
    return { kind: 'known', play, airing: same };
  }
  return { kind: 'unplanned', play, supersedes: same ?? null };
}
