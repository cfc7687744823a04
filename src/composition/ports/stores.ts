import type { Rendition, SpotVersion, SpotVersionState } from '../../domain/audio';
import type { Airing, Slot } from '../../domain/broadcast';
import type { Consent, ConsentSubject } from '../../domain/consent';
import type {
  Delivery,
  DeliveryContent,
  DeliveryDecision,
  DeliveryEvent,
} from '../../domain/social';
import type { CalendarDay } from '../../domain/shared';

/** Recordings of spots. (spot code, number) is unique. */
export interface SpotVersionStore {
  /** Gives the next number of the spot. */
  add(version: Omit<SpotVersion, 'number'>): Promise<SpotVersion>;
  byId(id: string): Promise<SpotVersion | null>;
  latest(spotCode: string): Promise<SpotVersion | null>;
  latestOfAll(): Promise<readonly SpotVersion[]>;
  history(spotCode: string): Promise<readonly SpotVersion[]>;
  update(
    id: string,
    change: Partial<
      Pick<SpotVersion, 'state' | 'progressPercent' | 'measurement' | 'verdict' | 'failure'>
    >,
  ): Promise<void>;
  /** The second person's word on a re-voiced recording; false when it was said, or by whoever sent it. */
  confirm(id: string, by: string, at: Date): Promise<boolean>;
  /** Leaves a tombstone: who, when, and the digest. False when it was erased already. No later change undoes it. */
  erase(id: string, by: string, at: Date): Promise<boolean>;
  inState(state: SpotVersionState): Promise<readonly SpotVersion[]>;
  /** Every recording made of the same bytes, erased ones too. */
  ofMaster(sha256: string): Promise<readonly SpotVersion[]>;
}

/** Files for the stations. (spot version, profile hash, toolchain hash) is unique: the same work is done once. */
export interface RenditionStore {
  /** Adds it, or answers the one that is there already. */
  add(rendition: Rendition): Promise<Rendition>;
  byId(id: string): Promise<Rendition | null>;
  ofVersion(spotVersionId: string): Promise<readonly Rendition[]>;
  all(): Promise<readonly Rendition[]>;
}

export interface ConsentStore {
  add(consent: Consent): Promise<void>;
  byId(id: string): Promise<Consent | null>;
  of(subject: ConsentSubject): Promise<readonly Consent[]>;
  all(): Promise<readonly Consent[]>;
  /** Answers false when it was approved already. */
  approve(id: string, by: string): Promise<boolean>;
  withdraw(id: string, by: string, at: Date): Promise<void>;
}

export interface SlotStore {
  /** Adds all or none. A living slot of the same station, window start and spot is answered, not doubled. */
  addAll(
    slots: readonly Slot[],
    createdBy: string,
    at: Date,
  ): Promise<{
    readonly added: number;
    readonly alreadyThere: number;
    /** What stands now for each slot asked for, in the same order. */
    readonly slots: readonly Slot[];
  }>;
  byId(id: string): Promise<Slot | null>;
  /** Slots whose air date lies between both days, both included, living and cancelled. */
  between(from: CalendarDay, to: CalendarDay, stationCode?: string): Promise<readonly Slot[]>;
  all(): Promise<readonly Slot[]>;
  /** The stations that were handed a living slot of the spot, whenever it is. */
  stationsOfSpot(spotCode: string): Promise<readonly string[]>;
  cancel(id: string, by: string, at: Date): Promise<boolean>;
  /** Cancels the spot's living slots that are not over at `at` and that no station has answered for; how many. */
  cancelOfSpot(spotCode: string, by: string, at: Date): Promise<number>;
}

/** By which way a station fetched: its own page, a program's feed, a bundle. */
export type ReceiptDoor = 'page' | 'feed' | 'bundle';

export type Receipt = {
  readonly id: string;
  readonly stationCode: string;
  readonly renditionId: string;
  readonly spotCode: string;
  readonly firstByte: number;
  readonly lastByte: number;
  readonly sizeBytes: number;
  readonly isWhole: boolean;
  readonly at: Date;
  /** Left out: the page. */
  readonly door?: ReceiptDoor;
};

/** What stations fetched; append-only. */
export interface ReceiptStore {
  add(receipt: Receipt): Promise<void>;
  ofStation(stationCode: string): Promise<readonly Receipt[]>;
  ofRendition(stationCode: string, renditionId: string): Promise<readonly Receipt[]>;
  ofSpot(spotCode: string): Promise<readonly Receipt[]>;
  all(): Promise<readonly Receipt[]>;
}

