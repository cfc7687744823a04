import type { CalendarDay } from '../shared';
import type { Contract } from './contract';

/** What a manager should know of a station's contracts before more is asked of it. Nothing of it stands in the way. */
export type ContractNote =
  /** The station has contracts, and none covers these days. */
  | {
      readonly kind: 'outside-contract';
      readonly stationCode: string;
      readonly count: number;
      readonly firstDay: CalendarDay;
      readonly lastDay: CalendarDay;
    }
  /** More would be aired than the contract asks for, and pays. */
  | {
      readonly kind: 'beyond-contract';
      readonly stationCode: string;
      readonly contractCode: string;
      readonly airingsOwed: number;
      /** Aired, to come, and asked for now. */
      readonly airings: number;
    };

/** Days of airings that a change adds to a station's plan, and takes from it. */
export type PlanChange = {
  readonly added: readonly CalendarDay[];
  readonly cancelled: readonly CalendarDay[];
};

/** The contracts whose count a change raises: only those need to be counted. */
export function contractsToCount(
  contracts: readonly Contract[],
  change: PlanChange,
): readonly Contract[] {
  return contracts.filter((contract) => raisedBy(contract, change) > 0);
}

/**
 * Compares a change of one station's plan with its contracts. A station without any has none to break: it airs for nothing.
 *
 * @param contracts those of the station.
 * @param committed how many airings are confirmed or to come before the change, for each contract that is to be counted.
 */
export function contractNotes(
  stationCode: string,
  contracts: readonly Contract[],
  change: PlanChange,
  committed: (contract: Contract) => number,
): readonly ContractNote[] {
  if (contracts.length === 0) return [];
  const outside = change.added
    .filter((day) => !contracts.some((contract) => covers(contract, day)))
    .sort();
  const [firstDay] = outside;
  const lastDay = outside.at(-1);
  const notes: ContractNote[] = [];
  if (firstDay !== undefined && lastDay !== undefined) {
    notes.push({
      kind: 'outside-contract',
      stationCode,
      count: outside.length,
      firstDay,
      lastDay,
    });
  }
  for (const contract of contractsToCount(contracts, change)) {
    const airings = committed(contract) + raisedBy(contract, change);
    const { code, airingsOwed } = contract;
    if (airings <= airingsOwed) continue;
    notes.push({ kind: 'beyond-contract', stationCode, contractCode: code, airingsOwed, airings });
  }
  return notes;
}

function raisedBy(contract: Contract, { added, cancelled }: PlanChange): number {
  const count = (days: readonly CalendarDay[]) =>
    days.filter((day) => covers(contract, day)).length;
  return count(added) - count(cancelled);
}

function covers({ periodStart, periodEnd }: Contract, day: CalendarDay): boolean {
  return periodStart <= day && day <= periodEnd;
}
