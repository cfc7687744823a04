import type { CalendarDay } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { viewSlots, type SlotView } from './slot-view';

export type BroadcastWeekRow = SlotView & {
  readonly stationName: string;
  /** The window is over and nobody has said whether it was aired. */
  readonly isUnanswered: boolean;
};

/** Every living slot of all stations between two days, both included, in order of time: for the campaign's desk. */
export async function readBroadcastWeek(
  ports: Pick<
    Ports,
    | 'content'
    | 'consents'
    | 'slots'
    | 'airings'
    | 'airingRecordings'
    | 'receipts'
    | 'notices'
    | 'spotVersions'
    | 'renditions'
    | 'system'
  >,
  asked: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly BroadcastWeekRow[]> {
  const now = ports.system.now();
  const stations = await ports.content.stations();
  const slots = (await ports.slots.between(asked.from, asked.to)).filter(
    ({ state }) => state === 'planned',
  );
  const views = await viewSlots(ports, slots, stations, await ports.receipts.all());
  const nameOf = new Map(stations.map(({ code, name }) => [code, name]));
  return [...views]
    .sort(
      (left, right) =>
        left.slot.windowStart.getTime() - right.slot.windowStart.getTime() ||
        left.slot.stationCode.localeCompare(right.slot.stationCode),
    )
    .map((view) => ({
      ...view,
      stationName: nameOf.get(view.slot.stationCode) ?? view.slot.stationCode,
      isUnanswered: view.airing === null && view.slot.windowEnd <= now,
    }));
}
