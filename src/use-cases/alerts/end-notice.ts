import type { Ports } from '../../composition/ports';

export type EndAnswer = { readonly kind: 'ended' | 'not-found' | 'already-ended' };

const ACTIONS = { urgent: 'urgent-ended', recall: 'recall-lifted' } as const;

/** Ends an urgent message, or lifts a recall. What it had cancelled stays cancelled: the spot is planned anew. */
export async function endNotice(
  ports: Pick<Ports, 'system' | 'notices' | 'journal'>,
  { noticeId, by }: { readonly noticeId: string; readonly by: string },
): Promise<EndAnswer> {
  const notice = await ports.notices.byId(noticeId);
  if (notice === null) return { kind: 'not-found' };
  const at = ports.system.now();
  if (!(await ports.notices.end(noticeId, by, at))) return { kind: 'already-ended' };
  await ports.journal.write({
    at,
    by,
    action: ACTIONS[notice.kind],
    subject: `notice:${noticeId}`,
    details: { spotCode: notice.spotCode },
  });
  return { kind: 'ended' };
}
