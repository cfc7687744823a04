import { accept, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import { afterVerdict, LEASE_SECONDS } from '../../domain/social';
import type { Delivery, VerdictOnUnknown, VerdictRefusal } from '../../domain/social';
import type { SocialPorts } from './social-ports';

/**
 * Settles an unknown outcome by the word of a person who looked at the network: it is there, or it is not and may go
 * out again.
 */
export async function decideUnknown(
  ports: Pick<SocialPorts, 'system' | 'deliveries' | 'journal'>,
  deliveryId: string,
  verdict: VerdictOnUnknown,
  by: string,
): Promise<Result<Delivery, VerdictRefusal>> {
  const now = ports.system.now();
  const delivery = await ports.deliveries.byId(deliveryId);
  if (delivery === null) return refuse({ kind: 'delivery-not-found' });
  if (delivery.state !== 'unknown') return refuse({ kind: 'not-unknown', state: delivery.state });
  if (delivery.leaseUntil !== null && delivery.leaseUntil > now) return refuse({ kind: 'busy' });
  if (verdict === 'send-again' && now < delivery.notBefore) {
    return refuse({ kind: 'too-early', until: delivery.notBefore });
  }

  const claim = ports.system.newId();
  const leaseUntil = new Date(now.getTime() + LEASE_SECONDS * 1000);
  const claimed = await ports.deliveries.claim(delivery, claim, leaseUntil);
  if (claimed === null) return refuse({ kind: 'busy' });
  const decision = afterVerdict(claimed, verdict, now);
  const isWritten = await ports.deliveries.writeClaimed(deliveryId, claim, decision, now, {
    state: 'unknown',
  });
  if (!isWritten) return refuse({ kind: 'busy' });
  await ports.journal.write({
    at: now,
    by,
    action: `delivery-${verdict}`,
    subject: deliveryId,
    details: { post: delivery.content.postCode, account: delivery.content.accountCode },
  });
  return accept({ ...claimed, ...decision.change });
}
