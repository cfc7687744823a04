import {
  checkConsent,
  type Consent,
  type ConsentDraft,
  type ConsentRefusal,
  type ConsentSubject,
} from '../../domain/consent';
import { dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';

export type RecordConsentAnswer =
  | { readonly kind: 'recorded'; readonly consent: Consent }
  | { readonly kind: 'refused'; readonly refusals: readonly ConsentRefusal[] };

async function isThere(
  { content }: Pick<Ports, 'content'>,
  { kind, code }: ConsentSubject,
): Promise<boolean> {
  const subject = kind === 'spot' ? await content.spotByCode(code) : await content.postByCode(code);
  return subject !== null;
}

/**
 * Attaches a consent to a spot or post. What it leaves out (a guardian, a channel) is recorded as it is and goes on
 * holding the subject back.
 *
 * @param by `user:<id>`; for a minor somebody else has to approve.
 */
export async function recordConsent(
  ports: Pick<Ports, 'system' | 'content' | 'consents' | 'journal'>,
  { by, ...draft }: ConsentDraft & { readonly by: string },
): Promise<RecordConsentAnswer> {
  if (!(await isThere(ports, draft.subject))) {
    return { kind: 'refused', refusals: [{ kind: 'unknown-subject', subject: draft.subject }] };
  }
  const now = ports.system.now();
  const { timeZone } = await ports.content.campaign();
  const checked = checkConsent(draft, dayInZone(now, timeZone));
  if (!checked.ok) return { kind: 'refused', refusals: checked.refusals };

  const consent: Consent = {
    ...checked.value,
    speaker: checked.value.speaker ?? 'witness',
    id: ports.system.newId(),
    recordedBy: by,
    recordedAt: now,
    approvedBy: null,
    withdrawnAt: null,
  };
  await ports.consents.add(consent);
  await ports.journal.write({
    at: now,
    by,
    action: 'consent-recorded',
    subject: `consent:${consent.id}`,
    details: { of: `${consent.subject.kind}:${consent.subject.code}`, voices: consent.voices },
  });
  return { kind: 'recorded', consent };
}
