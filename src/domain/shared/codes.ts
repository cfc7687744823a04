/** A station's code is fixed for life: three capital letters, printed on files and day sheets. */
export function isStationCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

/** A spot's code is fixed and never reused: four digits, said on air and written in as-run logs. */
export function isSpotCode(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}$/.test(value);
}

/** The next spot code after the highest one ever given; null when the 9,999 codes are used up. */
export function nextSpotCode(highestEver: string | null): string | null {
  const next = highestEver === null ? 1 : Number(highestEver) + 1;
  return next > 9999 ? null : String(next).padStart(4, '0');
}

/** Codes of messages, zones, profiles, posts and accounts: capital letters, digits and hyphens. */
export function isReferenceCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?$/.test(value);
}
