import type { Consent } from '../../domain/consent';
import { holdersOfSpot, recallSpot, type RecallPorts } from '../alerts';
import { recallFilmsOf, recallPost } from '../social';

export type WithdrawConsentAnswer =
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'withdrawn' | 'already-withdrawn';
      /** Parts of a post that are, or may be, still on a network: asked again, they are tried again. */
      readonly notTakenBack: number;
    };

/**
 * Takes a consent back, at once and for every door: a spot is held back from this moment and, where stations were handed
 * it, recalled; a post is also deleted wherever it went out. The reason is nobody's business: none is asked. Repeating it tries again what could not be taken back.
 */
export async function withdrawConsent(
  ports: RecallPorts,
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
async function takeDown(ports: RecallPorts, consent: Consent, by: string): Promise<number> {
  const { kind, code } = consent.subject;
  if (kind === 'spot') {
    const films = await recallFilmsOf(ports, code, by);
    await takeOffAir(ports, consent, by);
    return films.length;
  }
  const isOut = (await ports.deliveries.ofPost(code)).length > 0;
  if (!isOut) return 0;
  return (await recallPost(ports, code, by)).notTakenBack.length;
}

/**
 * The stations that hold the spot are asked to delete it: one recall, however often this is repeated, and none beside one
 * that stands already. Lifted since by a manager, it does not come back by itself.
 */
async function takeOffAir(ports: RecallPorts, { id, subject }: Consent, by: string): Promise<void> {
  const withdrawnAt = (await ports.consents.byId(id))?.withdrawnAt ?? null;
  const isAsked = (await ports.notices.ofSpot(subject.code)).some(
    ({ kind, createdAt }) =>
      kind === 'recall' && withdrawnAt !== null && createdAt.getTime() >= withdrawnAt.getTime(),
  );
  if (isAsked || (await holdersOfSpot(ports, subject.code)).length === 0) return;
  const reason = 'consent-withdrawn';
  await recallSpot(ports, { spotCode: subject.code, reason, note: '', withPosts: false, by });
}
