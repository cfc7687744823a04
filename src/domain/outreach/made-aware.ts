import type { CalendarDay } from '../shared';
import { GATHERING_KINDS, type Gathering, type GatheringKind } from './gathering';
import { headcountOf } from './headcount';
import { tidyPlace, villageKey } from './village';

/** Days from and to, both included; null leaves that side open. */
export type Period = { readonly from: CalendarDay | null; readonly to: CalendarDay | null };

/** The kinds of gathering whose heads are counted as people made aware. */
export const AWARENESS_KINDS: readonly GatheringKind[] = GATHERING_KINDS.filter(
  (kind) => kind !== 'training',
);

/** A village with at least one awareness gathering in the period. */
export type AwareVillage = {
  readonly key: string;
  /** As written at the gathering that counts (else at the earliest one). */
  readonly place: string;
  readonly gatherings: number;
  /** The highest headcount of one gathering; null when nobody counted at any of them. */
  readonly people: number | null;
  /** All headcounts of the village added: the same person twice is two. */
  readonly grossAttendance: number;
  readonly gatheringsWithoutHeadcount: number;
  /** More than one: perhaps two villages of one name; a person should look. */
  readonly zoneCodes: readonly string[];
  /** The gathering whose headcount counts. */
  readonly countedGathering: string | null;
};

export type MadeAware = {
  readonly period: Period;
  /** Villages added; null when no village has a headcount. */
  readonly total: number | null;
  /** Every headcount added: attendances, not people. Null when there is none. */
  readonly grossAttendance: number | null;
  readonly villages: readonly AwareVillage[];
  /** Villages that had gatherings but no headcount: not in the total, and not zero. */
  readonly villagesWithoutHeadcount: readonly string[];
  /** Trainings are kept apart: who was trained is known by name from a list, a different kind of figure. */
  readonly trainings: {
    readonly gatherings: number;
    readonly attendance: number | null;
    readonly withoutHeadcount: number;
  };
};

/**
 * People made aware: per village the highest attendance of one gathering in the period, villages added (the rule of
 * the CARE emergency toolkit: overlapping counts of one place take the highest, only places apart are added). Whoever
 * came to the assembly may well have come to the play.
 *
 * Assemblies, debates, plays and screenings count. Trainings do not: those people are on a named list and already
 * counted by the "trained" indicators, and a registered figure is never added to a headcount.
 *
 * A village is its name, whatever the spelling of its accents and capitals (`villageKey`). Two villages of one name
 * count as one, the careful side; telling them apart takes a name that does ("Diéma (Kita)").
 */
export function madeAware(gatherings: readonly Gathering[], period: Period): MadeAware {
  const inPeriod = gatherings
    .filter((gathering) => isWithin(gathering.date, period))
    .sort(byDateThenCode);
  const groups = new Map<string, Gathering[]>();
  for (const gathering of inPeriod) {
    if (!AWARENESS_KINDS.includes(gathering.kind)) continue;
    const key = villageKey(gathering.place);
    groups.set(key, [...(groups.get(key) ?? []), gathering]);
  }
  const villages = [...groups]
    .map(([key, ofVillage]) => villageOf(key, ofVillage))
    .sort((one, other) => compare(one.key, other.key));
  const counted = villages.filter((village) => village.people !== null);
  const trainings = inPeriod.filter((gathering) => gathering.kind === 'training');

  return {
    period,
    total: addOrNull(counted.map((village) => village.people)),
    grossAttendance: addOrNull(counted.map((village) => village.grossAttendance)),
    villages,
    villagesWithoutHeadcount: villages
      .filter((village) => village.people === null)
      .map((village) => village.place),
    trainings: {
      gatherings: trainings.length,
      attendance: addOrNull(trainings.map((training) => headcountOf(training.attendance))),
      withoutHeadcount: trainings.filter((training) => headcountOf(training.attendance) === null)
        .length,
    },
  };
}

/** How many gatherings of each kind took place in the period, whether or not heads were counted. */
export function gatheringsByKind(
  gatherings: readonly Gathering[],
  period: Period,
): Readonly<Record<GatheringKind, number>> {
  const counts: Record<GatheringKind, number> = {
    assembly: 0,
    debate: 0,
    play: 0,
    screening: 0,
    training: 0,
  };
  for (const gathering of gatherings) {
    if (isWithin(gathering.date, period)) counts[gathering.kind] += 1;
  }
  return counts;
}

/** Whether a day lies in a period, both ends included. */
export function isWithin(day: CalendarDay, period: Period): boolean {
  return (period.from === null || day >= period.from) && (period.to === null || day <= period.to);
}

function villageOf(key: string, gatherings: readonly Gathering[]): AwareVillage {
  let people: number | null = null;
  let counted: Gathering | null = null;
  let grossAttendance = 0;
  let gatheringsWithoutHeadcount = 0;
  for (const gathering of gatherings) {
    const headcount = headcountOf(gathering.attendance);
    if (headcount === null) {
      gatheringsWithoutHeadcount += 1;
      continue;
    }
    grossAttendance += headcount;
    if (people === null || headcount > people) {
      people = headcount;
      counted = gathering;
    }
  }
  const zoneCodes = gatherings.flatMap((gathering) => gathering.zoneCode ?? []);
  return {
    key,
    place: tidyPlace(counted?.place ?? gatherings[0]?.place ?? key),
    gatherings: gatherings.length,
    people,
    grossAttendance,
    gatheringsWithoutHeadcount,
    zoneCodes: [...new Set(zoneCodes)].sort(),
    countedGathering: counted?.code ?? null,
  };
}

function addOrNull(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

function byDateThenCode(one: Gathering, other: Gathering): number {
  return compare(one.date, other.date) || compare(one.code, other.code);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
