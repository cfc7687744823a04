import type { CalendarDay, Language } from '../shared';

/** A window in which one station is asked to air one spot. Its id is given once and never reused. */
export type Slot = {
  readonly id: string;
  readonly stationCode: string;
  readonly spotCode: string;
  readonly language: Language;
  readonly windowStart: Date;
  readonly windowEnd: Date;
  /** The day of the window's start in the station's zone. */
  readonly airDate: CalendarDay;
  readonly state: 'planned' | 'cancelled';
};
