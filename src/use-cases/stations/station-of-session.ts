import type { Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

/** The station that signed in with this token; null when the session ended, was never there, or the station is gone. */
export async function stationOfSession(
  ports: Pick<Ports, 'system' | 'stationAccess' | 'content'>,
  token: string,
): Promise<Station | null> {
  if (token === '') return null;
  const code = await ports.stationAccess.sessionStation(hashToken(token), ports.system.now());
  return code === null ? null : ports.content.stationByCode(code);
}
