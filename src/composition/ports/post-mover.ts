import type { DeliveryContent } from '../../domain/social';
import type { Approval } from './stores';

/** An approved post at another time: what the document, the approval and the parts say afterwards. */
export type PostMove = {
  readonly documentId: string;
  readonly postCode: string;
  readonly dueAt: Date;
  /** The approval that stands, by its hash: any other, and nothing moves. */
  readonly standingHash: string;
  readonly approval: Approval;
  /** Every part of the post as it will be; those that went out stay as they went out. */
  readonly contents: readonly DeliveryContent[];
};

/** Moves an approved post without voiding its approval. */
export interface PostMover {
  /**
   * All in one transaction: the document's time, the approval's hash, and the parts that wait, were missed or failed
   * under that approval, queued for the new time. False, and nothing moved, when a part is under way or the approval no longer
   * stands.
   */
  move(move: PostMove): Promise<boolean>;
}

/** Counts a text as a network does. */
export interface TextCounter {
  /** X's own count, by its own library: loaded when asked for the first time. */
  onX(): Promise<(text: string) => number>;
}
