/** Query values that tell nothing of a person and help to read a log. */
const HARMLESS = new Set(['langue', 'dl', 'fait', 'avis']);

/** A path fit for a log: what follows `/d/` is the secret of a station's link. */
export function redactPath(path: string): string {
  return path.replace(/(^|\/)d\/[^/?]+/i, '$1d/…');
}

/** An address fit for a log: values of the query are hidden, except the harmless ones, and secrets in the path. */
export function redactAddress(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return redactPath(address);
  const pairs = [...new URLSearchParams(address.slice(at + 1))].map(([name, value]) =>
    HARMLESS.has(name) && /^[\w-]{0,20}$/.test(value) ? `${name}=${value}` : `${name}=…`,
  );
  return `${redactPath(address.slice(0, at))}?${pairs.join('&')}`;
}
