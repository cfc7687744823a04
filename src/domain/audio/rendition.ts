import type { CalendarDay } from '../shared';
import type { DeliveryProfile } from './profile';
import type { Spot } from './spot';

/** First and last day on air, as they are written inside a file. */
export type CartDays = { readonly flightStart: CalendarDay; readonly flightEnd: CalendarDay };

/** The days that a file of this profile has to say; null where the format has no place for them. */
export function cartDaysFor(
  { codec }: Pick<DeliveryProfile, 'codec'>,
  { flightStart, flightEnd }: Pick<Spot, 'flightStart' | 'flightEnd'>,
): CartDays | null {
  return codec === 'wav' ? { flightStart, flightEnd } : null;
}

/** Whether a file says these very days; one that says none serves where none are asked for. */
export function saysDays(
  { cartDays }: Pick<Rendition, 'cartDays'>,
  asked: CartDays | null,
): boolean {
  return cartDays?.flightStart === asked?.flightStart && cartDays?.flightEnd === asked?.flightEnd;
}

/** One spot version prepared for one profile, measured again after encoding. */
export type Rendition = {
  readonly id: string;
  readonly spotVersionId: string;
  readonly spotCode: string;
  readonly profileCode: string;
  readonly profileHash: string;
  readonly toolchainHash: string;
  /** Null for a format without such words, and for a WAV of which nobody noted what it says. */
  readonly cartDays: CartDays | null;
  /** Key in the storage, under `renditions/`. */
  readonly storageKey: string;
  /** The ASCII name that the station sees. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
  readonly loudnessLufs: number | null;
  readonly truePeakDbtp: number | null;
  readonly createdAt: Date;
};
