import type { Rendition, SpotVersion } from '../../domain/audio';
import type { Airing, Slot } from '../../domain/broadcast';
import type { Consent, ConsentSubject } from '../../domain/consent';
import type { Delivery, DeliveryContent } from '../../domain/social';
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
  addAll(slots: readonly Slot[], createdBy: string, at: Date): Promise<{ readonly added: number; readonly alreadyThere: number }>;
  byId(id: string): Promise<Slot | null>;
  /** Slots whose air date lies between both days, both included, living and cancelled. */
  between(from: CalendarDay, to: CalendarDay, stationCode?: string): Promise<readonly Slot[]>;
  all(): Promise<readonly Slot[]>;
  cancel(id: string, by: string, at: Date): Promise<boolean>;
}

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
};

/** What stations fetched; append-only. */
export interface ReceiptStore {
  add(receipt: Receipt): Promise<void>;
  ofStation(stationCode: string): Promise<readonly Receipt[]>;
  all(): Promise<readonly Receipt[]>;
}

/** The airing ledger; append-only. */
export interface AiringStore {
  /** Adds it, or answers the entry that carries the same idempotency key. */
  add(airing: Airing): Promise<Airing>;
  /** Entries that no later entry supersedes. */
  current(stationCode?: string): Promise<readonly Airing[]>;
  currentOfSlot(slotId: string): Promise<Airing | null>;
  all(): Promise<readonly Airing[]>;
}

/** Signing in of stations: hashed codes, sessions, failed attempts. */
export interface StationAccessStore {
  /** Replaces the station's code; the old one no longer opens. */
  setCodeHash(stationCode: string, codeHash: string, by: string, at: Date): Promise<void>;
  codeHash(stationCode: string): Promise<string | null>;
  addSession(session: { readonly tokenHash: string; readonly stationCode: string; readonly createdAt: Date; readonly expiresAt: Date }): Promise<void>;
  /** The station of a living session. */
  sessionStation(tokenHash: string, now: Date): Promise<string | null>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(stationCode: string): Promise<void>;
  /** The failures of this pair of station and address since an instant. */
  failuresSince(stationCode: string, addressHash: string, since: Date): Promise<readonly Date[]>;
  addFailure(stationCode: string, addressHash: string, at: Date): Promise<void>;
  clearFailures(stationCode: string, addressHash: string): Promise<void>;
  /** Forgets sessions and failures that ended before an instant. */
  sweep(before: Date): Promise<void>;
}

export type DeliveryAttempt = {
  readonly deliveryId: string;
  readonly at: Date;
  readonly event: string;
  readonly words: string;
};

/** Posts on their way to the networks. Every change is a compare-and-set. */
export interface DeliveryStore {
  /** Adds one row per idempotency key; a key that is there already is left alone. */
  addAll(
    deliveries: readonly { readonly id: string; readonly idempotencyKey: string; readonly content: DeliveryContent; readonly approvalHash: string; readonly approvedBy: string }[],
    at: Date,
  ): Promise<number>;
  byId(id: string): Promise<Delivery | null>;
  ofPost(postCode: string): Promise<readonly Delivery[]>;
  all(): Promise<readonly Delivery[]>;
  /** Rows that want work at `now`: queued and due, or sending or unknown with their lease run out. */
  due(now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Takes the row when nobody changed it since it was read. Null when somebody did. */
  claim(delivery: Delivery, claim: string, leaseUntil: Date): Promise<Delivery | null>;
  /** Writes under a claim that is still ours; false when it is not. */
  writeClaimed(
    id: string,
    claim: string,
    change: Partial<Pick<Delivery, 'state' | 'claim' | 'leaseUntil' | 'sendStartedAt' | 'notBefore' | 'attempts' | 'remoteId' | 'remoteUrl' | 'sentAt' | 'lastWords'>>,
    expectedState?: Delivery['state'],
  ): Promise<boolean>;
  /** Withdraws rows of a post that nobody has begun to send; answers how many. */
  removeQueued(postCode: string): Promise<number>;
  addAttempt(attempt: DeliveryAttempt): Promise<void>;
  attempts(deliveryId: string): Promise<readonly DeliveryAttempt[]>;
}

/** Approvals of posts: the hash of exactly what will go out. */
export interface ApprovalStore {
  set(postCode: string, approval: { readonly hash: string; readonly by: string; readonly at: Date }): Promise<void>;
  of(postCode: string): Promise<{ readonly hash: string; readonly by: string; readonly at: Date } | null>;
  void(postCode: string): Promise<void>;
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
