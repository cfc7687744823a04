import type { Airing, AsRunMatch, UnmatchedReason } from '../../domain/broadcast';
import type { Language } from '../../domain/shared';
import type { StationContact } from '../../domain/stations';
import type { DayConfirmed, RecordingView } from '../../use-cases/broadcast';
import type { Serialized } from './serialized';

/** What the routes around the airing ledger answer. */

export type DayLineOnWire = {
  readonly number: number;
  readonly slotId: string;
  readonly spotCode: string;
  readonly title: string | null;
  readonly language: Language;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly isBegun: boolean;
  readonly isOver: boolean;
  readonly isSuspended: boolean;
  readonly airing: Serialized<Airing> | null;
  readonly isRecordingErased: boolean;
};

export type DayOnWire = {
  readonly stationCode: string;
  readonly stationName: string;
  readonly timeZone: string;
  readonly contacts: readonly StationContact[];
  readonly day: string;
  /** Null when nothing is planned. */
  readonly code: string | null;
  readonly lines: readonly DayLineOnWire[];
};

export type DayConfirmedOnWire = DayConfirmed & { readonly sentence: string };

export type RecordingOnWire = Serialized<RecordingView> & { readonly sentences: readonly string[] };

export type SmsOnWire = {
  readonly gateway: string;
  /** Messages of the last thirty days from numbers that are nobody's. */
  readonly strangers: number;
  readonly messages: readonly {
    readonly id: string;
    readonly receivedAt: string;
    readonly stationCode: string | null;
    readonly outcome: string;
    readonly reply: string | null;
    readonly replyState: 'none' | 'due' | 'sent' | 'given-up';
  }[];
};

export type AsRunLineOnWire = {
  readonly lineNumber: number;
  readonly text: string;
  readonly kind: AsRunMatch['kind'];
  readonly reason: UnmatchedReason | null;
  readonly sentence: string | null;
  readonly spotCode: string | null;
  readonly at: string | null;
  readonly windowStart: string | null;
  readonly windowEnd: string | null;
};

export type AsRunPreviewOnWire = {
  readonly stationCode: string;
  readonly timeZone: string;
  readonly program: 'libretime' | 'azuracast' | 'radiodj' | 'table' | 'lines';
  readonly encoding: string;
  readonly fingerprint: string;
  readonly lineCount: number;
  readonly counts: Readonly<Record<AsRunMatch['kind'] | 'music', number>>;
  readonly lines: readonly AsRunLineOnWire[];
  readonly linesLeftOut: number;
  readonly withoutCode: readonly AsRunLineOnWire[];
};

export type AsRunImportedOnWire = {
  readonly added: number;
  readonly skipped: number;
  readonly preview: AsRunPreviewOnWire;
};
