import type { CalendarDay, Language } from '../shared';

/** An estimate in three numbers, each a share between 0 and 1, low <= likely <= high. */
export type Estimate = { readonly low: number; readonly likely: number; readonly high: number };

/** How a station is heard in a zone. Every number has a source, or says that it is an assumption. */
export type StationZone = {
  readonly zoneCode: string;
  /** Share of the zone's population that the signal reaches. */
  readonly coverage: Estimate;
  /** Share of the covered population that listens at least once a week. */
  readonly weeklyListeners: Estimate;
  /** Chance that a weekly listener hears one given airing. */
  readonly hearsOneAiring: Estimate;
  readonly source: string;
  readonly sourceDate: CalendarDay | null;
  readonly sampleSize: number | null;
  readonly isAssumption: boolean;
};

export type StationContact = {
  readonly name: string;
  readonly role: string;
  readonly telephone: string;
};

export type Station = {
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly frequencyMhz: number | null;
  readonly timeZone: string;
  readonly languages: readonly Language[];
  readonly profileCode: string | null;
  readonly contacts: readonly StationContact[];
  readonly zones: readonly StationZone[];
  readonly isExample: boolean;
};

export type Zone = {
  readonly documentId: string;
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly populationSource: string;
  readonly populationDate: CalendarDay | null;
};
