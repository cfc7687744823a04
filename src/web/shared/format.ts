import { DateTime } from 'luxon';
import type { CalendarDay, Language } from '../../domain/shared';
import { LANGUAGE_NAMES } from '../../wording/terms';

/** A narrow space that does not break: before « ; : ! ? » and inside numbers. */
export const NARROW = '\u202f';
export const NBSP = '\u00a0';

const OWN_NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français',
  bm: 'Bamanankan',
  snk: 'Sooninkanxanne',
};

/** The language in French: « bambara ». */
export function languageInWords(language: Language): string {
  return LANGUAGE_NAMES[language];
}

/** The language as its speakers call it. */
export function languageOwnName(language: Language): string {
  return OWN_NAMES[language];
}

/** « lundi 23 novembre 2026 », or without the year. */
export function formatDay(day: CalendarDay, options: { readonly year: boolean }): string {
  const date = DateTime.fromISO(day, { zone: 'utc' }).setLocale('fr');
  const words = date.toFormat(options.year ? 'cccc d LLLL yyyy' : 'cccc d LLLL');
  return firstOfMonth(words);
}

/** Only the first of the month is an ordinal in French: « 1er décembre », « 2 décembre ». */
function firstOfMonth(words: string): string {
  return words.replace(/\b1 /, '1er ');
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « 7 h 30 » in the station's zone. */
export function formatClock(instant: Date, timeZone: string): string {
  const moment = DateTime.fromJSDate(instant, { zone: timeZone });
  return `${moment.hour}${NBSP}h${NBSP}${String(moment.minute).padStart(2, '0')}`;
}

/** « 23 novembre 2026 à 7 h 30 ». */
export function formatMoment(instant: Date, timeZone: string): string {
  const moment = DateTime.fromJSDate(instant, { zone: timeZone }).setLocale('fr');
  return `${firstOfMonth(moment.toFormat('d LLLL yyyy'))} à ${formatClock(instant, timeZone)}`;
}

/** « 124 Ko », « 1,4 Mo »: thousands, as phones and data bundles count. */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes}${NBSP}octets`;
  if (sizeBytes < 999_500) return `${Math.round(sizeBytes / 1000)}${NBSP}Ko`;
  const megabytes = Math.round(sizeBytes / 100_000) / 10;
  return `${String(megabytes).replace('.', ',')}${NBSP}Mo`;
}

/** « 30 s », « 1 min 05 s »: rounded to the second. */
export function formatDuration(durationSeconds: number): string {
  const whole = Math.round(durationSeconds);
  if (whole < 60) return `${whole}${NBSP}s`;
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  return seconds === 0
    ? `${minutes}${NBSP}min`
    : `${minutes}${NBSP}min${NBSP}${String(seconds).padStart(2, '0')}${NBSP}s`;
}

/** A telephone number for a `tel:` link. */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}

/** French typography for a sentence written with plain spaces: the space before « : ; ! ? » does not break. */
export function french(sentence: string): string {
  return sentence
    .replace(/ (?=[;:!?»])/g, NARROW)
    .replace(/« /g, `«${NARROW}`)
    .replace(/(\d) (?=(?:h|s|min|Ko|Mo)\b)/g, `$1${NBSP}`);
}
