/** Query values that tell nothing of a person and help to read a log. */
const HARMLESS = new Set(['langue', 'dl', 'fait', 'avis']);

/** An address fit for a log: values of the query are hidden, except the harmless ones. */
export function redactAddress(address: string): string {
  const at = address.indexOf('?');
  if (at < 0) return address;
  const pairs = [...new URLSearchParams(address.slice(at + 1))].map(([name, value]) =>
    HARMLESS.has(name) && /^[\w-]{0,20}$/.test(value) ? `${name}=${value}` : `${name}=…`,
  );
  return `${address.slice(0, at)}?${pairs.join('&')}`;
}
