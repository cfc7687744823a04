import type { ConnectionReport } from '../../domain/social';

/** What may go wrong with a call that publishes. */
export type PublishFault =
  /** The line breaks before the network took the post. */
  | { readonly kind: 'hang-up-before' }
  /** The line breaks after it took the post: the post is there, the caller does not know. */
  | { readonly kind: 'hang-up-after' }
  | { readonly kind: 'rate-limit'; readonly until: Date }
  | { readonly kind: 'unauthorized' };

/** Bad weather, for tests and rehearsals. Each is asked anew at every call. */
export type SimulatorFaults = {
  readonly onPublish?: () => PublishFault | null;
  /** The timeline does not answer. */
  readonly isTimelineDown?: () => boolean;
  /** The timeline shows a post only this many milliseconds after it was taken. */
  readonly timelineLagMs?: number;
  readonly isRemoveDown?: () => boolean;
  /** What a look at the connection answers instead of yes. */
  readonly onCheck?: () => ConnectionReport | null;
  readonly isInsightsDown?: () => boolean;
  /** Waited before and after the post is taken: the moments at which a power cut hurts most. */
  readonly pause?: () => Promise<void>;
};
