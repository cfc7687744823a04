import type { StationDays } from '../../use-cases/broadcast';
import type { Rendition } from '../../domain/audio';
import type { CalendarDay } from '../../domain/shared';

export type SlotView = StationDays['days'][number]['slots'][number];
export type Day = { readonly day: CalendarDay; readonly slots: readonly SlotView[] };

/** The week's files, each once, with its slot that comes first. */
export type WeekFile = { readonly rendition: Rendition; readonly view: SlotView };

/** A station's days in the order in which they are looked at. */
export type Programme = {
  /** Earlier slots that nobody has answered. */
  readonly unanswered: readonly Day[];
  readonly today: Day;
  readonly coming: readonly Day[];
  /** Earlier slots that were answered: they can be corrected. */
  readonly answered: readonly Day[];
  /** What to have on disk for today and the coming days. */
  readonly files: readonly WeekFile[];
};

/** Puts a station's days in the order of its page: what awaits an answer, today, the week, what was answered. */
export function arrange(found: Pick<StationDays, 'days' | 'today'>): Programme {
  const earlier = found.days.filter(({ day }) => day < found.today);
  const coming = found.days.filter(({ day }) => day > found.today);
  const today = found.days.find(({ day }) => day === found.today) ?? {
    day: found.today,
    slots: [],
  };
  return {
    unanswered: only(earlier, ({ airing }) => airing === null),
    today,
    coming,
    answered: only(earlier, ({ airing }) => airing !== null),
    files: weekFiles([today, ...coming]),
  };
}

function only(days: readonly Day[], wanted: (view: SlotView) => boolean): readonly Day[] {
  return days
    .map(({ day, slots }) => ({ day, slots: slots.filter(wanted) }))
    .filter(({ slots }) => slots.length > 0);
}

function weekFiles(days: readonly Day[]): readonly WeekFile[] {
  const files = new Map<string, WeekFile>();
  for (const view of days.flatMap(({ slots }) => slots)) {
    const { rendition } = view;
    if (rendition !== null && !files.has(rendition.id))
      files.set(rendition.id, { rendition, view });
  }
  return [...files.values()];
}
