import type { Ports } from '../../composition/ports';
import type { PageOptions } from '../shared';

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|$)/;

/**
 * How a browser may keep the programme. Where it obeys `Clear-Site-Data` (https, and the machine itself) it keeps the page
 * and asks each time whether it changed; sign-out empties it. Over plain http nothing could empty it, so nothing is kept.
 */
export function pageKeeping({ settings }: Pick<Ports, 'settings'>): PageOptions {
  const canBeEmptied =
    settings.publicUrl.startsWith('https://') || LOOPBACK.test(settings.publicUrl);
  return canBeEmptied
    ? { cacheControl: 'private, no-cache', isRevalidated: true }
    : { cacheControl: 'no-store' };
}
