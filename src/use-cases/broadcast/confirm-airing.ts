import {
  decideAiring,
  isBetterProof,
  isIdempotencyKey,
  isStillWhatWasSeen,
  type Airing,
  type AiringDecision,
  type AiringRefusal,
  type EvidenceGrade,
  type SlotStatement,
} from '../../domain/broadcast';
import type { Ports } from '../../composition/ports';
import { durationAtStation } from './duration-at-station';

export type ConfirmAnswer =
  | { readonly kind: 'recorded'; readonly airing: Airing }
  /** No such slot, or a slot of another station: the two look alike from outside. */
  | { readonly kind: 'not-found' }
  /** Somebody else keeps correcting the same slot at this very moment. */
  | { readonly kind: 'try-again' }
  | { readonly kind: 'refused'; readonly refusals: readonly AiringRefusal[] };

export type Confirmation = SlotStatement & {
  readonly slotId: string;
  readonly stationCode: string;
  /** The same confirmation sent twice carries the same key: 8 to 100 letters, digits, `.`, `:`, `_`, `-`. */
  readonly idempotencyKey: string;
  /** `station:KAY` or, for a telephone call, `user:<id>` of who took it. */
  readonly saidBy: string;
  readonly evidence: EvidenceGrade;
  /** What was seen of the slot when the answer was given (`seenMark`): for an answer that waited for the line. */
  readonly seen?: string;
  /** How long it waited, by the clock that the browser counts with. */
  readonly waitedSeconds?: number;
};

/** The same said again with weaker proof adds nothing: a log or a recording is not replaced by a word. */
function isProvenAlready(current: Airing, said: Confirmation, decided: AiringDecision): boolean {
  const isSame =
    current.outcome === decided.outcome &&
    current.missedReason === decided.missedReason &&
    // "Aired" without a time means the window: any time in it says the same.
    (!said.airedTime || current.airedAt?.getTime() === decided.airedAt?.getTime());
  return isSame && isBetterProof(current.evidence, said.evidence);
}

/** Two people at one slot settle it in the second round; more rounds than this means that something is wrong. */
const ROUNDS = 5;

/**
 * Writes down what a station says of a slot. Said again with another key it is a correction: a new entry that
 * supersedes the current one; nothing is ever changed or removed.
 */
export async function confirmAiring(
  ports: Pick<
    Ports,
    'system' | 'content' | 'slots' | 'airings' | 'spotVersions' | 'renditions' | 'journal'
  >,
  said: Confirmation,
): Promise<ConfirmAnswer> {
  if (!isIdempotencyKey(said.idempotencyKey)) {
    return { kind: 'refused', refusals: [{ kind: 'key-malformed' }] };
  }
  const slot = await ports.slots.byId(said.slotId);
  const station = await ports.content.stationByCode(said.stationCode);
  if (slot === null || station === null || slot.stationCode !== station.code) {
    return { kind: 'not-found' };
  }
  const now = ports.system.now();
  const decision = decideAiring(slot, said, { now, timeZone: station.timeZone });
  if (!decision.ok) return { kind: 'refused', refusals: decision.refusals };

  const durationSeconds = await durationAtStation(ports, slot.spotCode, station);
  const entry: Omit<Airing, 'supersedes'> = {
    ...decision.value,
    id: ports.system.newId(),
    // A key counts for its slot alone: nobody reads another station's entry by guessing a key.
    idempotencyKey: `${slot.id}:${said.idempotencyKey}`,
    stationCode: station.code,
    slotId: slot.id,
    spotCode: slot.spotCode,
    language: slot.language,
    durationSeconds,
    evidence: said.evidence,
    saidBy: said.saidBy,
    recordedAt: now,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = await ports.airings.currentOfSlot(slot.id);
    if (current !== null && said.seen !== undefined && !isStillWhatWasSeen(said.seen, current)) {
      return settleLateAnswer(ports, entry, current);
    }
    if (current !== null && isProvenAlready(current, said, decision.value)) {
      return { kind: 'recorded', airing: current };
    }
    const airing = await ports.airings.add({ ...entry, supersedes: current?.id ?? null });
    if (airing === null) continue;
    if (airing.id === entry.id) {
      await ports.journal.write({
        at: now,
        by: said.saidBy,
        action: airing.supersedes === null ? 'airing-confirmed' : 'airing-corrected',
        subject: `slot:${slot.id}`,
        details: {
          airing: airing.id,
          outcome: airing.outcome,
          evidence: airing.evidence,
          ...(said.waitedSeconds === undefined ? {} : { waitedSeconds: said.waitedSeconds }),
        },
      });
    }
    return { kind: 'recorded', airing };
  }
  return { kind: 'try-again' };
}

/**
 * An answer that arrives after somebody else's. It was here already, or it says the same: nothing to add. Otherwise
 * what stands is newer than what this answer was about, and is left alone; the station is told.
 */
async function settleLateAnswer(
  ports: Pick<Ports, 'airings'>,
  late: Omit<Airing, 'supersedes'>,
  current: Airing,
): Promise<ConfirmAnswer> {
  const itself = await ports.airings.byKey(late.idempotencyKey);
  if (itself !== null) return { kind: 'recorded', airing: itself };
  const saysTheSame =
    current.outcome === late.outcome &&
    current.missedReason === late.missedReason &&
    current.airedAt?.getTime() === late.airedAt?.getTime();
  if (saysTheSame) return { kind: 'recorded', airing: current };
  const { outcome, evidence } = current;
  return { kind: 'refused', refusals: [{ kind: 'answered-meanwhile', outcome, evidence }] };
}
