import {
  reviewMessageText,
  type ReviewAction,
  type ReviewRefusal,
  type ReviewState,
} from '../../domain/messages';
import { SOURCE_LANGUAGE, type Language } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { fingerprintOf } from './fingerprint';

export type ReviewAnswer =
  | { readonly kind: 'moved'; readonly state: ReviewState }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly refusals: readonly ReviewRefusal[] };

/**
 * One step of the review of a message in one language. Submitting and approving a translation remember the French
 * text it was checked against; when that changes later, the translation is stale.
 *
 * @param step.note what to mend; needed when returning a text.
 * @param step.by `user:<id>`.
 */
export async function reviewMessage(
  ports: Pick<Ports, 'system' | 'content' | 'journal'>,
  step: {
    readonly documentId: string;
    readonly language: Language;
    readonly action: ReviewAction;
    readonly note: string;
    readonly by: string;
  },
): Promise<ReviewAnswer> {
  const { documentId, language, action } = step;
  const message = await ports.content.messageByDocumentId(documentId);
  if (message === null) return { kind: 'not-found' };
  const next = reviewMessageText(message, language, step);
  if (!next.ok) return { kind: 'refused', refusals: next.refusals };

  const checkedAgainst =
    language === SOURCE_LANGUAGE ? null : fingerprintOf(message.translations[SOURCE_LANGUAGE]);
  const translatedFrom =
    action === 'return' ? (message.translations[language]?.translatedFrom ?? null) : checkedAgainst;
  await ports.content.setReview(documentId, language, {
    state: next.value,
    note: step.note.trim(),
    translatedFrom,
  });
  await ports.journal.write({
    at: ports.system.now(),
    by: step.by,
    action: `message-${action}`,
    subject: `message:${message.code}`,
    details: { language, state: next.value },
  });
  return { kind: 'moved', state: next.value };
}
