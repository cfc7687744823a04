import type { SpotVersion } from '../../domain/audio';
import type { Consent } from '../../domain/consent';
import type { Station } from '../../domain/stations';
import type { SpotOverview } from '../../use-cases/audio';
import type { AudiogramsView } from '../../use-cases/audiogram';
import type { BroadcastWeekRow } from '../../use-cases/broadcast';
import type { MessageRow } from '../../use-cases/messages';
import type { ResultsView } from '../../use-cases/results';
import type { PostView } from '../../use-cases/social';
import type { Serialized } from './serialized';

/** What the routes under `/desk` answer: the views of the use cases, with the French sentences that belong to them. */

type Told<View> = View & { readonly sentences: readonly string[] };

export type VersionOnWire = Told<Serialized<SpotVersion>> & {
  /** A protected witness is, or may be, heard in it. */
  readonly isSensitive: boolean;
  readonly mayHear: boolean;
};

export type AudiogramsOnWire = Told<Serialized<AudiogramsView>>;

export type SpotOnWire = Omit<Serialized<SpotOverview>, 'versions' | 'holds'> & {
  readonly versions: readonly VersionOnWire[];
  readonly holds: readonly Told<Serialized<SpotOverview['holds'][number]>>[];
};

export type ConsentOnWire = Serialized<Consent>;

/** A consent that was withdrawn, with what could not be taken off a network at once. */
export type WithdrawnOnWire = ConsentOnWire & { readonly sentences: readonly string[] };

export type StationOnWire = Serialized<Station> & { readonly hasAccessCode: boolean };

export type SlotOnWire = Serialized<BroadcastWeekRow>;

export type WeekOnWire = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly rows: readonly SlotOnWire[];
};

export type MessageOnWire = Serialized<MessageRow>;

export type PostOnWire = Omit<Serialized<PostView>, 'holds' | 'deliveries'> & {
  readonly refusalSentences: readonly string[];
  readonly holds: readonly Told<Serialized<PostView['holds'][number]>>[];
  readonly deliveries: readonly (Serialized<PostView['deliveries'][number]> & {
    readonly sentence: string;
  })[];
};

export type ResultsOnWire = Serialized<ResultsView>;

export type AttentionOnWire = {
  readonly kind: string;
  readonly sentence: string;
  readonly detail: string;
  readonly telephone: string | null;
  /** Page of the admin where it is settled. */
  readonly link: string;
};
