import { addDays, type CalendarDay } from '../shared';
import type { Slot } from './slot';

/** Days ahead that a station sees beside today. */
export const DAYS_AHEAD = 7;

/** Days back that an unconfirmed slot stays on the page. Yesterday is always there. */
export const DAYS_BACK = 3;

/** First and last day a station's page may show. */
export function stationPageRange(today: CalendarDay): {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
} {
  return { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
}

export type DayOf<Item> = { readonly day: CalendarDay; readonly slots: readonly Item[] };

/**
 * The days of a station's page, in order: today and every day of the coming week (also the empty ones), yesterday,
 * and before that only what nobody has confirmed yet. Cancelled slots are not shown.
 */
export function stationDays<Item extends { readonly slot: Slot; readonly airing: unknown }>(
  items: readonly Item[],
  today: CalendarDay,
): readonly DayOf<Item>[] {
  const yesterday = addDays(today, -1);
  const { from, to } = stationPageRange(today);
  const days: DayOf<Item>[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const slots = items
      .filter(({ slot }) => slot.airDate === day && slot.state === 'planned')
      .filter(({ airing }) => day >= yesterday || airing === null)
      .sort(
        (left, right) =>
          left.slot.windowStart.getTime() - right.slot.windowStart.getTime() ||
          left.slot.spotCode.localeCompare(right.slot.spotCode),
      );
    if (day >= today || slots.length > 0) days.push({ day, slots });
  }
  return days;
}
