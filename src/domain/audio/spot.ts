import type { Voices } from '../consent';
import type { CalendarDay, Language } from '../shared';

/** A recording to be aired: one message, in one language, by one voice. */
export type Spot = {
  readonly documentId: string;
  readonly code: string;
  readonly title: string;
  readonly messageCode: string | null;
  readonly language: Language;
  readonly voices: Voices;
  /** A witness who must not be known by their voice: only a re-voiced recording goes out. */
  readonly isProtected: boolean;
  /** First and last day it may be aired, whole days in the station's zone. */
  readonly flightStart: CalendarDay;
  readonly flightEnd: CalendarDay;
  /** What the presenter reads when the file cannot be played; also the transcript. */
  readonly liveText: string;
};

/** Where a recording stands on its way to the stations. */
export const SPOT_VERSION_STATES = [
  'received',
  'checking',
  'refused',
  'preparing',
  'ready',
  'failed',
  // Checked, and never rendered: a protected witness's own voice, or a re-voiced one that nobody confirmed yet.
  'kept',
  // What is left of a recording that was destroyed.
  'erased',
] as const;
export type SpotVersionState = (typeof SPOT_VERSION_STATES)[number];
