import type { CalendarDay, Language } from '../shared';
import type { Station } from '../stations';
import type { SlotPlan } from './check-slot';
import type { FlightTerms } from './flight';
import type { ConflictBook } from './flight-conflicts';
import { messageKeyOf, type FlightSpot, type OwnSlot, type StandingSlot } from './flight-facts';
import { findSlot, type Candidate } from './find-flight-slot';
import { openRotation } from './flight-rotation';
import type { DayWindows, Place } from './flight-windows';
import { givesWayTo, slotsGivingWay } from './give-way';
import { settledPlaces } from './settled-places';
import type { Slot } from './slot';
import type { SpotDays } from './spot-days';
import { openStationCalendar, type Taken } from './station-calendar';

export type StationTask = {
  readonly terms: FlightTerms;
  readonly days: readonly CalendarDay[];
  readonly places: readonly Place[];
  readonly windows: ReadonlyMap<CalendarDay, DayWindows>;
  readonly spots: readonly FlightSpot[];
  readonly spotDays: SpotDays;
  readonly station: Station;
  readonly standing: readonly StandingSlot[];
  readonly own: readonly OwnSlot[];
  readonly now: Date;
  readonly book: ConflictBook;
  readonly onPlanned: (slot: SlotPlan) => void;
  readonly onGivingWay: (slot: Slot) => void;
};

/** Spots that the station can air at all. The others are told; `lost` airings fall away when none is left. */
function candidates({ terms, days, spots, station, book }: StationTask): readonly Candidate[] {
  const { code: stationCode, languages, profileCode } = station;
  const isFit = ({ spot, preparedProfiles }: FlightSpot) =>
    languages.includes(spot.language) && profileCode !== null && preparedProfiles.has(profileCode);
  const found = spots.flatMap((facts, place) => (isFit(facts) ? [{ place, facts }] : []));
  const first = days[0] ?? terms.from;
  const last = days[days.length - 1] ?? terms.to;
  const lost = found.length > 0 ? 0 : days.length * terms.timesADay;
  for (const facts of spots.filter((each) => !isFit(each))) {
    const { code: spotCode, language } = facts.spot;
    const who = { stationCode, spotCode };
    const reason = languages.includes(language)
      ? ({ kind: 'not-prepared', ...who, profileCode } as const)
      : ({ kind: 'language-not-spoken', ...who, language } as const);
    const key = `${reason.kind} ${stationCode} ${spotCode}`;
    book.note(key, reason, first, lost);
    book.note(key, reason, last, 0);
  }
  return found;
}

function takenBy(
  { slot, messageKey }: { readonly slot: Slot; readonly messageKey: string },
  by: StandingSlot | null,
): Taken {
  return { start: slot.windowStart.getTime(), end: slot.windowEnd.getTime(), messageKey, by };
}

function tally<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function byAirDate(own: readonly OwnSlot[]): ReadonlyMap<CalendarDay, readonly OwnSlot[]> {
  const found = new Map<CalendarDay, OwnSlot[]>();
  for (const item of own) {
    const list = found.get(item.slot.airDate);
    if (list === undefined) found.set(item.slot.airDate, [item]);
    else list.push(item);
  }
  return found;
}

/** Plans one station of a flight, day by day and place by place. */
export function planOnStation(task: StationTask): void {
  const { terms, days, places, station, now } = task;
  const spots = candidates(task);
  if (spots.length === 0) return;

  const living = task.own.filter(({ as }) => as !== 'given-up');
  const yielding = task.standing.filter((other) => givesWayTo(terms, other));
  const firm = task.standing.filter((other) => !givesWayTo(terms, other));
  const calendar = openStationCalendar(terms.separationMinutes * 60_000);
  for (const other of firm) calendar.add(takenBy(other, other));
  for (const item of living) calendar.add(takenBy(item, null));

  const standingOfDay = tally([...firm, ...living].map(({ slot }) => slot.airDate));
  const standingInLanguage = tally(living.map(({ slot }): Language => slot.language));
  const rotation = openRotation(
    spots.map(({ place, facts }) => ({ place, spot: facts.spot })),
    terms.languageShares,
    days.length * terms.timesADay,
    standingInLanguage,
  );
  const placeOf = new Map(spots.map(({ place, facts }) => [facts.spot.code, place]));
  const pass = ({ slot }: OwnSlot) =>
    rotation.pass(placeOf.get(slot.spotCode) ?? null, slot.language);

  const ownOfDay = byAirDate(task.own);
  const planned: SlotPlan[] = [];
  for (const day of days) {
    const windows = task.windows.get(day) ?? [];
    const own = ownOfDay.get(day) ?? [];
    own.filter(({ as }) => as === 'extra').forEach(pass);
    const placed = own.filter(({ as }) => as !== 'extra');
    const settled = settledPlaces(places, windows, placed);
    let count = standingOfDay.get(day) ?? 0;
    places.forEach((place, at) => {
      const before = settled.get(at);
      if (before !== undefined) {
        if (before.as === 'kept') pass(before);
        return;
      }
      if (count >= terms.capADay) {
        const reason = { stationCode: station.code, cap: terms.capADay } as const;
        task.book.note(`cap ${station.code}`, { kind: 'cap-reached', ...reason }, day);
        return;
      }
      const slot = findSlot(task, { place, day, windows, spots, rotation, calendar, now });
      if (slot === null) return;
      planned.push(slot);
      count += 1;
    });
  }
  planned.forEach(task.onPlanned);
  const keyOf = (spotCode: string) => {
    const spot = spots.find(({ facts }) => facts.spot.code === spotCode)?.facts.spot;
    return spot === undefined ? spotCode : messageKeyOf(spot);
  };
  slotsGivingWay(terms, yielding, planned, standingOfDay, keyOf).forEach(task.onGivingWay);
}
