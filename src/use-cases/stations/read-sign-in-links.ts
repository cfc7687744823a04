import { signInLinkState, type SignInLink, type SignInLinkState } from '../../domain/stations';
import type { Ports } from '../../composition/ports';

export type SignInLinkView = SignInLink & { readonly state: SignInLinkState };

/** A station's links of the last month, the newest first, without what would open them. */
export async function readSignInLinks(
  ports: Pick<Ports, 'system' | 'stationLinks'>,
  stationCode: string,
): Promise<readonly SignInLinkView[]> {
  const now = ports.system.now();
  const links = await ports.stationLinks.ofStation(stationCode);
  return links.map((link) => ({ ...link, state: signInLinkState(link, now) }));
}
