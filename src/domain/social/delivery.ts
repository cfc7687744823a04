import type { Language } from '../shared';
import type { MediaKind, Network } from './post';

/**
 * `queued -> sending -> sent`; `sending | unknown -> reconciled -> sent | queued`; and the ends `failed`, `missed`,
 * `recalled`. An unknown outcome is reconciled by reading the network's timeline, never sent again blindly.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'failed',
  'missed',
  'recalled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Exactly what goes out: frozen when the post is approved, and hashed. */
export type DeliveryContent = {
  readonly postCode: string;
  readonly accountCode: string;
  readonly network: Network;
  readonly language: Language;
  /** The final text: hashtags and link are in it. */
  readonly text: string;
  readonly altText: string;
  readonly mediaKind: MediaKind;
  /** Key of the picture, or of the film (MP4), in the storage, and its SHA-256. */
  readonly pictureKey: string | null;
  readonly pictureSha256: string | null;
  readonly dueAt: Date;
  readonly lateToleranceMinutes: number;
  /** Missed after this instant, whatever the tolerance. */
  readonly notAfter: Date | null;
};

/** One (post, account, part): the part is the language. */
export type Delivery = {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly content: DeliveryContent;
  readonly approvalHash: string;
  readonly approvedBy: string;
  readonly state: DeliveryState;
  readonly version: number;
  readonly claim: string | null;
  readonly leaseUntil: Date | null;
  readonly sendStartedAt: Date | null;
  /** Not to be tried before this instant. */
  readonly notBefore: Date;
  readonly attempts: number;
  readonly remoteId: string | null;
  readonly remoteUrl: string | null;
  readonly sentAt: Date | null;
  /** The network's own words at the last attempt. */
  readonly lastWords: string | null;
};

/** What a network answered, in the trade's words. */
export type SendOutcome =
  | { readonly kind: 'published'; readonly remoteId: string; readonly remoteUrl: string }
  | { readonly kind: 'rejected'; readonly words: string }
  | { readonly kind: 'unauthorized'; readonly words: string }
  | { readonly kind: 'rate-limited'; readonly until: Date; readonly words: string }
  /** The account's credit with the network is used up. */
  | { readonly kind: 'out-of-credit'; readonly words: string }
  /** The network says that it has this already: perhaps our own lost attempt. */
  | { readonly kind: 'duplicate'; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };
