import type { DeliveryState } from './delivery';

/** Why a person's word on an unknown outcome was not taken. */
export type VerdictRefusal =
  | { readonly kind: 'delivery-not-found' }
  | { readonly kind: 'not-unknown'; readonly state: DeliveryState }
  /** The network may not have shown the post yet: sent again now, it could be there twice. */
  | { readonly kind: 'too-early'; readonly until: Date }
  /** The heartbeat or another person is at it. */
  | { readonly kind: 'busy' };

/** Why a photograph was not attached. */
export type PictureRefusal =
  | { readonly kind: 'post-not-found'; readonly postCode: string }
  | { readonly kind: 'not-a-picture' };

/** Why a part of a post could not be taken back. Recalling again tries again. */
export type NotTakenBackReason =
  /** It is being sent or settled at this moment. */
  | 'in-flight'
  /** It may be out; the network has not had its time to show it. */
  | 'not-settled'
  | 'network-silent'
  | 'network-refused'
  /** A person said that it is out, and it is not on the timeline: it has to be deleted by hand. */
  | 'not-found';
