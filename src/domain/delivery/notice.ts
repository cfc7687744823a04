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
};

export type Acknowledgement = {
  readonly noticeId: string;
  readonly stationCode: string;
  /** `station:KAY`, or the desk's person who noted it by telephone. */
  readonly by: string;
  readonly at: Date;
};

/** True while stations are to act on it. */
export function isInForce(notice: Notice): boolean {
  return notice.inForceAt !== null && notice.endedAt === null;
}

/** Spots that no station may air any more, by code: pulled, and the recall was not lifted. */
export function recalledSpots(notices: readonly Notice[]): ReadonlyMap<string, Notice> {
  return new Map(
    notices
      .filter((notice) => notice.kind === 'recall' && isInForce(notice))
      .map((notice) => [notice.spotCode, notice]),
  );
}
