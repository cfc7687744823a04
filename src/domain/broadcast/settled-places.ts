import type { OwnSlot } from './flight-facts';
import type { DayWindows, Place } from './flight-windows';

const FAR = Infinity;

/**
 * Which of the day's places are settled by what the flight had there before, each by the nearest one: they are not planned
 * anew.
 */
export function settledPlaces(
  places: readonly Place[],
  windows: DayWindows,
  settled: readonly OwnSlot[],
): ReadonlyMap<number, OwnSlot> {
  const found = new Map<number, OwnSlot>();
  if (settled.length === 0) return found;
  const ideals = places.map(({ daypart, order }) => {
    const window = windows[daypart]?.[order[0] ?? 0];
    return window === undefined || 'skipped' in window ? null : window.start.getTime();
  });
  for (const own of settled) {
    const start = own.slot.windowStart.getTime();
    const free = ideals
      .map((ideal, place) => ({
        place,
        away: ideal === null ? FAR : Math.abs(ideal - start),
      }))
      .filter(({ place }) => !found.has(place))
      .sort((one, other) => (one.away === other.away ? 0 : one.away - other.away));
    const nearest = free[0];
    if (nearest !== undefined) found.set(nearest.place, own);
  }
  return found;
}
