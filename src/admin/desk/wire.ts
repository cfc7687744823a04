import type { Consent } from '../../domain/consent';
import type { Language } from '../../domain/shared';
import type { Station } from '../../domain/stations';
import type { EngineState, SpotOverview, VersionView } from '../../use-cases/audio';
import type {
  ContractView,
  FlightPreview,
  FlightView,
  PlannerRow,
} from '../../use-cases/broadcast';
import type { AudiogramsView } from '../../use-cases/audiogram';
import type { AlertView, MailView } from '../../use-cases/alerts';
import type { AccountsView } from '../../use-cases/accounts';
import type { StationDelivery } from '../../use-cases/delivery';
import type { MessageRow } from '../../use-cases/messages';
import type { KitFile, MarkView } from '../../use-cases/kit';
import type { RumourView } from '../../use-cases/outreach';
import type { ResultsView } from '../../use-cases/results';
import type { SignInLinkView } from '../../use-cases/stations';
import type { FilmChoice, PostCalendar, PostChoices, PostView } from '../../use-cases/social';
import type { Serialized } from './serialized';

/** What the routes under `/desk` answer: the views of the use cases, with the French sentences that belong to them. */

type Told<View> = View & { readonly sentences: readonly string[] };

export type VersionOnWire = Told<Serialized<VersionView>> & {
  /** Whether the person who asked may hear the recording as it was sent. */
  readonly mayBeHeard: boolean;
  /** A protected witness is, or may be, heard in it. */
  readonly isSensitive: boolean;
  /** Whether they may hear it all the same: by a door of its own, which writes it down. */
  readonly mayHear: boolean;
};

export type AudiogramsOnWire = Told<Serialized<AudiogramsView>>;

export type SpotOnWire = Omit<Serialized<SpotOverview>, 'versions' | 'holds'> & {
  readonly versions: readonly VersionOnWire[];
  readonly engine: EngineState;
  readonly holds: readonly Told<Serialized<SpotOverview['holds'][number]>>[];
};

export type ConsentOnWire = Serialized<Consent>;

/** A consent that was withdrawn, with what could not be taken off a network at once. */
export type WithdrawnOnWire = ConsentOnWire & { readonly sentences: readonly string[] };

export type StationOnWire = Serialized<Station> & { readonly hasAccessCode: boolean };

export type SignInLinkOnWire = Serialized<SignInLinkView>;
export type StationDeliveryOnWire = Serialized<StationDelivery>;

export type DeliveryLinkOnWire = StationDeliveryOnWire['links'][number];

export type SlotOnWire = Serialized<PlannerRow>;

export type FlightOnWire = Serialized<FlightView>;

/** What a change of the plan means for the contracts, in sentences. */
export type ContractNotesOnWire = { readonly contractNotes: readonly string[] };

export type PreviewOnWire = Omit<Serialized<FlightPreview>, 'conflicts' | 'contractNotes'> &
  ContractNotesOnWire & {
    readonly conflicts: readonly (Serialized<FlightPreview['conflicts'][number]> & {
      readonly sentence: string;
    })[];
  };

export type WeekOnWire = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly rows: readonly SlotOnWire[];
};

export type MessageOnWire = Serialized<MessageRow>;

export type PostOnWire = Omit<Serialized<PostView>, 'deliveries'> & {
  readonly refusalSentences: readonly string[];
  readonly holdSentences: readonly string[];
  readonly deliveries: readonly (Serialized<PostView['deliveries'][number]> & {
    readonly sentence: string;
  })[];
};

export type PostCalendarOnWire = Serialized<PostCalendar>;

export type PostChoicesOnWire = Serialized<PostChoices>;

export type FilmChoiceOnWire = Serialized<FilmChoice>;

export type ContractOnWire = Serialized<ContractView>;

/** What of a post may be carried along by hand, or why nothing may, and where it was put. */
export type KitOnWire = {
  readonly languages: readonly {
    readonly language: Language;
    readonly text: string;
    readonly files: readonly { readonly kind: KitFile['kind']; readonly fileName: string }[];
  }[];
  readonly sentences: readonly string[];
  readonly isRecalled: boolean;
  readonly marks: readonly Serialized<MarkView>[];
};

type Named = { readonly code: string; readonly name: string };
type Titled = { readonly code: string; readonly title: string };

/** Rumours, with what a form chooses from. */
export type RumoursOnWire = {
  readonly rumours: readonly Serialized<RumourView>[];
  readonly zones: readonly Named[];
  readonly messages: readonly Titled[];
  readonly spots: readonly Titled[];
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

export type AlertOnWire = Serialized<AlertView>;

export type AlertMailOnWire = Serialized<MailView>;

export type AlertsOnWire = {
  /** Who is signed in, as `user:<id>`. */
  readonly person: string;
  /** The campaign's clock, by which ends are chosen and shown. */
  readonly timeZone: string;
  readonly now: string;
  readonly alerts: readonly AlertOnWire[];
  readonly mail: AlertMailOnWire;
};

/** A spot that was pulled, with what could not be taken off a network at once. */
export type RecalledOnWire = {
  readonly cancelledSlots: number;
  readonly sentences: readonly string[];
};

export type AccountOnWire = Serialized<AccountsView['accounts'][number]> & {
  /** What keeps its posts waiting; null when nothing does. */
  readonly holdSentence: string | null;
  /** What the last look at its connection told; null when nobody looked yet. */
  readonly reportSentence: string | null;
};

export type AccountsOnWire = Omit<Serialized<AccountsView>, 'accounts'> & {
  readonly accounts: readonly AccountOnWire[];
};
