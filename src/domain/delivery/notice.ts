import { addMinutes } from '../shared';

/** Why a spot is pulled. A station never reads what could point at a person. */
export const RECALL_REASONS = [
  'content-error',
  'wrong-recording',
  'outdated',
  'protection',
  'consent-withdrawn',
  'recording-destroyed',
  'other',
] as const;
export type RecallReason = (typeof RECALL_REASONS)[number];

/** Reasons that a person at the desk chooses from; the others follow from what was done elsewhere. */
export const CHOSEN_RECALL_REASONS: readonly RecallReason[] = [
  'content-error',
  'wrong-recording',
  'outdated',
  'protection',
  'other',
];

/**
 * Something every station must know now: an urgent message to air, or a spot that was pulled. A station acknowledges it;
 * who has not is called by telephone.
 */
export type Notice = {
  readonly id: string;
  readonly kind: 'urgent' | 'recall';
  readonly spotCode: string;
  /** Why, in words that a station reads: never a person's name. */
  readonly reason: string;
  /** The stations that are asked. */
  readonly stationCodes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  /** An urgent message holds from the second approval on; a recall at once. Null: not in force. */
  readonly inForceAt: Date | null;
  readonly approvedBy: string | null;
  /** An urgent message is over, or a recall was lifted; null while it holds. */
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** When an urgent message ends by itself; null or left out: only by a person. */
  readonly endsAt?: Date | null;
  /** Of a recall, for the desk alone. */
  readonly recallReason?: RecallReason | null;
  /** Of a recall, for the desk alone: never a person's name. */
  readonly note?: string;
};

export type Acknowledgement = {
  readonly noticeId: string;
  readonly stationCode: string;
  /** `station:KAY`, or the desk's person who noted it by telephone. */
  readonly by: string;
  readonly at: Date;
};

/** An urgent message that nobody acknowledged after this long is a telephone call. */
export const URGENT_SILENCE_MINUTES = 30;

/** Its time has come, whether or not somebody has written it down yet. */
export function isOver(notice: Pick<Notice, 'endedAt' | 'endsAt'>, now: Date): boolean {
  const endsAt = notice.endsAt ?? null;
  return notice.endedAt !== null || (endsAt !== null && endsAt <= now);
}

/** True while stations are to act on it. */
export function isInForce(notice: Notice, now?: Date): boolean {
  return (
    notice.inForceAt !== null &&
    notice.endedAt === null &&
    (now === undefined || !isOver(notice, now))
  );
}

/** Spots that no station may air any more, by code: pulled, and the recall was not lifted. */
export function recalledSpots(notices: readonly Notice[]): ReadonlyMap<string, Notice> {
  return new Map(
    notices
      .filter((notice) => notice.kind === 'recall' && isInForce(notice))
      .map((notice) => [notice.spotCode, notice]),
  );
}

/** Since when a spot is pulled; null where it is not. */
export function recalledAt(spotCode: string, notices: readonly Notice[]): Date | null {
  return recalledSpots(notices).get(spotCode)?.inForceAt ?? null;
}

/** From when on a station that is silent is called: at once for a recall, for an urgent message after half an hour. */
export function callFrom(notice: Notice): Date | null {
  if (notice.inForceAt === null) return null;
  return notice.kind === 'recall'
    ? notice.inForceAt
    : addMinutes(notice.inForceAt, URGENT_SILENCE_MINUTES);
}

/** The asked stations that have not acknowledged, in the order in which they were asked. */
export function silentStations(
  notice: Notice,
  acknowledgements: readonly Acknowledgement[],
): readonly string[] {
  const answered = new Set(
    acknowledgements
      .filter(({ noticeId }) => noticeId === notice.id)
      .map(({ stationCode }) => stationCode),
  );
  return notice.stationCodes.filter((code) => !answered.has(code));
}

/**
 * The urgent message that a station obeyed when it aired a spot; null when there was none then. An airing is told to the
 * minute, so the minute of the second signature counts.
 */
export function urgentBehind(
  notices: readonly Notice[],
  airing: { readonly stationCode: string; readonly spotCode: string; readonly airedAt: Date },
): Notice | null {
  const { stationCode, spotCode, airedAt } = airing;
  const obeyed = notices.filter(
    (notice) =>
      notice.kind === 'urgent' &&
      notice.spotCode === spotCode &&
      notice.stationCodes.includes(stationCode) &&
      notice.inForceAt !== null &&
      notice.inForceAt < addMinutes(airedAt, 1) &&
      [notice.endedAt, notice.endsAt ?? null].every((end) => end === null || airedAt <= end),
  );
  return obeyed.at(-1) ?? null;
}
