import type { Measurement } from './measurement';
import type { SpotVersionState } from './spot';
import type { Verdict } from './verdict';
import type { Voicing } from './voicing';

/** One recording of a spot. The sound never changes; a new recording is a new version. */
export type SpotVersion = {
  readonly id: string;
  readonly spotCode: string;
  readonly number: number;
  readonly state: SpotVersionState;
  /** Of the stage in hand, 0 to 100. */
  readonly progressPercent: number;
  /** Whose voice it is, as the sender said. */
  readonly voicing: Voicing;
  /** Of a re-voiced recording: the second person, who heard that the witness is not in it. */
  readonly confirmedBy: string | null;
  readonly masterKey: string;
  readonly masterSha256: string;
  readonly masterSizeBytes: number;
  readonly measurement: Measurement | null;
  readonly verdict: Verdict | null;
  /** Why preparing failed, for the engineer; null otherwise. */
  readonly failure: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
};
