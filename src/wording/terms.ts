import type { Channel } from '../domain/consent';
import type { CalendarDay, ClockTime, Language } from '../domain/shared';

/** French names of the languages, without article. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: 'français',
  bm: 'bambara',
  snk: 'soninké',
};

/** French names of the doors something goes out by. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  radio: 'la radio',
  social: 'les réseaux sociaux',
  web: 'le site public',
};

/** `2026-11-23` as `23/11/2026`. */
export function frenchDay(day: CalendarDay): string {
  return day.split('-').reverse().join('/');
}

/** `07:05` as `7 h 05`. */
export function frenchTime(time: ClockTime): string {
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)} h ${minutes}`;
}
