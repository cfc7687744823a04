import { isStationCode } from '../../domain/shared';
import { readAccessCode, signInGate, signInWindowStart } from '../../domain/stations';
import type { Ports } from '../../composition/ports';
import { openSession, type OpenedSession } from './open-session';
import { digestAddress, isAccessCode } from './secrets';

export type SignInAnswer =
  | OpenedSession
  | { readonly kind: 'wrong-code'; readonly attemptsLeft: number }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/** Longer entries are cut: nobody hashes a novel on our processor. */
const LONGEST_CODE = 64;

/** What cannot be a station's code shares one counter an address: it must not fill the table with inventions. */
const NO_STATION = '---';

/**
 * Signs a station in with its access code. An attempt is written down as failed before it is looked at, so that many
 * at once cannot slip through together; the right code wipes it. Five failures in fifteen minutes lock this pair of
 * station and address, for the right code too, and nobody else. An unknown station answers like a known one.
 */
export async function signInStation(
  ports: Pick<Ports, 'system' | 'settings' | 'stationAccess' | 'content' | 'journal'>,
  attempt: { readonly stationCode: string; readonly accessCode: string; readonly address: string },
): Promise<SignInAnswer> {
  const { stationAccess, system } = ports;
  const now = system.now();
  const entered = attempt.stationCode.trim().toUpperCase();
  const stationCode = isStationCode(entered) ? entered : NO_STATION;
  const addressHash = digestAddress(attempt.address, ports.settings.digestKey);
  const failuresNow = () =>
    stationAccess.failuresSince(stationCode, addressHash, signInWindowStart(now));

  const before = signInGate(await failuresNow(), now);
  if (before.kind === 'locked') return before;

  await stationAccess.addFailure(stationCode, addressHash, now);
  const withThisOne = await failuresNow();
  // One failure fewer than is written: the attempt in hand has not failed yet.
  const gate = signInGate(withThisOne.slice(0, -1), now);
  if (gate.kind === 'locked') return gate;

  const code = readAccessCode(attempt.accessCode.slice(0, LONGEST_CODE));
  const isRight = await isAccessCode(code, await stationAccess.codeHash(stationCode));
  const isKnown = (await ports.content.stationByCode(stationCode)) !== null;
  if (!isRight || !isKnown) return { kind: 'wrong-code', attemptsLeft: gate.attemptsLeft - 1 };

  await stationAccess.clearFailures(stationCode, addressHash);
  return openSession(ports, stationCode, 'station-signed-in');
}
