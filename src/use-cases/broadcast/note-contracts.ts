import {
  contractNotes,
  contractsToCount,
  type ContractNote,
  type Slot,
  type SlotPlan,
} from '../../domain/broadcast';
import type { Ports } from '../../composition/ports';
import { readAccount } from './read-contracts';

export type NoteContractsNeeds = Pick<Ports, 'content' | 'slots' | 'airings' | 'system'>;

/**
 * What a change of the plan means for the contracts of its stations: days that none covers, and airings beyond what is owed.
 * Asked before the change is written; what stands already is no change.
 */
export async function noteContracts(
  ports: NoteContractsNeeds,
  change: { readonly add: readonly SlotPlan[]; readonly cancel: readonly Slot[] },
): Promise<readonly ContractNote[]> {
  const contracts = await ports.content.contracts();
  const notes: ContractNote[] = [];
  for (const stationCode of new Set(change.add.map((slot) => slot.stationCode))) {
    const ofStation = contracts.filter((contract) => contract.stationCode === stationCode);
    const station = await ports.content.stationByCode(stationCode);
    if (ofStation.length === 0 || station === null) continue;
    const added = await newSlots(ports, stationCode, change.add);
    const days = {
      added: added.map(({ airDate }) => airDate),
      cancelled: change.cancel
        .filter((slot) => slot.stationCode === stationCode)
        .map(({ airDate }) => airDate),
    };
    const committed = new Map<string, number>();
    for (const contract of contractsToCount(ofStation, days)) {
      const account = await readAccount(ports, contract, station);
      committed.set(contract.documentId, account.airedWhateverTheEvidence + account.upcoming);
    }
    notes.push(
      ...contractNotes(stationCode, ofStation, days, (one) => committed.get(one.documentId) ?? 0),
    );
  }
  return notes;
}

/** Those of a station that do not stand yet. */
async function newSlots(
  ports: Pick<Ports, 'slots'>,
  stationCode: string,
  asked: readonly SlotPlan[],
): Promise<readonly SlotPlan[]> {
  const ofStation = asked.filter((slot) => slot.stationCode === stationCode);
  const days = ofStation.map(({ airDate }) => airDate).sort();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const keyOf = ({ spotCode, windowStart }: SlotPlan) => `${spotCode} ${windowStart.getTime()}`;
  const standing = (await ports.slots.between(first, last, stationCode))
    .filter(({ state }) => state === 'planned')
    .map(keyOf);
  const known = new Set(standing);
  return ofStation.filter((slot) => !known.has(keyOf(slot)));
}
