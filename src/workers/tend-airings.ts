import type { Ports } from '../composition/ports';
import { eraseWithdrawnRecordings, forgetOldSms, sendSmsReplies } from '../use-cases/broadcast';

export type AiringsReport = {
  /** Recordings whose voice was withdrawn. */
  readonly erased: number;
  /** Replies handed to the gateway: those that failed at first, or that a power cut held up. */
  readonly replies: number;
};

/** Around the ledger: recordings that may not be kept, and replies that wait. */
export async function tendAirings(ports: Ports): Promise<AiringsReport> {
  const erased = await eraseWithdrawnRecordings(ports);
  const replies = await sendSmsReplies(ports);
  await forgetOldSms(ports);
  return { erased, replies };
}
