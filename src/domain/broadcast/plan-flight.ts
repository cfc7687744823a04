import { LANGUAGES, type CalendarDay, type Language } from '../shared';
import type { SlotPlan } from './check-slot';
import { flightDays, type FlightTerms } from './flight';
import { openConflictBook } from './flight-conflicts';
import type { FlightFacts, FlightProposal, FlightSpot } from './flight-facts';
import { placesOfDay, windowsInZone, type DayWindows } from './flight-windows';
import { planOnStation } from './plan-flight-on-station';
import { openSpotDays } from './spot-days';
import type { Slot } from './slot';

function byStation<Item extends { readonly slot: Slot }>(items: readonly Item[]) {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const list = found.get(item.slot.stationCode);
    if (list === undefined) found.set(item.slot.stationCode, [item]);
    else list.push(item);
  }
  return found;
}

/**
 * What a flight would plan, and everything that stands in its way. The same facts always give the same answer, and after it
 * was written planning again changes nothing: slots of lower priority count as free, whatever stands is passed in order of
 * time.
 *
 * @param terms as `checkFlight` accepted them.
 */
export function planFlight(terms: FlightTerms, facts: FlightFacts): FlightProposal {
  const days = flightDays(terms);
  const places = placesOfDay(terms);
  const book = openConflictBook();
  const zones = new Map<string, ReadonlyMap<CalendarDay, DayWindows>>();
  const windowsOf = (timeZone: string) => {
    const known = zones.get(timeZone) ?? windowsInZone(terms, days, timeZone);
    zones.set(timeZone, known);
    return known;
  };
  const spotDays = openSpotDays(facts.spots);
  const standing = byStation(facts.standing);
  const own = byStation(facts.own);
  const firstDay = days[0] ?? terms.from;
  for (const language of sharesWithoutSpot(terms, facts.spots)) {
    book.note(`share ${language}`, { kind: 'share-without-spot', language }, firstDay, 0);
  }

  const slots: SlotPlan[] = [];
  const givingWay: Slot[] = [];
  for (const station of facts.stations) {
    planOnStation({
      terms,
      days,
      places,
      windows: windowsOf(station.timeZone),
      spots: facts.spots,
      spotDays,
      station,
      standing: standing.get(station.code) ?? [],
      own: own.get(station.code) ?? [],
      now: facts.now,
      book,
      onPlanned: (slot) => slots.push(slot),
      onGivingWay: (slot) => givingWay.push(slot),
    });
  }
  return {
    wanted: facts.stations.length * days.length * terms.timesADay,
    slots,
    kept: facts.own.filter(({ as }) => as !== 'given-up').map(({ slot }) => slot),
    givingWay,
    conflicts: book.read(),
  };
}

function sharesWithoutSpot(terms: FlightTerms, spots: readonly FlightSpot[]): readonly Language[] {
  const spoken = new Set(spots.map(({ spot }) => spot.language));
  return LANGUAGES.filter(
    (language) => (terms.languageShares[language] ?? 0) > 0 && !spoken.has(language),
  );
}
