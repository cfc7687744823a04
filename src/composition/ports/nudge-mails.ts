/** A digest to one person. `sending` was claimed and has no outcome yet; `unknown` may have arrived or not. */
export type NudgeMail = {
  readonly id: string;
  readonly person: string;
  /** 1, 2, 3, … for each person. */
  readonly number: number;
  readonly state: 'sending' | 'sent' | 'refused' | 'unknown' | 'released';
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** The mail server's own words where it refused, or empty. */
  readonly words: string;
};

/** Who wants to be told by e-mail, and which digests went out. Every change is a compare-and-set. */
export interface NudgeMailStore {
  /** @param person `user:<id>` */
  subscribe(person: string, at: Date): Promise<void>;
  unsubscribe(person: string): Promise<void>;
  isSubscribed(person: string): Promise<boolean>;
  /** Those who want digests and whose last one, whatever became of it, began at `before` or earlier. */
  duePeople(before: Date): Promise<readonly string[]>;
  last(person: string): Promise<NudgeMail | null>;
  /** The keys of nudges that were, or may have been, told to the person. */
  told(person: string): Promise<ReadonlySet<string>>;
  /** Writes the intent: the next number and what is told. False, and nothing written, when somebody was faster. */
  claim(mail: {
    readonly id: string;
    readonly person: string;
    readonly number: number;
    readonly at: Date;
    readonly nudges: readonly string[];
  }): Promise<boolean>;
  /** What became of a digest that is being sent; what was refused counts as not told. */
  finish(
    id: string,
    outcome: 'sent' | 'refused' | 'unknown',
    words: string,
    at: Date,
  ): Promise<boolean>;
  /** Digests that began before an instant and have no outcome: their sender died. Answers how many. */
  loseStale(before: Date, at: Date): Promise<number>;
  /** A person decides that what it said may be told again; false when its outcome is not unknown. */
  release(id: string): Promise<boolean>;
  byId(id: string): Promise<NudgeMail | null>;
  /** Newest first. */
  recent(limit: number): Promise<readonly NudgeMail[]>;
  sweep(before: Date): Promise<void>;
}
