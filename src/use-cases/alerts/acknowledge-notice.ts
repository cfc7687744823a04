import { isInForce } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import { withEveryHolder } from './holders';

export type AcknowledgeAnswer = {
  readonly kind:
    | 'acknowledged'
    /** Said before: nothing changes. */
    | 'already-acknowledged'
    /** No such notice, or one that does not ask this station: the two look alike from outside. */
    | 'not-found'
    | 'over';
};

/**
 * Writes down that a station knows: the message is on its way to the air, or the files are deleted.
 *
 * @param said.by `station:KAY` or, for a telephone call, `user:<id>` of who took it.
 */
export async function acknowledgeNotice(
  ports: Pick<Ports, 'system' | 'notices' | 'receipts' | 'journal'>,
  said: { readonly noticeId: string; readonly stationCode: string; readonly by: string },
): Promise<AcknowledgeAnswer> {
  const found = await ports.notices.byId(said.noticeId);
  const notice = found === null ? null : await withEveryHolder(ports, found);
  if (
    notice === null ||
    notice.inForceAt === null ||
    !notice.stationCodes.includes(said.stationCode)
  ) {
    return { kind: 'not-found' };
  }
  const at = ports.system.now();
  if (!isInForce(notice, at)) return { kind: 'over' };
  if (!(await ports.notices.acknowledge({ ...said, at }))) return { kind: 'already-acknowledged' };
  await ports.journal.write({
    at,
    by: said.by,
    action: 'notice-acknowledged',
    subject: `notice:${notice.id}`,
    details: { stationCode: said.stationCode },
  });
  return { kind: 'acknowledged' };
}
