import { signInLinkExpiry, type SignInLink } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

/**
 * Makes a link that signs a station in, once, to be sent by the manager. The token is told once: only its hash is
 * kept. Null when there is no such station.
 *
 * @param by `user:<id>` of the person who sends it.
 */
export async function issueSignInLink(
  ports: Pick<Ports, 'settings' | 'system' | 'stationLinks' | 'content' | 'journal'>,
  stationCode: string,
  by: string,
): Promise<{ readonly link: SignInLink; readonly address: string } | null> {
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) return null;
  const at = ports.system.now();
  const token = ports.system.newSecret(192);
  const link: SignInLink = {
    id: ports.system.newId(),
    stationCode: station.code,
    createdBy: by,
    createdAt: at,
    expiresAt: signInLinkExpiry(at),
    usedAt: null,
    revokedAt: null,
  };
  await ports.stationLinks.add({ ...link, tokenHash: hashToken(token) });
  await ports.journal.write({
    at,
    by,
    action: 'station-link-issued',
    subject: `station:${station.code}`,
    details: { link: link.id },
  });
  return { link, address: `${ports.settings.publicUrl}/station/lien?jeton=${token}` };
}