/** The airing ledger; append-only. */
export interface AiringStore {
  /**
   * Adds it, or answers the entry that carries the same idempotency key. Null when somebody was faster: the entry
   * it supersedes is superseded already, or the slot has a first entry already.
   */
  add(airing: Airing): Promise<Airing | null>;
  /** Entries that no later entry supersedes. */
  current(stationCode?: string): Promise<readonly Airing[]>;
  currentOfSlot(slotId: string): Promise<Airing | null>;
  /** The entry that carries this idempotency key, current or not. */
  byKey(idempotencyKey: string): Promise<Airing | null>;
  currentOfSlots(slotIds: readonly string[]): Promise<readonly Airing[]>;
  /** What stations say that they aired of these urgent messages. */
  ofNotices(noticeIds: readonly string[]): Promise<readonly Airing[]>;
  /** The entries that carry these keys, corrected since or not. */
  ofKeys(keys: readonly string[]): Promise<readonly Airing[]>;
  all(): Promise<readonly Airing[]>;
}

/** Signing in of stations: hashed codes, sessions, failed attempts. */
export interface StationAccessStore {
  /** Replaces the station's code; the old one no longer opens. */
  setCodeHash(stationCode: string, codeHash: string, by: string, at: Date): Promise<void>;
  codeHash(stationCode: string): Promise<string | null>;
  addSession(session: {
    readonly tokenHash: string;
    readonly stationCode: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  }): Promise<void>;
  /** Null when it ended or was never there. */
  livingSession(
    tokenHash: string,
    now: Date,
  ): Promise<{
    readonly stationCode: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  } | null>;
  extendSession(tokenHash: string, expiresAt: Date): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(stationCode: string): Promise<void>;
  /** The failures of this pair of station and address since an instant. */
  failuresSince(stationCode: string, addressHash: string, since: Date): Promise<readonly Date[]>;
  addFailure(stationCode: string, addressHash: string, at: Date): Promise<void>;
  clearFailures(stationCode: string, addressHash: string): Promise<void>;
  /** Forgets sessions and failures that ended before an instant. */
  sweep(before: Date): Promise<void>;
}

/** One line of a delivery's history. */
export type DeliveryAttempt = {
  readonly deliveryId: string;
  readonly at: Date;
  readonly event: DeliveryEvent;
  /** The network's own words, or empty. */
  readonly words: string;
};

/** What must still hold in the very step that writes. */
export type DeliveryGuard = {
  readonly state?: Delivery['state'];
  /** The approval still stands, and nobody withdrew a consent of the post since this many withdrawals were seen. */
  readonly approval?: {
    readonly hash: string;
    readonly withdrawnConsents: number;
    /** The same for whoever is heard in its film. */
    readonly film?: { readonly spotCode: string; readonly withdrawnConsents: number } | null;
  };
};

/** Posts on their way to the networks. Every change is a compare-and-set. */
export interface DeliveryStore {
  byId(id: string): Promise<Delivery | null>;
  ofPost(postCode: string): Promise<readonly Delivery[]>;
  all(): Promise<readonly Delivery[]>;
  /** Rows that are queued, sending or unknown; their number does not grow with what was sent long ago. */
  living(): Promise<readonly Delivery[]>;
  /** Living rows that want work at `now` and that nobody holds, the longest waiting first. */
  due(now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Takes the row when nobody changed it since it was read. Null when somebody did. */
  claim(delivery: Delivery, claim: string, leaseUntil: Date): Promise<Delivery | null>;
  /**
   * Writes a transition and its line of history under a claim that is still ours; false, and nothing written, when it is
   * not, when the guard does not hold, or when the remote post belongs to another delivery.
   */
  writeClaimed(
    id: string,
    claim: string,
    decision: DeliveryDecision,
    at: Date,
    guard?: DeliveryGuard,
  ): Promise<boolean>;
  /**
   * Withdraws rows of a post that wait to be sent; answers how many. One that was tried before keeps its history and
   * ends as failed; the others go without a trace.
   */
  removeQueued(postCode: string, at: Date): Promise<number>;
  /** Those of the remote posts that belong to a delivery. */
  takenRemoteIds(accountCode: string, remoteIds: readonly string[]): Promise<ReadonlySet<string>>;
  attempts(deliveryId: string): Promise<readonly DeliveryAttempt[]>;
  /** The lines of every delivery's history, in the order in which they came. */
  allAttempts(): Promise<readonly DeliveryAttempt[]>;
}

export type Approval = { readonly hash: string; readonly by: string; readonly at: Date };

/** Approvals of posts: the hash of exactly what will go out. */
export interface ApprovalStore {
  /**
   * Signs a post and queues its parts, all or nothing. A part that is there already is left alone, unless it waits
   * under another approval, failed or was missed: then it takes the new content and is queued again.
   *
   * @returns how many parts were queued.
   */
  grant(
    postCode: string,
    approval: Approval,
    parts: readonly { readonly id: string; readonly content: DeliveryContent }[],
  ): Promise<number>;
  of(postCode: string): Promise<Approval | null>;
  all(): Promise<ReadonlyMap<string, Approval>>;
  void(postCode: string): Promise<boolean>;
}

/** Who did what to which thing. Identifiers and digests only, never a personal value. */
export interface Journal {
  write(entry: {
    readonly at: Date;
    readonly by: string;
    readonly action: string;
    readonly subject: string;
    readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}
