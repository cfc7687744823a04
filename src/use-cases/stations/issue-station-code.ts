import { createHash } from 'node:crypto';

import { readAccessCode, writeAccessCode } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { hashAccessCode } from './secrets';

/**
 * Gives a station a new access code, `K7QM-2XWA-9FDT`, to be told once: only its hash is kept. The old code no longer
 * opens, every session of the station ends, and links that were not used yet are closed. Null when there is no such station.
 *
 * @param by `user:<id>` of the person who hands it out.
 */
export async function issueStationCode(
  ports: Pick<Ports, 'system' | 'stationAccess' | 'stationLinks' | 'content' | 'journal'>,
  stationCode: string,
  by: string,
): Promise<{ readonly accessCode: string } | null> {
  const { stationAccess, system } = ports;
  const station = await ports.content.stationByCode(stationCode);
  if (station === null) return null;

  const at = system.now();
  // SHA-256 spreads the secret's text evenly over bytes, of which the code takes five bits each.
  const randomBytes = createHash('sha256').update(system.newSecret(256)).digest();
  const accessCode = writeAccessCode(randomBytes);
  const hash = await hashAccessCode(readAccessCode(accessCode), system.newSecret(128));
  await stationAccess.setCodeHash(station.code, hash, by, at);
  await stationAccess.endSessionsOf(station.code);
  await ports.stationLinks.revokeAllOf(station.code, by, at);
  await ports.journal.write({
    at,
    by,
    action: 'station-code-issued',
    subject: `station:${station.code}`,
  });
  return { accessCode };
}
