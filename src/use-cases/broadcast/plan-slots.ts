import type { Rendition } from '../../domain/audio';
import {
  checkPlan,
  planAllSlots,
  type ContractNote,
  type PlanAsked,
  type Slot,
  type SlotRefusal,
} from '../../domain/broadcast';
import type { Ports } from '../../composition/ports';
import { findRenditionEvenRecalled, spotHoldFacts } from '../audio';
import { noteContracts } from './note-contracts';

export type PlanAnswer =
  | {
      readonly kind: 'planned';
      readonly added: number;
      readonly alreadyThere: number;
      /** Every slot of the plan as it stands now, also those that were there already. */
      readonly slots: readonly Slot[];
      /** What it means for the contracts of the stations; nothing of it stood in the way. */
      readonly contractNotes: readonly ContractNote[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly SlotRefusal[] };

type Needs = Pick<
  Ports,
  | 'system'
  | 'content'
  | 'consents'
  | 'slots'
  | 'airings'
  | 'spotVersions'
  | 'renditions'
  | 'notices'
  | 'journal'
>;

async function stationsOf(ports: Needs, asked: PlanAsked) {
  const all = await ports.content.stations();
  const refusals: SlotRefusal[] = [];
  const stations = [];
  const prepared = new Map<string, Rendition | null>();
  for (const stationCode of asked.stationCodes) {
    const station = all.find(({ code }) => code === stationCode);
    if (station === undefined) {
      refusals.push({ kind: 'unknown-station', stationCode });
      continue;
    }
    const { profileCode } = station;
    // Many stations share a format: each is looked up once.
    if (profileCode !== null && !prepared.has(profileCode)) {
      prepared.set(
        profileCode,
        await findRenditionEvenRecalled(ports, asked.spotCode, profileCode),
      );
    }
    const rendition = profileCode === null ? null : (prepared.get(profileCode) ?? null);
    stations.push({ station, rendition });
  }
  return { stations, refusals };
}

/**
 * Plans a spot on stations, each day at each time: all slots or none. Asking again for what is planned already adds
 * nothing.
 *
 * @param asked.by `user:<id>`.
 */
export async function planSlots(
  ports: Needs,
  asked: PlanAsked & { readonly by: string },
): Promise<PlanAnswer> {
  const checked = checkPlan(asked);
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };
  const plan = checked.value;

  const spot = await ports.content.spotByCode(plan.spotCode);
  const { stations, refusals } = await stationsOf(ports, plan);
  if (spot === null) refusals.unshift({ kind: 'unknown-spot', spotCode: plan.spotCode });
  if (spot === null || refusals.length > 0) return { kind: 'refused', refusals };

  const now = ports.system.now();
  const facts = await spotHoldFacts(ports, spot);
  const planned = planAllSlots(plan, { spot, stations, now, ...facts });
  if (!planned.ok) return { kind: 'refused', refusals: planned.refusals };

  const notes = await noteContracts(ports, { add: planned.value, cancel: [] });
  const slots = planned.value.map((slot): Slot => ({
    ...slot,
    id: ports.system.newId(),
    state: 'planned',
  }));
  const answer = await ports.slots.addAll(slots, asked.by, now);
  await ports.journal.write({
    at: now,
    by: asked.by,
    action: 'slots-planned',
    subject: `spot:${spot.code}`,
    details: { added: answer.added, alreadyThere: answer.alreadyThere },
  });
  return {
    kind: 'planned',
    added: answer.added,
    alreadyThere: answer.alreadyThere,
    slots: answer.slots,
    contractNotes: notes,
  };
}
