import { heldBack } from '../consent';
import type { CalendarDay } from '../shared';
import type { ConflictReason } from './flight-conflicts';
import type { FlightSpot } from './flight-facts';

/** Why a spot may not be aired on a day; null when it may. */
export type SpotDays = (place: number, day: CalendarDay) => ConflictReason | null;

function reasonOf(
  { spot, consents, replacedAt, recalledAt = null, revoicing = null }: FlightSpot,
  day: CalendarDay,
): ConflictReason | null {
  if (day < spot.flightStart || day > spot.flightEnd) {
    const { flightStart, flightEnd } = spot;
    return { kind: 'outside-spot-dates', spotCode: spot.code, flightStart, flightEnd };
  }
  const { voices, language } = spot;
  const reasons = heldBack(
    { voices, channel: 'radio', language, on: day, replacedAt, recalledAt, revoicing },
    consents,
  );
  return reasons.length === 0 ? null : { kind: 'held-back', spotCode: spot.code, reasons };
}

/** Flight dates and consents, asked once a spot and day however many stations there are. */
export function openSpotDays(spots: readonly FlightSpot[]): SpotDays {
  const known = spots.map(() => new Map<CalendarDay, ConflictReason | null>());
  return (place, day) => {
    const days = known[place];
    const facts = spots[place];
    if (days === undefined || facts === undefined) return null;
    const answer = days.get(day);
    if (answer !== undefined) return answer;
    const reason = reasonOf(facts, day);
    days.set(day, reason);
    return reason;
  };
}
