import type { Manifest, ProgrammePart } from '../../../domain/delivery';

/**
 * What a list is called: `KAY-20261201-07`, `KAY-20261201`, or `KAY-20261201-20261208` for all of a manifest. Lists of two
 * programs for one part must differ in their ending or mask: they lie in one folder.
 */
export function listName(manifest: Manifest, { day, hour }: ProgrammePart): string {
  if (day === undefined) {
    return `${manifest.stationCode}-${compact(manifest.from)}-${compact(manifest.to)}`;
  }
  const name = `${manifest.stationCode}-${compact(day)}`;
  return hour === undefined ? name : `${name}-${twoDigits(hour)}`;
}

/** `2026-12-01` as `261201`, the date mask of RadioDJ and PlayIt. */
export function dateMask(day: string): string {
  return compact(day).slice(2);
}

export function compact(day: string): string {
  return day.replaceAll('-', '');
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
