import type { SocialPorts } from './social-ports';

/**
 * Voids the approval of a post that was edited or deleted, and withdraws what waits to be sent. What went out stays out;
 * what is being sent is settled. Called after the edit is stored, outside its transaction.
 *
 * @returns how many waiting deliveries were withdrawn.
 */
export async function voidApproval(
  ports: Pick<SocialPorts, 'approvals' | 'deliveries' | 'journal' | 'system'>,
  postCode: string,
): Promise<number> {
  const at = ports.system.now();
  // First the approval: from here on no send can begin, also not of a row that is claimed at this moment.
  const wasApproved = await ports.approvals.void(postCode);
  const withdrawn = await ports.deliveries.removeQueued(postCode, at);
  if (wasApproved) {
    await ports.journal.write({
      at,
      by: 'system',
      action: 'post-approval-voided',
      subject: postCode,
      details: { withdrawn },
    });
  }
  return withdrawn;
}
