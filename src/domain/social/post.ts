import type { Voices } from '../consent';
import type { Language } from '../shared';
import type { CardTemplate } from './card';

export const NETWORKS = ['simulator', 'x', 'facebook', 'telegram'] as const;
export type Network = (typeof NETWORKS)[number];

/** An account on a network that the campaign or a partner posts from. */
export type Account = {
  readonly code: string;
  readonly name: string;
  readonly network: Network;
  readonly owner: string;
  readonly isPaused: boolean;
};

/** One idea, told in one or more languages, with a picture card. */
export type Post = {
  readonly documentId: string;
  readonly code: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
  /** Written on the card that is drawn for the post. */
  readonly cardTitle: string;
  readonly cardTemplate: CardTemplate;
  readonly altText: string;
  /** Whom an attached photograph shows; a drawn card shows nobody. */
  readonly depicts: Voices;
  /** Key of the cleaned photograph in the storage (`pictures/…`); null when a card is drawn instead. */
  readonly pictureKey: string | null;
  readonly accountCodes: readonly string[];
  readonly dueAt: Date | null;
  /** How many minutes late it may still go out; later it is missed and shown. */
  readonly lateToleranceMinutes: number;
  readonly messageCode: string | null;
};
