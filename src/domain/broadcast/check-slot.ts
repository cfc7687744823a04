import type { Rendition, Spot } from '../audio';
import { heldBack, type Consent, type HoldReason, type Revoicing } from '../consent';
import type { Station } from '../stations';
import {
  addMinutes,
  dayInZone,
  instantInZone,
  type CalendarDay,
  type ClockTime,
  type Language,
} from '../shared';
import type { Slot } from './slot';

/** Why a slot cannot be planned. */
export type SlotRefusal =
  | { readonly kind: 'nothing-asked'; readonly what: 'stations' | 'days' | 'times' }
  | { readonly kind: 'day-malformed'; readonly day: string }
  | { readonly kind: 'time-malformed'; readonly time: string }
  | {
      readonly kind: 'window-malformed';
      readonly minimumMinutes: number;
      readonly maximumMinutes: number;
    }
  | { readonly kind: 'too-many-slots'; readonly asked: number; readonly maximum: number }
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'unknown-station'; readonly stationCode: string }
  | {
      readonly kind: 'language-not-spoken';
      readonly stationCode: string;
      readonly language: Language;
    }
  | {
      readonly kind: 'not-prepared';
      readonly stationCode: string;
      readonly profileCode: string | null;
    }
  | {
      readonly kind: 'in-the-past';
      readonly stationCode: string;
      readonly day: CalendarDay;
      readonly time: ClockTime;
    }
  | {
      readonly kind: 'outside-flight';
      readonly day: CalendarDay;
      readonly flightStart: CalendarDay;
      readonly flightEnd: CalendarDay;
    }
  | {
      readonly kind: 'held-back';
      readonly day: CalendarDay;
      readonly reasons: readonly HoldReason[];
    }
  /** The clocks of the station jump over this time on that day. */
  | {
      readonly kind: 'time-skipped';
      readonly stationCode: string;
      readonly day: CalendarDay;
      readonly time: ClockTime;
    };

/** What is known when a slot is checked. */
export type SlotFacts = {
  readonly spot: Spot;
  /** All consents of the spot. */
  readonly consents: readonly Consent[];
  readonly station: Station;
  /** When the recording replaced one already in use; null or left out for a first recording. */
  readonly replacedAt?: Date | null;
  /** Since when the spot is pulled; null or left out where it is not. */
  readonly recalledAt?: Date | null;
  /** Who speaks in place of a protected witness; null or left out where nobody is protected. */
  readonly revoicing?: Revoicing | null;
  /** The spot's file in the station's profile; null when it is not prepared. */
  readonly rendition: Rendition | null;
  readonly now: Date;
};

/** A window asked for on one station. */
export type SlotAsked = {
  readonly day: CalendarDay;
  readonly time: ClockTime;
  readonly windowMinutes: number;
};

/** A slot before it is given its id. */
export type SlotPlan = Omit<Slot, 'id' | 'state'>;

function checkStation({ spot, station, rendition }: SlotFacts): SlotRefusal[] {
  const refusals: SlotRefusal[] = [];
  if (!station.languages.includes(spot.language)) {
    refusals.push({
      kind: 'language-not-spoken',
      stationCode: station.code,
      language: spot.language,
    });
  }
  if (rendition === null) {
    refusals.push({
      kind: 'not-prepared',
      stationCode: station.code,
      profileCode: station.profileCode,
    });
  }
  return refusals;
}

function checkDay(
  day: CalendarDay,
  { spot, consents, replacedAt, recalledAt, revoicing }: SlotFacts,
): SlotRefusal[] {
  const refusals: SlotRefusal[] = [];
  if (day < spot.flightStart || day > spot.flightEnd) {
    refusals.push({
      kind: 'outside-flight',
      day,
      flightStart: spot.flightStart,
      flightEnd: spot.flightEnd,
    });
  }
  const reasons = heldBack(
    {
      voices: spot.voices,
      channel: 'radio',
      language: spot.language,
      on: day,
      replacedAt,
      recalledAt,
      revoicing,
    },
    consents,
  );
  if (reasons.length > 0) refusals.push({ kind: 'held-back', day, reasons });
  return refusals;
}

/**
 * One window on one station: the slot to plan, or every reason why not. Flight dates and consents are whole days in
 * the station's zone; a window that crosses midnight must be allowed on both of its days.
 */
export function checkSlot(
  asked: SlotAsked,
  facts: SlotFacts,
): { readonly plan: SlotPlan | null; readonly refusals: readonly SlotRefusal[] } {
  const { spot, station, now } = facts;
  const windowStart = instantInZone(asked.day, asked.time, station.timeZone);
  if (windowStart === null) {
    const skipped = { stationCode: station.code, day: asked.day, time: asked.time };
    return { plan: null, refusals: [{ kind: 'time-skipped', ...skipped }] };
  }
  const windowEnd = addMinutes(windowStart, asked.windowMinutes);
  const lastDay = dayInZone(new Date(windowEnd.getTime() - 1), station.timeZone);

  const refusals: SlotRefusal[] = [...checkStation(facts)];
  if (windowStart < now) {
    refusals.push({
      kind: 'in-the-past',
      stationCode: station.code,
      day: asked.day,
      time: asked.time,
    });
  }
  refusals.push(...checkDay(asked.day, facts));
  if (lastDay !== asked.day) refusals.push(...checkDay(lastDay, facts));

  if (refusals.length > 0) return { plan: null, refusals };
  return {
    plan: {
      stationCode: station.code,
      spotCode: spot.code,
      language: spot.language,
      windowStart,
      windowEnd,
      airDate: asked.day,
    },
    refusals: [],
  };
}
