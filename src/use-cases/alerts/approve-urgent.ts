import { isOver, type UrgentRefusal } from '../../domain/delivery';
import { urgentRefusals, type UrgentNeeds } from './urgent-facts';

export type ApproveUrgentAnswer =
  | {
      readonly kind:
        | 'approved'
        | 'not-found'
        /** Four eyes: who wrote it signed already. */
        | 'same-person'
        | 'already-approved'
        | 'over';
    }
  | { readonly kind: 'refused'; readonly refusals: readonly UrgentRefusal[] };

/** The second signature: from this moment the stations are asked. Everything is checked once more. */
export async function approveUrgent(
  ports: UrgentNeeds,
  { noticeId, by }: { readonly noticeId: string; readonly by: string },
): Promise<ApproveUrgentAnswer> {
  const notice = await ports.notices.byId(noticeId);
  if (notice === null || notice.kind !== 'urgent' || !notice.endsAt) {
    return { kind: 'not-found' };
  }
  const at = ports.system.now();
  if (isOver(notice, at)) return { kind: 'over' };
  if (notice.inForceAt !== null) return { kind: 'already-approved' };
  if (notice.createdBy === by) return { kind: 'same-person' };
  const refusals = await urgentRefusals(ports, { ...notice, endsAt: notice.endsAt });
  if (refusals.length > 0) return { kind: 'refused', refusals };
  if (!(await ports.notices.approve(noticeId, by, at))) return { kind: 'already-approved' };
  await ports.journal.write({ at, by, action: 'urgent-approved', subject: `notice:${noticeId}` });
  return { kind: 'approved' };
}
