import { sessionEnd, type Station } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

/** A session in use is not written at each request: its end moves when this much has been used up. */
const EXTEND_AFTER_MS = 60_000;

/**
 * The station that signed in with this token; null when the session ended, was never there, or the station is gone.
 * Being asked keeps the session open, within its working day.
 */
export async function stationOfSession(
  ports: Pick<Ports, 'system' | 'stationAccess' | 'content'>,
  token: string,
): Promise<Station | null> {
  if (token === '') return null;
  const now = ports.system.now();
  const tokenHash = hashToken(token);
  const session = await ports.stationAccess.livingSession(tokenHash, now);
  if (session === null) return null;
  const end = sessionEnd(session.createdAt, now);
  if (end.getTime() - session.expiresAt.getTime() >= EXTEND_AFTER_MS) {
    await ports.stationAccess.extendSession(tokenHash, end);
  }
  return ports.content.stationByCode(session.stationCode);
}
