import type { CalendarDay } from '../shared';
import type { Station } from '../stations';
import type { SlotPlan } from './check-slot';
import type { FlightTerms } from './flight';
import type { ConflictBook, ConflictReason } from './flight-conflicts';
import { messageKeyOf, type FlightSpot } from './flight-facts';
import type { Rotation } from './flight-rotation';
import type { DayWindows, FlightWindow, Place } from './flight-windows';
import type { SpotDays } from './spot-days';
import { isTooNear, overlapping, type StationCalendar } from './station-calendar';

/** A spot that the station can air, by its place in the flight. */
export type Candidate = { readonly place: number; readonly facts: FlightSpot };

type Task = {
  readonly terms: FlightTerms;
  readonly station: Station;
  readonly spotDays: SpotDays;
  readonly book: ConflictBook;
};

type Turn = {
  readonly place: Place;
  readonly day: CalendarDay;
  readonly windows: DayWindows;
  readonly spots: readonly Candidate[];
  readonly rotation: Rotation;
  readonly calendar: StationCalendar;
  readonly now: Date;
};

type Reasons = Map<string, ConflictReason>;

/** The flight itself has something there: no conflict, the next window is tried. */
const OWN = 'own';

/** Why nothing at all can go into a window; null when something can. */
function blocked(
  { terms, station }: Task,
  window: FlightWindow,
  { calendar, now }: Turn,
): ConflictReason | typeof OWN | null {
  const stationCode = station.code;
  if (window.start < now) return { kind: 'past', stationCode };
  if (window.lastDay > terms.to) return { kind: 'outside-flight-dates' };
  const taken = overlapping(calendar, window.start.getTime(), window.end.getTime());
  if (taken === null) return null;
  if (taken.by === null) return OWN;
  const { slot, priority } = taken.by;
  return { kind: 'window-taken', stationCode, spotCode: slot.spotCode, priority };
}

/** Tells the same reason once; reasons of a spot are the same on every station. */
function keyOf(reason: ConflictReason): string {
  switch (reason.kind) {
    case 'held-back':
      return `held ${reason.spotCode} ${reason.reasons.map(({ kind }) => kind).join(' ')}`;
    case 'outside-spot-dates':
      return `dates ${reason.spotCode}`;
    case 'window-taken':
      return `taken ${reason.stationCode} ${reason.spotCode} ${reason.priority}`;
    case 'time-skipped':
      return `skipped ${reason.stationCode} ${reason.time}`;
    case 'share-used-up':
      return `share ${reason.stationCode} ${reason.language}`;
    default:
      return `${reason.kind} ${'stationCode' in reason ? reason.stationCode : ''}`;
  }
}

/** The spot whose turn it is and that may be aired in this window. */
function findSpot(
  { terms, station, spotDays }: Task,
  window: FlightWindow,
  { spots, rotation, calendar }: Turn,
  note: (reason: ConflictReason) => void,
): Candidate | null {
  const stationCode = station.code;
  const stretch = { start: window.start.getTime(), end: window.end.getTime() };
  for (const place of rotation.order()) {
    const candidate = spots.find((each) => each.place === place);
    if (candidate === undefined) continue;
    const { spot } = candidate.facts;
    const { language } = spot;
    const refusal =
      spotDays(place, window.day) ??
      (window.lastDay === window.day ? null : spotDays(place, window.lastDay));
    if (refusal !== null) {
      note(refusal);
    } else if (!rotation.hasShareLeft(language)) {
      note({ kind: 'share-used-up', stationCode, language });
    } else if (isTooNear(calendar, messageKeyOf(spot), stretch, terms.separationMinutes * 60_000)) {
      note({ kind: 'separation', stationCode, minutes: terms.separationMinutes });
    } else {
      return candidate;
    }
  }
  return null;
}

/**
 * One airing of one day: the window of its daypart nearest to where it should lie in which a spot may be aired. Null, and
 * every reason noted, when there is none.
 */
export function findSlot(task: Task, turn: Turn): SlotPlan | null {
  const { station, book } = task;
  const { place, day, windows, rotation, calendar } = turn;
  const reasons: Reasons = new Map();
  const note = (reason: ConflictReason) => void reasons.set(keyOf(reason), reason);
  for (const index of place.order) {
    const window = windows[place.daypart]?.[index];
    if (window === undefined) continue;
    if ('skipped' in window) {
      note({ kind: 'time-skipped', stationCode: station.code, time: window.skipped });
      continue;
    }
    const refusal = blocked(task, window, turn);
    if (refusal !== null) {
      if (refusal !== OWN) note(refusal);
      continue;
    }
    const found = findSpot(task, window, turn, note);
    if (found === null) continue;
    const { spot } = found.facts;
    rotation.take(found.place);
    calendar.add({
      start: window.start.getTime(),
      end: window.end.getTime(),
      messageKey: messageKeyOf(spot),
      by: null,
    });
    return {
      stationCode: station.code,
      spotCode: spot.code,
      language: spot.language,
      windowStart: window.start,
      windowEnd: window.end,
      airDate: day,
    };
  }
  if (reasons.size === 0) note({ kind: 'daypart-full', stationCode: station.code });
  for (const [key, reason] of reasons) book.note(key, reason, day);
  return null;
}
