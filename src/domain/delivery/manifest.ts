import type { CalendarDay, Language } from '../shared';

/** A file that a station is to hold, in its own format. */
export type ManifestFile = {
  readonly spotCode: string;
  readonly title: string;
  readonly language: Language;
  readonly versionNumber: number;
  readonly renditionId: string;
  /** The ASCII name that the station sees, at most 64 characters. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  /** First and last day on air, whole days in the station's zone. */
  readonly flightStart: CalendarDay;
  readonly flightEnd: CalendarDay;
  /** What the presenter reads when the file cannot be played. */
  readonly liveText: string;
  readonly isUrgent: boolean;
  /** When this very file first stood in a manifest of the station. */
  readonly publishedAt: Date;
};

/** A window in which a file is to be aired. */
export type ManifestSlot = {
  readonly slotId: string;
  readonly spotCode: string;
  readonly windowStart: Date;
  readonly windowEnd: Date;
  /** The day in the station's zone. */
  readonly airDate: CalendarDay;
};

/** What became of a file since the version before. */
export type ManifestChange =
  | { readonly op: 'add'; readonly spotCode: string; readonly fileName: string }
  | {
      readonly op: 'replace';
      readonly spotCode: string;
      readonly fileName: string;
      readonly replacedFileName: string;
    }
  | { readonly op: 'delete'; readonly spotCode: string; readonly fileName: string };

/** A spot that was pulled: no station may air it any more. It stays named, so that copies are dropped. */
export type Tombstone = {
  readonly spotCode: string;
  readonly fileNames: readonly string[];
  readonly recalledAt: Date;
  readonly reason: string;
};

/** What a station is to hold for a range of days: frozen, numbered, and the one source of every door. */
export type Manifest = {
  readonly stationCode: string;
  readonly stationName: string;
  readonly timeZone: string;
  readonly campaignName: string;
  /** Where the station sends its text messages, in E.164; lists of before say nothing of it. */
  readonly smsNumber?: string | null;
  /** 1, 2, 3, … for each station. */
  readonly version: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly frozenAt: Date;
  /** Urgent ones first, then by spot code. */
  readonly files: readonly ManifestFile[];
  /** By window start, then spot code. */
  readonly slots: readonly ManifestSlot[];
  /** Against the version before; for the first version every file is added. */
  readonly changes: readonly ManifestChange[];
  readonly tombstones: readonly Tombstone[];
  /** Windows of an earlier version, not over yet, that are no longer asked for: calendars must strike them out. */
  readonly cancelledSlots?: readonly ManifestSlot[];
};
