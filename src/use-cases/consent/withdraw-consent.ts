import type { Ports } from '../../composition/ports';

export type WithdrawConsentAnswer = {
  readonly kind: 'withdrawn' | 'not-found' | 'already-withdrawn';
};

/** Takes a consent back, at once and for every door. The reason is nobody's business: none is asked. */
export async function withdrawConsent(
  ports: Pick<Ports, 'system' | 'consents' | 'journal'>,
  { consentId, by }: { readonly consentId: string; readonly by: string },
): Promise<WithdrawConsentAnswer> {
  const consent = await ports.consents.byId(consentId);
  if (consent === null) return { kind: 'not-found' };
  if (consent.withdrawnAt !== null) return { kind: 'already-withdrawn' };
  const at = ports.system.now();
  await ports.consents.withdraw(consentId, by, at);
  await ports.journal.write({
    at,
    by,
    action: 'consent-withdrawn',
    subject: `consent:${consentId}`,
    details: { of: `${consent.subject.kind}:${consent.subject.code}` },
  });
  return { kind: 'withdrawn' };
}
