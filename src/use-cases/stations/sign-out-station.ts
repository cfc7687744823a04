import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

/** Ends a session; ending it twice is no error. */
export async function signOutStation(
  ports: Pick<Ports, 'stationAccess'>,
  token: string,
): Promise<void> {
  await ports.stationAccess.endSession(hashToken(token));
}
