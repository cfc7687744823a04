import type { Airing, Slot } from '../broadcast';
import {
  addDays,
  addMinutes,
  clockInZone,
  dayInZone,
  type CalendarDay,
  type ClockTime,
} from '../shared';

/** A file that is not at the station this long before its slot is a telephone call. */
export const FETCH_BEFORE_MINUTES = 120;

/** A day is asked after on the next morning, when somebody is at the station again. */
export const MORNING: ClockTime = '07:00';

/** What a station was asked for and did not do: somebody calls it. */
export type Nudge =
  | {
      readonly kind: 'file-not-fetched';
      readonly stationCode: string;
      readonly spotCode: string;
      readonly day: CalendarDay;
      readonly windowStart: Date;
    }
  | {
      readonly kind: 'day-unconfirmed';
      readonly stationCode: string;
      readonly day: CalendarDay;
      readonly slots: number;
    }
  | {
      readonly kind: 'urgent-unacknowledged' | 'recall-unacknowledged';
      readonly stationCode: string;
      readonly spotCode: string;
      readonly noticeId: string;
    };

/** Names a nudge: the same thing is told to one person once. */
export function nudgeKey(nudge: Nudge): string {
  switch (nudge.kind) {
    case 'file-not-fetched':
      return `file:${nudge.stationCode}:${nudge.spotCode}:${nudge.day}`;
    case 'day-unconfirmed':
      return `day:${nudge.stationCode}:${nudge.day}`;
    default:
      return `notice:${nudge.noticeId}:${nudge.stationCode}`;
  }
}

/** What is known of a slot when somebody asks whether to call. */
export type SlotToWatch = {
  readonly slot: Slot;
  /** There is a file for it that may go out. */
  readonly hasFile: boolean;
  readonly isDownloaded: boolean;
  readonly airing: Airing | null;
};

/** Two hours before its slot, and until its window closes, the file should be there. */
export function isFileLate({ slot, hasFile, isDownloaded }: SlotToWatch, now: Date): boolean {
  return (
    slot.state === 'planned' &&
    hasFile &&
    !isDownloaded &&
    addMinutes(slot.windowStart, -FETCH_BEFORE_MINUTES) <= now &&
    now < slot.windowEnd
  );
}

/** The morning after, in the station's zone, nobody has said what became of it. */
export function isAnswerLate({ slot, airing }: SlotToWatch, now: Date, timeZone: string): boolean {
  if (slot.state !== 'planned' || airing !== null || slot.windowEnd > now) return false;
  const today = dayInZone(now, timeZone);
  const asked = clockInZone(now, timeZone) >= MORNING ? today : addDays(today, -1);
  return slot.airDate < asked;
}

/** What to call one station about, files first: they can still be helped. */
export function slotNudges(
  slots: readonly SlotToWatch[],
  now: Date,
  timeZone: string,
): readonly Nudge[] {
  const nudges = new Map<string, Nudge>();
  const add = (nudge: Nudge) => {
    const key = nudgeKey(nudge);
    if (!nudges.has(key)) nudges.set(key, nudge);
  };
  for (const item of slots) {
    const { stationCode, spotCode, airDate, windowStart } = item.slot;
    if (isFileLate(item, now)) {
      add({ kind: 'file-not-fetched', stationCode, spotCode, day: airDate, windowStart });
    }
  }
  const unanswered = slots.filter((item) => isAnswerLate(item, now, timeZone));
  for (const { slot } of unanswered) {
    const { stationCode, airDate: day } = slot;
    const count = unanswered.filter((other) => other.slot.airDate === day).length;
    add({ kind: 'day-unconfirmed', stationCode, day, slots: count });
  }
  return [...nudges.values()];
}
