import type { Ports } from '../../composition/ports';

/** Closes a link that was not used yet; false when it is not an open link of this station. */
export async function revokeSignInLink(
  ports: Pick<Ports, 'system' | 'stationLinks' | 'journal'>,
  asked: { readonly linkId: string; readonly stationCode: string; readonly by: string },
): Promise<boolean> {
  const at = ports.system.now();
  const { linkId, stationCode, by } = asked;
  if (!(await ports.stationLinks.revoke(linkId, stationCode, by, at))) return false;
  await ports.journal.write({
    at,
    by,
    action: 'station-link-revoked',
    subject: `station:${stationCode}`,
    details: { link: linkId },
  });
  return true;
}
