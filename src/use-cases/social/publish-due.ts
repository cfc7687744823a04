import { LEASE_SECONDS, miss, nextStep } from '../../domain/social';
import type { Delivery, DeliveryEvent } from '../../domain/social';
import { clockOf } from './heartbeat-clock';
import { sendDelivery } from './send-delivery';
import { settleDelivery } from './settle-delivery';
import type { SocialPorts } from './social-ports';

/** One heartbeat takes so many rows, and begins none after so many seconds: the next one comes soon. */
const ROWS_PER_HEARTBEAT = 20;
const SECONDS_PER_HEARTBEAT = 60;

export type HeartbeatReport = {
  readonly events: readonly { readonly deliveryId: string; readonly event: DeliveryEvent }[];
  /** Rows that could not be worked on, with the fault's words: for the log. */
  readonly troubles: readonly { readonly deliveryId: string; readonly words: string }[];
};

async function work(
  ports: SocialPorts,
  delivery: Delivery,
  clock: () => Date,
): Promise<DeliveryEvent | null> {
  const at = clock();
  const step = nextStep(delivery, at);
  if (step.kind === 'nothing' || step.kind === 'wait') return null;
  const claim = ports.system.newId();
  const leaseUntil = new Date(at.getTime() + LEASE_SECONDS * 1000);
  const claimed = await ports.deliveries.claim(delivery, claim, leaseUntil);
  // Somebody else was quicker.
  if (claimed === null) return null;

  switch (step.kind) {
    case 'miss':
      return (await ports.deliveries.writeClaimed(delivery.id, claim, miss(), at, {
        state: 'queued',
      }))
        ? 'missed'
        : null;
    case 'send':
      return sendDelivery(ports, { delivery: claimed, claim, leaseUntil }, clock);
    case 'reconcile':
      return settleDelivery(ports, claimed, claim, clock);
  }
}

/**
 * The heartbeat of publishing. The database is what is due: also what fell due while the power was out, and what a
 * killed process left in the middle. Several may run at once; a fault of one row does not hold up the others.
 *
 * @param now the instant of the heartbeat.
 */
export async function publishDue(ports: SocialPorts, now: Date): Promise<HeartbeatReport> {
  const clock = clockOf(ports, now);
  const end = now.getTime() + SECONDS_PER_HEARTBEAT * 1000;
  const events: { deliveryId: string; event: DeliveryEvent }[] = [];
  const troubles: { deliveryId: string; words: string }[] = [];
  for (const delivery of await ports.deliveries.due(now, ROWS_PER_HEARTBEAT)) {
    if (clock().getTime() > end) break;
    const deliveryId = delivery.id;
    try {
      const event = await work(ports, delivery, clock);
      if (event !== null) events.push({ deliveryId, event });
    } catch (error) {
      troubles.push({ deliveryId, words: error instanceof Error ? error.message : String(error) });
    }
  }
  return { events, troubles };
}
