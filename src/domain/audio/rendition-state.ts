import type { VerdictReason } from './verdict';

type OffTarget = Extract<VerdictReason, { kind: 'off-target' }>;

/** Where the file of one profile stands. */
export type RenditionState =
  /** There is no recording to make it of. */
  | { readonly kind: 'no-recording' }
  /** Its turn comes: a recording before it is being worked on, or the engine is missing. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'being-made'; readonly percent: number }
  | { readonly kind: 'ready' }
  /** Made, measured, and not good enough for the air. */
  | { readonly kind: 'held-back'; readonly reason: OffTarget }
  | { readonly kind: 'failed' }
  /** The profile was edited; the file that is there was made before. */
  | { readonly kind: 'out-of-date' };

/** What decides where a file stands. */
export type RenditionFacts = {
  /** The recording it is made of; null when there is none that may be prepared. */
  readonly version: {
    readonly state: 'received' | 'checking' | 'preparing' | 'ready' | 'failed';
    readonly progressPercent: number;
    readonly reasons: readonly VerdictReason[];
  } | null;
  readonly profileHash: string;
  readonly isThere: boolean;
  /** A file of this profile as it was before an edit. */
  readonly hasOlder: boolean;
  /** The last job of this recording; null when none is known any more. */
  readonly job: 'queued' | 'running' | 'done' | 'failed' | null;
};

/** Where the file stands, the first that holds. */
export function renditionState(facts: RenditionFacts): RenditionState {
  const { version, profileHash, isThere, hasOlder, job } = facts;
  if (version === null) return { kind: 'no-recording' };
  if (isThere) return { kind: 'ready' };
  if (job === 'running') {
    if (version.state === 'preparing') {
      return { kind: 'being-made', percent: version.progressPercent };
    }
    // A ready recording stands at 100 until the first sign of the file that is added.
    if (version.state === 'ready') {
      return { kind: 'being-made', percent: version.progressPercent % 100 };
    }
    return { kind: 'waiting' };
  }
  if (job === 'queued') return { kind: 'waiting' };
  const reason = version.reasons.find(
    (one): one is OffTarget => one.kind === 'off-target' && one.profileHash === profileHash,
  );
  if (reason !== undefined) return { kind: 'held-back', reason };
  if (version.state === 'failed' || job === 'failed') return { kind: 'failed' };
  if (hasOlder) return { kind: 'out-of-date' };
  return { kind: 'waiting' };
}

/** The states in which a person may ask for the file once more. */
export function mayBePreparedAgain({ kind }: RenditionState): boolean {
  return kind === 'held-back' || kind === 'failed' || kind === 'out-of-date';
}
