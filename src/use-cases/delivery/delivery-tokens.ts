import { createHash, timingSafeEqual } from 'node:crypto';

import {
  checkTokenLabel,
  isUseNews,
  opensDoor,
  retiredByAnother,
  TOKEN_BITS,
  type DeliveryToken,
  type DoorKind,
  type TokenPurpose,
  type TokenRefusal,
} from '../../domain/delivery';
import type { LivingToken, Ports } from '../../composition/ports';

export type IssueTokenAnswer =
  | {
      readonly kind: 'issued';
      /** Shown once; only its hash is kept. */
      readonly secret: string;
      readonly token: DeliveryToken;
      /** Older links of the same purpose that no longer work: one stays while programs are told the new one. */
      readonly retired: readonly DeliveryToken[];
    }
  | { readonly kind: 'no-such-station' }
  | { readonly kind: 'refused'; readonly refusals: readonly TokenRefusal[] };

type Needs = Pick<Ports, 'system' | 'content' | 'deliveryTokens' | 'journal'>;

/** Hands a station another link for a purpose. At most two work at a time. */
export async function issueDeliveryToken(
  ports: Needs,
  asked: {
    readonly stationCode: string;
    readonly purpose: TokenPurpose;
    readonly label: string;
    /** `user:<id>` of the person who hands it out. */
    readonly by: string;
  },
): Promise<IssueTokenAnswer> {
  const { system, deliveryTokens } = ports;
  const station = await ports.content.stationByCode(asked.stationCode);
  if (station === null) return { kind: 'no-such-station' };
  const label = checkTokenLabel(asked.label);
  if (!label.ok) return { kind: 'refused', refusals: label.refusals };

  const at = system.now();
  const secret = system.newSecret(TOKEN_BITS);
  const token: DeliveryToken = {
    id: system.newId(),
    stationCode: station.code,
    purpose: asked.purpose,
    label: label.value,
    createdBy: asked.by,
    createdAt: at,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  const retired = retiredByAnother(
    (await deliveryTokens.ofStation(station.code)).filter(
      ({ purpose, revokedAt }) => purpose === asked.purpose && revokedAt === null,
    ),
  );
  await deliveryTokens.add(token, hashDeliveryToken(secret));
  await journal(ports, 'delivery-token-issued', token, asked.by);
  for (const old of retired) await revokeDeliveryToken(ports, station.code, old.id, asked.by);
  return { kind: 'issued', secret, token, retired };
}

/** Closes a link at once; false when it was closed already, or is not this station's. */
export async function revokeDeliveryToken(
  ports: Pick<Ports, 'system' | 'deliveryTokens' | 'journal'>,
  stationCode: string,
  id: string,
  by: string,
): Promise<boolean> {
  const isRevoked = await ports.deliveryTokens.revoke(stationCode, id, by, ports.system.now());
  if (isRevoked) await journal(ports, 'delivery-token-revoked', { id, stationCode }, by);
  return isRevoked;
}

/**
 * The living link behind a secret that opens this door, with its station's newest list; null for everything else: unknown, revoked, for another purpose
 * all look alike. The secret is looked up by its hash, so how long it takes says nothing of it.
 */
export async function tokenForDoor(
  ports: Pick<Ports, 'system' | 'deliveryTokens'>,
  secret: string,
  door: DoorKind,
): Promise<Pick<LivingToken, 'token' | 'head'> | null> {
  const hash = hashDeliveryToken(secret);
  const found = await ports.deliveryTokens.living(hash);
  if (found === null || !isSameHash(found.tokenHash, hash)) return null;
  if (!opensDoor(found.token.purpose, door)) return null;
  const now = ports.system.now();
  if (isUseNews(found.token, now)) await ports.deliveryTokens.noteUse(found.token.id, now);
  return found;
}

/** The secret is random and long: one round of SHA-256 makes a stolen table useless. */
function hashDeliveryToken(secret: string): string {
  return createHash('sha256').update(`delivery:${secret}`).digest('hex');
}

function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function journal(
  ports: Pick<Ports, 'system' | 'journal'>,
  action: string,
  token: Pick<DeliveryToken, 'id' | 'stationCode'>,
  by: string,
): Promise<void> {
  return ports.journal.write({
    at: ports.system.now(),
    by,
    action,
    subject: `station:${token.stationCode}`,
    details: { token: token.id },
  });
}
