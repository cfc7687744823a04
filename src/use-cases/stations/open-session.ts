import { sessionEnd } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashToken } from './secrets';

export type OpenedSession = {
  readonly kind: 'signed-in';
  /** For the cookie; it is not stored and cannot be shown again. */
  readonly token: string;
  readonly stationCode: string;
  readonly expiresAt: Date;
};

/** Opens a session of a station that proved who it is. */
export async function openSession(
  ports: Pick<Ports, 'system' | 'stationAccess' | 'journal'>,
  stationCode: string,
  action: 'station-signed-in' | 'station-signed-in-by-link',
): Promise<OpenedSession> {
  const now = ports.system.now();
  const token = ports.system.newSecret(256);
  const expiresAt = sessionEnd(now, now);
  await ports.stationAccess.addSession({
    tokenHash: hashToken(token),
    stationCode,
    createdAt: now,
    expiresAt,
  });
  const subject = `station:${stationCode}`;
  await ports.journal.write({ at: now, by: subject, action, subject });
  return { kind: 'signed-in', token, stationCode, expiresAt };
}
