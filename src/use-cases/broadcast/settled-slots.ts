import type { Slot } from '../../domain/broadcast';
import { fileAtStation, filesHeldWhole } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';

/** Why a slot is left alone when its flight is planned again. */
export type SettledReason = 'begun' | 'answered' | 'delivered';

/**
 * Slots that no plan may take away: their window began, the station answered, or it counts on airing them because it holds
 * the spot's whole file or has taken a list in which they stand.
 */
export async function settledSlots(
  ports: Pick<Ports, 'airings' | 'receipts' | 'manifests' | 'system'>,
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
  const listed = await listedSlots(ports, new Set(slots.map(({ stationCode }) => stationCode)));
  for (const { id, stationCode, spotCode } of slots) {
    if (listed.has(id) || held.has(`${stationCode} ${spotCode}`)) settled.set(id, 'delivered');
  }
  for (const { id, windowStart } of slots) if (windowStart <= now) settled.set(id, 'begun');
  const answered = await ports.airings.currentOfSlots(slots.map(({ id }) => id));
  for (const { slotId } of answered) if (slotId !== null) settled.set(slotId, 'answered');
  return settled;
}

/** Slots in the newest list that each of these stations has taken. */
async function listedSlots(
  ports: Pick<Ports, 'manifests'>,
  stationCodes: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (const [stationCode, version] of await ports.manifests.newestFetched()) {
    if (!stationCodes.has(stationCode)) continue;
    const manifest = await ports.manifests.byVersion(stationCode, version);
    for (const { slotId } of manifest?.slots ?? []) listed.add(slotId);
  }
  return listed;
}
