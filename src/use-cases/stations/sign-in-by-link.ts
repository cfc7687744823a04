import type { Ports } from '../../composition/ports';
import { lookAtSignInLink, type LinkSeen } from './look-at-sign-in-link';
import { openSession, type OpenedSession } from './open-session';

/** Signs a station in with a link, and uses the link up: of two who press the button at once, one gets in. */
export async function signInByLink(
  ports: Pick<Ports, 'system' | 'stationLinks' | 'stationAccess' | 'content' | 'journal'>,
  token: string,
): Promise<OpenedSession | Exclude<LinkSeen, { kind: 'open' }>> {
  const seen = await lookAtSignInLink(ports, token);
  if (seen.kind !== 'open') return seen;
  if (!(await ports.stationLinks.use(seen.linkId, ports.system.now()))) {
    return { kind: 'closed', state: 'used' };
  }
  return openSession(ports, seen.station.code, 'station-signed-in-by-link');
}
