/** That somebody put a post somewhere by hand, or took that word back. Rows are only ever added. */
export type HandPost = {
  readonly id: string;
  readonly postCode: string;
  /** Name of the channel or group, as people there call it; empty in an entry that takes another one back. */
  readonly place: string;
  readonly at: Date;
  /** `user:<id>`. */
  readonly by: string;
  /** The entry that this one takes back; null for an entry of its own. */
  readonly undoes: string | null;
};

/** A channel's name is short. */
export const LONGEST_PLACE = 80;

/** Why there is no kit of a post to carry to a network by hand. */
export type KitRefusal =
  | { readonly kind: 'post-not-found' }
  | { readonly kind: 'not-approved' }
  | { readonly kind: 'recalled' }
  | { readonly kind: 'held-back' };

export type HandPostRefusal =
  | { readonly kind: 'place-missing' }
  | { readonly kind: 'place-too-long'; readonly maximum: number }
  | { readonly kind: 'place-has-contact' }
  | { readonly kind: 'entry-not-found' }
  | { readonly kind: 'already-undone' };

/** What stands: said, and not taken back since. Oldest first. */
export function standingHandPosts(entries: readonly HandPost[]): readonly HandPost[] {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  return entries.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}
