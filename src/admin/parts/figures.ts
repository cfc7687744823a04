import { DateTime } from 'luxon';

/** `1536000` as « 1,5 Mo »: French units, one decimal from a megabyte on. */
export function frenchSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} o`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} Mo`;
}

/** `75.4` as « 1 min 15 s ». */
export function frenchDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** `-16.04` as « −16,0 »; a dash when it was not measured. */
export function frenchLevel(value: number | null): string {
  return value === null ? '–' : value.toFixed(1).replace('.', ',').replace('-', '−');
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** `2026-12-01` as « mardi 1er décembre ». */
export function frenchLongDay(day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  const number = date.day === 1 ? '1er' : String(date.day);
  return `${DAYS[date.weekday - 1] ?? ''} ${number} ${MONTHS[date.month - 1] ?? ''}`;
}

/** An instant as « 1/12/2026 à 7 h 05 » on the clocks of a zone; without one, on those of whoever looks. */
export function frenchInstant(iso: string, timeZone = 'local'): string {
  const moment = DateTime.fromISO(iso, { zone: timeZone });
  return `${moment.toFormat('d/MM/yyyy')} à ${moment.hour} h ${moment.toFormat('mm')}`;
}

/** « 1 radio », « 6 radios »: French keeps zero and one in the singular. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}
