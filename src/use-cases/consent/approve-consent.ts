import type { Ports } from '../../composition/ports';

export type ApproveConsentAnswer = {
  readonly kind:
    | 'approved'
    | 'not-found'
    /** Four eyes: who recorded it cannot approve it. */
    | 'same-person'
    | 'already-approved'
    | 'withdrawn';
};

/** The second person's word, without which no child is heard or seen. */
export async function approveConsent(
  ports: Pick<Ports, 'system' | 'consents' | 'journal'>,
  { consentId, by }: { readonly consentId: string; readonly by: string },
): Promise<ApproveConsentAnswer> {
  const consent = await ports.consents.byId(consentId);
  if (consent === null) return { kind: 'not-found' };
  if (consent.withdrawnAt !== null) return { kind: 'withdrawn' };
  if (consent.recordedBy === by) return { kind: 'same-person' };
  if (!(await ports.consents.approve(consentId, by))) return { kind: 'already-approved' };
  await ports.journal.write({
    at: ports.system.now(),
    by,
    action: 'consent-approved',
    subject: `consent:${consentId}`,
  });
  return { kind: 'approved' };
}
