import type { CalendarDay } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { readBroadcastWeek, type BroadcastWeekRow } from './read-broadcast-week';

/** A slot of the week with where it came from. */
export type PlannerRow = BroadcastWeekRow & {
  /** Null when the spot has no message, or was deleted. */
  readonly messageCode: string | null;
  readonly flight: { readonly id: string; readonly name: string } | null;
  /** The place it was moved from, or the missed slot that it makes good; null for neither. */
  readonly cameFrom: {
    readonly kind: 'move' | 'make-good';
    readonly windowStart: Date;
  } | null;
  /** When the make-good of this missed slot is; null when there is none. */
  readonly madeGoodAt: Date | null;
};

/** Every living slot between two days, both included, in order of time, for the planner. */
export async function readPlannerWeek(
  ports: Parameters<typeof readBroadcastWeek>[0] & Pick<Ports, 'flights'>,
  asked: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly PlannerRow[]> {
  const rows = await readBroadcastWeek(ports, asked);
  const ids = rows.map(({ slot }) => slot.id);
  const origins = new Map(
    (await ports.flights.originsOf(ids)).map((origin) => [origin.slotId, origin]),
  );
  const names = new Map((await ports.flights.all()).map(({ id, name }) => [id, name]));
  const messages = new Map(
    (await ports.content.spots()).map(({ code, messageCode }) => [code, messageCode]),
  );
  const madeGood = new Map(
    (await ports.flights.makeGoodsOf(ids)).map(({ missedSlotId, slot }) => [
      missedSlotId,
      slot.windowStart,
    ]),
  );
  const planned: PlannerRow[] = [];
  for (const row of rows) {
    const origin = origins.get(row.slot.id) ?? null;
    const flightId = origin?.flightId ?? null;
    const from =
      origin === null || origin.fromSlotId === null
        ? null
        : await ports.slots.byId(origin.fromSlotId);
    planned.push({
      ...row,
      messageCode: messages.get(row.slot.spotCode) ?? null,
      flight: flightId === null ? null : { id: flightId, name: names.get(flightId) ?? '' },
      cameFrom:
        from === null || origin === null || origin.kind === 'flight'
          ? null
          : { kind: origin.kind, windowStart: from.windowStart },
      madeGoodAt: madeGood.get(row.slot.id) ?? null,
    });
  }
  return planned;
}
