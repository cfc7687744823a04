import type { Slot } from '../../domain/broadcast';
import { fileAtStation, filesHeldWhole } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';

/** Why a slot is left alone when its flight is planned again. */
export type SettledReason = 'begun' | 'answered' | 'delivered';

/**
 * Slots that no plan may take away: their window began, the station answered, or it holds the spot's whole file and counts
 * on airing it.
 */
export async function settledSlots(
  ports: Pick<Ports, 'airings' | 'receipts' | 'system'>,
  slots: readonly Slot[],
): Promise<ReadonlyMap<string, SettledReason>> {
  const now = ports.system.now();
  const settled = new Map<string, SettledReason>();
  if (slots.length === 0) return settled;
  const receipts = await ports.receipts.all();
  const whole = filesHeldWhole(receipts);
  const held = new Set(
    receipts
      .filter(({ stationCode, renditionId }) => whole.has(fileAtStation(stationCode, renditionId)))
      .map(({ stationCode, spotCode }) => `${stationCode} ${spotCode}`),
  );
  for (const { id, stationCode, spotCode } of slots) {
    if (held.has(`${stationCode} ${spotCode}`)) settled.set(id, 'delivered');
  }
  for (const { id, windowStart } of slots) if (windowStart <= now) settled.set(id, 'begun');
  const answered = await ports.airings.currentOfSlots(slots.map(({ id }) => id));
  for (const { slotId } of answered) if (slotId !== null) settled.set(slotId, 'answered');
  return settled;
}
