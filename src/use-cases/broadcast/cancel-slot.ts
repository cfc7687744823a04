import type { Ports } from '../../composition/ports';

export type CancelAnswer = {
  readonly kind: 'cancelled' | 'not-found' | 'already-cancelled' | 'already-confirmed';
};

/** Takes a slot out of the plan. One that a station has answered for stays: the ledger speaks of it. */
export async function cancelSlot(
  ports: Pick<Ports, 'system' | 'slots' | 'airings' | 'journal'>,
  asked: { readonly slotId: string; readonly by: string },
): Promise<CancelAnswer> {
  const slot = await ports.slots.byId(asked.slotId);
  if (slot === null) return { kind: 'not-found' };
  if (slot.state === 'cancelled') return { kind: 'already-cancelled' };
  if ((await ports.airings.currentOfSlot(slot.id)) !== null) return { kind: 'already-confirmed' };

  const at = ports.system.now();
  if (!(await ports.slots.cancel(slot.id, asked.by, at))) return { kind: 'already-cancelled' };
  await ports.journal.write({
    at,
    by: asked.by,
    action: 'slot-cancelled',
    subject: `slot:${slot.id}`,
    details: { stationCode: slot.stationCode, spotCode: slot.spotCode },
  });
  return { kind: 'cancelled' };
}
