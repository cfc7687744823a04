import type { SlotPlan } from './check-slot';
import type { Slot } from './slot';

/** What has to be written so that the slots of a flight are what was proposed. */
export type FlightChanges = {
  readonly add: readonly SlotPlan[];
  readonly cancel: readonly Slot[];
  /** Planned before and proposed again: they stay the same slot. */
  readonly unchanged: readonly Slot[];
};

function key(slot: SlotPlan): string {
  const { stationCode, spotCode, windowStart, windowEnd } = slot;
  return `${stationCode} ${spotCode} ${windowStart.getTime()} ${windowEnd.getTime()}`;
}

/**
 * @param current living slots of the flight that may be planned anew.
 * @param proposed what it would plan now.
 */
export function flightChanges(
  current: readonly Slot[],
  proposed: readonly SlotPlan[],
): FlightChanges {
  const wanted = new Set(proposed.map(key));
  const there = new Set(current.map(key));
  return {
    add: proposed.filter((slot) => !there.has(key(slot))),
    cancel: current.filter((slot) => !wanted.has(key(slot))),
    unchanged: current.filter((slot) => wanted.has(key(slot))),
  };
}
