/** What a link says of where it was found, for whoever counts the visits of the page. */
export type LinkOrigin = {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly content: string;
};

/** Longest web address: beyond it networks and browsers begin to differ. */
export const MAXIMUM_LINK_LENGTH = 2000;

/** Whether a text is one whole web address, as a network would make a link of it. */
export function isWebAddress(text: string): boolean {
  if (text.length > MAXIMUM_LINK_LENGTH || !/^https?:\/\/[^\s/?#]+\.[^\s/?#]+/iu.test(text))
    return false;
  if (/[\s<>"]/u.test(text)) return false;
  return URL.canParse(text);
}

function nameOf(parameter: string): string {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

/**
 * A link with its origin (`utm_source`, `utm_medium`, `utm_campaign`, `utm_content`). What the link says already stays as it
 * was written, letter for letter, and is never said twice; empty values are left out.
 */
export function withOrigin(link: string, origin: LinkOrigin): string {
  const hash = link.indexOf('#');
  const [address, fragment] = hash === -1 ? [link, ''] : [link.slice(0, hash), link.slice(hash)];
  const mark = address.indexOf('?');
  const query = mark === -1 ? '' : address.slice(mark + 1);
  const there = new Set(query.split('&').map(nameOf));
  const added = Object.entries(origin)
    .filter(([name, value]) => value !== '' && !there.has(`utm_${name}`))
    .map(([name, value]) => `utm_${name}=${encodeURIComponent(value)}`)
    .join('&');
  if (added === '') return link;
  const glue = mark === -1 ? '?' : query === '' || query.endsWith('&') ? '' : '&';
  return `${address}${glue}${added}${fragment}`;
}
