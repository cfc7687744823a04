import type { ContractNote, FlightConflict, FlightTerms, SlotPlan } from '../../domain/broadcast';
import type { FlightNeeds } from './flight-facts';
import { noteContracts, type NoteContractsNeeds } from './note-contracts';
import { proposeFlight, type FlightAnswerRefusal } from './propose-flight';

/** A person reads a page; a flight may have a hundred thousand airings. */
const SLOTS_SHOWN = 200;
const CONFLICTS_SHOWN = 100;

export type Tally = Readonly<Record<string, number>>;

/** A flight before it is written, in numbers, with the beginning of its list. */
export type FlightPreview = {
  readonly wanted: number;
  /** Of those, how many stand or would stand. */
  readonly planned: number;
  readonly added: number;
  /** Own slots that stay because they were delivered, aired, answered, begun or placed by hand. */
  readonly kept: number;
  readonly unchanged: number;
  readonly cancelled: number;
  /** Slots of flights of lower priority that would go. */
  readonly givingWay: number;
  readonly byStation: Tally;
  readonly bySpot: Tally;
  readonly byLanguage: Tally;
  readonly conflicts: readonly FlightConflict[];
  readonly furtherConflicts: number;
  readonly firstSlots: readonly SlotPlan[];
  /** What it means for the contracts of the stations; nothing of it stands in the way. */
  readonly contractNotes: readonly ContractNote[];
};

function tally(keys: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => one.localeCompare(other)));
}

/** Shows what would be planned, and every conflict with its reason, before anything is written. */
export async function previewFlight(
  ports: FlightNeeds & NoteContractsNeeds,
  asked: { readonly flightId: string | null; readonly terms: FlightTerms },
): Promise<
  | { readonly kind: 'refused'; readonly refusals: readonly FlightAnswerRefusal[] }
  | { readonly kind: 'preview'; readonly preview: FlightPreview }
> {
  const proposed = await proposeFlight(ports, asked);
  if (proposed.kind === 'refused') return proposed;
  const { proposal, changes } = proposed;
  const standing = [...proposal.kept, ...proposal.slots];
  const inTime = [...proposal.slots].sort(
    (one, other) =>
      one.windowStart.getTime() - other.windowStart.getTime() ||
      one.stationCode.localeCompare(other.stationCode),
  );
  return {
    kind: 'preview',
    preview: {
      wanted: proposal.wanted,
      planned: standing.length,
      added: changes.add.length,
      kept: proposal.kept.length,
      unchanged: changes.unchanged.length,
      cancelled: changes.cancel.length,
      givingWay: proposal.givingWay.length,
      byStation: tally(standing.map(({ stationCode }) => stationCode)),
      bySpot: tally(standing.map(({ spotCode }) => spotCode)),
      byLanguage: tally(standing.map(({ language }) => language)),
      conflicts: proposal.conflicts.slice(0, CONFLICTS_SHOWN),
      furtherConflicts: Math.max(0, proposal.conflicts.length - CONFLICTS_SHOWN),
      firstSlots: inTime.slice(0, SLOTS_SHOWN),
      contractNotes: await noteContracts(ports, {
        add: changes.add,
        cancel: [...changes.cancel, ...proposal.givingWay],
      }),
    },
  };
}
