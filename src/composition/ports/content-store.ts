import type { DeliveryProfile, LimitSettings, Spot } from '../../domain/audio';
import type { Contract } from '../../domain/broadcast';
import type { Message, ReviewState, Translation } from '../../domain/messages';
import type { Gathering } from '../../domain/outreach';
import type { Indicator, IndicatorValue } from '../../domain/results';
import type { Account, Film, HashtagGroup, Post, PostingTime } from '../../domain/social';
import type { Station, Zone } from '../../domain/stations';
import type { CalendarDay, Language } from '../../domain/shared';

export type Organisation = {
  readonly name: string;
  readonly website: string;
  /** Name of its logo's file in the library; null without one. */
  readonly logoFile: string | null;
};

/** What the campaign says of itself, edited in the desk. */
export type Campaign = {
  readonly name: string;
  readonly pitch: string;
  readonly startsOn: CalendarDay | null;
  readonly endsOn: CalendarDay | null;
  readonly hotline: string;
  readonly hotlineHours: string;
  /** Where stations send their text messages, in E.164; null while there is no such number. */
  readonly smsNumber: string | null;
  /** The two colours of its picture cards, `#rrggbb`; empty for the house's own. */
  readonly cardGround: string;
  readonly cardAccent: string;
  readonly partners: readonly Organisation[];
  readonly donors: readonly Organisation[];
  readonly timeZone: string;
  /** When posts usually go out, on the campaign's clock. */
  readonly postingTimes: readonly PostingTime[];
  readonly isExample: boolean;
};

/** The documents that people edit, read as the trade's own things. */
export interface ContentStore {
  /**
   * Short text that reads the same as long as no spot, station, profile or campaign was edited: cheaper than reading
   * them.
   */
  revision(): Promise<string>;
  campaign(): Promise<Campaign>;
  /** The file of a logo; null when the library does not hold it. */
  logo(fileName: string): Promise<Buffer | null>;
  messages(): Promise<readonly Message[]>;
  messageByCode(code: string): Promise<Message | null>;
  messageByDocumentId(documentId: string): Promise<Message | null>;
  /** The text that the public sees, which may be older than the draft; null when that language is not published. */
  publishedTranslation(code: string, language: Language): Promise<Translation | null>;
  /** Sets one language's review state and the fingerprint of the French text it was checked against. */
  setReview(
    documentId: string,
    language: Language,
    review: {
      readonly state: ReviewState;
      readonly note: string;
      readonly translatedFrom: string | null;
    },
  ): Promise<void>;
  spots(): Promise<readonly Spot[]>;
  spotByCode(code: string): Promise<Spot | null>;
  spotByDocumentId(documentId: string): Promise<Spot | null>;
  /** Protects a witness, or lifts the protection: `setProtection` decides. */
  setSpotProtection(documentId: string, isProtected: boolean): Promise<void>;
  stations(): Promise<readonly Station[]>;
  stationByCode(code: string): Promise<Station | null>;
  zones(): Promise<readonly Zone[]>;
  /** Thresholds of the check that the campaign set otherwise. */
  limitSettings(): Promise<LimitSettings>;
  profiles(): Promise<readonly DeliveryProfile[]>;
  accounts(): Promise<readonly Account[]>;
  hashtagGroups(): Promise<readonly HashtagGroup[]>;
  posts(): Promise<readonly Post[]>;
  postByDocumentId(documentId: string): Promise<Post | null>;
  postByCode(code: string): Promise<Post | null>;
  /** Attaches a cleaned photograph, by its key in the file store, or takes it away; a film goes. */
  setPostPicture(documentId: string, pictureKey: string | null): Promise<void>;
  /** Attaches a film of a spot, or takes it away; a photograph goes. */
  setPostFilm(documentId: string, film: Film | null): Promise<void>;
  /** Another time for a post, as any edit: an approval that stands is voided. */
  setPostDueAt(documentId: string, dueAt: Date): Promise<void>;
  contracts(): Promise<readonly Contract[]>;
  gatherings(): Promise<readonly Gathering[]>;
  indicators(): Promise<readonly Indicator[]>;
  indicatorValues(): Promise<readonly IndicatorValue[]>;
}
