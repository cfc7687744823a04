import type { Consent } from '../../domain/consent';
import { recallPost, type SocialPorts } from '../social';

export type WithdrawConsentAnswer =
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'withdrawn' | 'already-withdrawn';
      /** Parts of a post that are, or may be, still on a network: asked again, they are tried again. */
      readonly notTakenBack: number;
    };

/**
 * Takes a consent back, at once and for every door: a spot is held back from this moment, a post is also deleted wherever
 * it went out. The reason is nobody's business: none is asked. Repeating it tries again what could not be taken back.
 */
export async function withdrawConsent(
  ports: SocialPorts,
  { consentId, by }: { readonly consentId: string; readonly by: string },
): Promise<WithdrawConsentAnswer> {
  const consent = await ports.consents.byId(consentId);
  if (consent === null) return { kind: 'not-found' };
  const isFirst = consent.withdrawnAt === null;
  if (isFirst) {
    const at = ports.system.now();
    await ports.consents.withdraw(consentId, by, at);
    await ports.journal.write({
      at,
      by,
      action: 'consent-withdrawn',
      subject: `consent:${consentId}`,
      details: { of: `${consent.subject.kind}:${consent.subject.code}` },
    });
  }
  const notTakenBack = await takeDown(ports, consent, by);
  return { kind: isFirst ? 'withdrawn' : 'already-withdrawn', notTakenBack };
}

/** Whatever the post says today, and even when its document is gone: somebody in it said no. */
async function takeDown(ports: SocialPorts, { subject }: Consent, by: string): Promise<number> {
  if (subject.kind !== 'post') return 0;
  const isOut = (await ports.deliveries.ofPost(subject.code)).length > 0;
  if (!isOut) return 0;
  return (await recallPost(ports, subject.code, by)).notTakenBack.length;
}
