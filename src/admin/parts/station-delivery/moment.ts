/** « 24/11/2026 à 09:05 » in the station's zone. */
export function moment(instant: string, timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone }).format(new Date(instant));
  const day = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${day} à ${format({ hour: '2-digit', minute: '2-digit' })}`;
}

/** « 480 Ko », « 5,8 Mo »: thousands, as data bundles count. */
export function size(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} Ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} Mo`;
}
