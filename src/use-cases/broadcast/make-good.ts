import {
  proposeMakeGood,
  type MakeGoodRefusal,
  type Slot,
  type SlotPlan,
} from '../../domain/broadcast';
import { addDays, dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { standingSlots } from './flight-facts';
import { slotToChange, type SlotToChange } from './slot-to-change';

export type MakeGoodNeeds = Pick<
  Ports,
  | 'slots'
  | 'flights'
  | 'airings'
  | 'manifests'
  | 'receipts'
  | 'content'
  | 'consents'
  | 'notices'
  | 'spotVersions'
  | 'renditions'
  | 'system'
  | 'journal'
>;

type Refused =
  | { readonly kind: 'not-found' | 'gone' }
  | { readonly kind: 'refused'; readonly refusals: readonly MakeGoodRefusal[] };

type Found =
  Refused | { readonly kind: 'found'; readonly of: SlotToChange; readonly plan: SlotPlan };

async function findMakeGood(ports: MakeGoodNeeds, slotId: string): Promise<Found> {
  const of = await slotToChange(ports, slotId);
  if (of === 'no-such-station') return { kind: 'gone' };
  if (typeof of === 'string') return { kind: of };
  const airing = await ports.airings.currentOfSlot(slotId);
  if (airing?.outcome !== 'missed') {
    return { kind: 'refused', refusals: [{ kind: 'not-missed' }] };
  }
  if ((await ports.flights.makeGoodsOf([slotId])).length > 0) {
    return { kind: 'refused', refusals: [{ kind: 'already-made-good' }] };
  }
  const { slot, terms, facts } = of;
  const today = dayInZone(facts.now, facts.station.timeZone);
  const last = terms?.to ?? facts.spot.flightEnd;
  const living = (await ports.flights.living(addDays(today, -2), addDays(last, 2))).filter(
    (each) => each.slot.stationCode === slot.stationCode,
  );
  const standing = await standingSlots(ports, living);
  const proposed = proposeMakeGood(slot, { ...facts, terms, standing });
  return proposed.ok
    ? { kind: 'found', of, plan: proposed.value }
    : { kind: 'refused', refusals: proposed.refusals };
}

/** The window in which a missed slot could be made good, before anything is written. */
export async function readMakeGood(
  ports: MakeGoodNeeds,
  slotId: string,
): Promise<Refused | { readonly kind: 'proposed'; readonly plan: SlotPlan }> {
  const found = await findMakeGood(ports, slotId);
  return found.kind === 'found' ? { kind: 'proposed', plan: found.plan } : found;
}

/** Plans a make-good for a missed slot in the next free window; sent twice, there is one. */
export async function makeGood(
  ports: MakeGoodNeeds,
  asked: { readonly slotId: string; readonly by: string },
): Promise<Refused | { readonly kind: 'planned'; readonly slot: Slot }> {
  const found = await findMakeGood(ports, asked.slotId);
  if (found.kind !== 'found') return found;
  const { of, plan } = found;
  const slot: Slot = { ...plan, id: ports.system.newId(), state: 'planned' };
  const at = of.facts.now;
  const written = await ports.flights.replace({
    slot,
    origin: {
      flightId: of.origin?.flightId ?? null,
      kind: 'make-good',
      fromSlotId: of.slot.id,
    },
    cancel: null,
    by: asked.by,
    at,
  });
  if (written === 'taken') {
    return { kind: 'refused', refusals: [{ kind: 'already-made-good' }] };
  }
  await ports.journal.write({
    at,
    by: asked.by,
    action: 'slot-made-good',
    subject: `slot:${of.slot.id}`,
    details: { stationCode: slot.stationCode, spotCode: slot.spotCode, by: slot.id },
  });
  return { kind: 'planned', slot };
}
