import { signInLinkState, type SignInLinkState, type Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

/** Anything longer is no token of ours, and is not hashed. */
const LONGEST_TOKEN = 128;

export type LinkSeen =
  | { readonly kind: 'open'; readonly linkId: string; readonly station: Station }
  | { readonly kind: 'closed'; readonly state: Exclude<SignInLinkState, 'open'> }
  | { readonly kind: 'unknown' };

/** What a link is good for. Looking uses nothing up: mail scanners and previews look at every link. */
export async function lookAtSignInLink(
  ports: Pick<Ports, 'system' | 'stationLinks' | 'content'>,
  token: string,
): Promise<LinkSeen> {
  if (token === '' || token.length > LONGEST_TOKEN) return { kind: 'unknown' };
  const link = await ports.stationLinks.byToken(hashToken(token));
  if (link === null) return { kind: 'unknown' };
  const state = signInLinkState(link, ports.system.now());
  if (state !== 'open') return { kind: 'closed', state };
  const station = await ports.content.stationByCode(link.stationCode);
  return station === null ? { kind: 'unknown' } : { kind: 'open', linkId: link.id, station };
}
