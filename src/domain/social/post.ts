import type { Voices } from '../consent';
import type { Language } from '../shared';
import type { CardTemplate } from './card';

export const NETWORKS = ['simulator', 'x', 'facebook', 'telegram'] as const;
export type Network = (typeof NETWORKS)[number];

/** An account on a network that the campaign or a partner posts from. */
export type Account = {
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly network: Network;
  /** The name of a partner organisation of the campaign; on older sheets any name. */
  readonly owner: string;
  readonly isPaused: boolean;
};

/** What goes out beside the text: a card drawn for the post, a photograph, or a short film of a spot. */
export const MEDIA_KINDS = ['card', 'photo', 'film'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** A text of its own for one network and language, where the common one does not suit. */
export type NetworkText = {
  readonly network: Network;
  readonly language: Language;
  readonly text: string;
};

/** A short film of a spot's voice. Whoever is heard in it is asked for as at every other door. */
export type Film = {
  readonly audiogramId: string;
  readonly spotCode: string;
  readonly key: string;
};

/** One idea, told in one or more languages, with a picture card. */
export type Post = {
  readonly documentId: string;
  readonly code: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
  readonly networkTexts: readonly NetworkText[];
  /** Those of its groups, with their signs; the ones that stand in a text are not added to it. */
  readonly hashtags: readonly string[];
  /** The groups themselves, by their codes. */
  readonly hashtagGroupCodes: readonly string[];
  /** A web address, or empty. */
  readonly link: string;
  /** Whether the link says where it was found (`utm_…`). */
  readonly linkHasOrigin: boolean;
  /** Whether the post on X carries the link, which costs more there. */
  readonly linkOnX: boolean;
  /** Name of the campaign in the link; empty for the post's code. */
  readonly utmCampaign: string;
  /** Written on the card that is drawn for the post. */
  readonly cardTitle: string;
  readonly cardTemplate: CardTemplate;
  readonly altText: string;
  /** Whom an attached photograph shows; a drawn card shows nobody. */
  readonly depicts: Voices;
  /** Key of the cleaned photograph in the storage (`pictures/…`); null when a card is drawn instead. */
  readonly pictureKey: string | null;
  /** A film of a spot (an audiogram) that goes out instead of a picture, by its key in the storage. */
  readonly film: Film | null;
  readonly accountCodes: readonly string[];
  readonly dueAt: Date | null;
  /** How many minutes late it may still go out; later it is missed and shown. */
  readonly lateToleranceMinutes: number;
  /** A post that speaks of a day says nothing true after it: then it is missed, whatever its tolerance. */
  readonly notAfter: Date | null;
  readonly messageCode: string | null;
};

/** What goes out beside the text. A film goes before a photograph, a photograph before a card. */
export function mediaKindOf(post: Pick<Post, 'film' | 'pictureKey'>): MediaKind {
  if (post.film !== null) return 'film';
  return post.pictureKey === null ? 'card' : 'photo';
}
