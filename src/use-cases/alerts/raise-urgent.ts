import {
  checkUrgentForm,
  type Notice,
  type UrgentAsked,
  type UrgentRefusal,
} from '../../domain/delivery';
import { settleNotices } from './settle-notices';
import type { Ports } from '../../composition/ports';
import { urgentRefusals, type UrgentNeeds } from './urgent-facts';

export type RaiseAnswer =
  | { readonly kind: 'waiting'; readonly notice: Notice }
  | { readonly kind: 'refused'; readonly refusals: readonly UrgentRefusal[] };

/**
 * Writes an urgent message down with its first signature. Nothing goes out before a second person has signed.
 *
 * @param asked.by `user:<id>` of somebody who may approve: it is the first signature.
 */
export async function raiseUrgent(
  ports: UrgentNeeds & Pick<Ports, 'slots'>,
  asked: UrgentAsked & { readonly by: string },
): Promise<RaiseAnswer> {
  const at = ports.system.now();
  const checked = checkUrgentForm(asked, at);
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };
  const refusals = await urgentRefusals(ports, checked.value);
  if (refusals.length > 0) return { kind: 'refused', refusals };

  // One that is over, and that no heartbeat has ended yet, is no obstacle.
  await settleNotices(ports);
  const { spotCode, stationCodes, reason, endsAt } = checked.value;
  const notice: Notice = {
    id: ports.system.newId(),
    kind: 'urgent',
    spotCode,
    reason,
    stationCodes,
    createdBy: asked.by,
    createdAt: at,
    inForceAt: null,
    approvedBy: null,
    endedAt: null,
    endedBy: null,
    endsAt,
    recallReason: null,
    note: '',
  };
  await ports.notices.add(notice);
  if ((await ports.notices.byId(notice.id)) === null) {
    return { kind: 'refused', refusals: [{ kind: 'already-urgent', spotCode }] };
  }
  await ports.journal.write({
    at,
    by: asked.by,
    action: 'urgent-raised',
    subject: `notice:${notice.id}`,
    details: { spotCode, stations: stationCodes.length },
  });
  return { kind: 'waiting', notice };
}
