import { checkMove, type ContractNote, type MoveRefusal, type Slot } from '../../domain/broadcast';
import type { CalendarDay, ClockTime } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { noteContracts } from './note-contracts';
import { slotToChange } from './slot-to-change';

export type MoveAnswer =
  | {
      readonly kind: 'moved';
      readonly slot: Slot;
      /** What it means for the contracts of the station; nothing of it stood in the way. */
      readonly contractNotes: readonly ContractNote[];
    }
  | { readonly kind: 'not-found' | 'gone' }
  | { readonly kind: 'refused'; readonly refusals: readonly MoveRefusal[] };

/** Puts a slot at another time, or on another station: the old one is cancelled and stays in the history, a new one names where it came from. */
export async function moveSlot(
  ports: Pick<
    Ports,
    | 'slots'
    | 'flights'
    | 'airings'
    | 'content'
    | 'consents'
    | 'notices'
    | 'spotVersions'
    | 'renditions'
    | 'system'
    | 'journal'
  >,
  asked: {
    readonly slotId: string;
    readonly day: CalendarDay;
    readonly time: ClockTime;
    /** Another station; left out, the slot stays on its own. */
    readonly stationCode?: string | undefined;
    readonly by: string;
  },
): Promise<MoveAnswer> {
  const { stationCode = null } = asked;
  const found = await slotToChange(ports, asked.slotId, stationCode);
  if (found === 'no-such-station') {
    return {
      kind: 'refused',
      refusals: [{ kind: 'unknown-station', stationCode: stationCode ?? '' }],
    };
  }
  if (typeof found === 'string') return { kind: found };
  const { slot, origin, terms, facts } = found;
  const isAnswered = (await ports.airings.currentOfSlot(slot.id)) !== null;
  const isMakeGood = origin?.kind === 'make-good';
  const checked = checkMove(slot, asked, { ...facts, terms, isAnswered, isMakeGood });
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };

  const contractNotes = await noteContracts(ports, { add: [checked.value], cancel: [slot] });
  const moved: Slot = { ...checked.value, id: ports.system.newId(), state: 'planned' };
  const written = await ports.flights.replace({
    slot: moved,
    origin: {
      flightId: origin?.flightId ?? null,
      // A make-good stays one, of the same missed slot.
      kind: isMakeGood ? 'make-good' : 'move',
      fromSlotId: isMakeGood ? (origin?.fromSlotId ?? null) : slot.id,
    },
    cancel: slot.id,
    by: asked.by,
    at: facts.now,
  });
  if (written === 'taken') return { kind: 'refused', refusals: [{ kind: 'move-taken' }] };
  await ports.journal.write({
    at: facts.now,
    by: asked.by,
    action: 'slot-moved',
    subject: `slot:${slot.id}`,
    details: {
      stationCode: slot.stationCode,
      spotCode: slot.spotCode,
      toStation: moved.stationCode,
      to: moved.id,
      windowStart: moved.windowStart.toISOString(),
    },
  });
  return { kind: 'moved', slot: moved, contractNotes };
}
