import type { Language } from '../shared';
import type { DeliveryContent } from './delivery';
import type { Post } from './post';
import { languagesOf, outgoingText } from './split-post';

function byAccountAndLanguage(left: DeliveryContent, right: DeliveryContent): number {
  const [a, b] = [left, right].map((part) => `${part.accountCode}/${part.language}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/**
 * What an approval signs, written so that the same parts always give the same text, in any order:
 * text, alternative text, picture, account, time and how late it may still go out.
 */
export function approvalText(contents: readonly DeliveryContent[]): string {
  return JSON.stringify(
    [...contents]
      .sort(byAccountAndLanguage)
      .map((part) => [
        part.postCode,
        part.accountCode,
        part.language,
        part.text,
        part.altText,
        part.pictureSha256,
        part.dueAt.toISOString(),
        part.lateToleranceMinutes,
      ]),
  );
}

/** What of a post no longer is what was approved. */
export type Drift =
  'text' | 'alt-text' | 'picture' | 'account' | 'due-date' | 'tolerance' | 'language';

/**
 * Whether a frozen part still says what the post says now; null when it does.
 * The approval is voided at each edit; this also sees an edit that came by another way, such as an import.
 */
export function driftOf(post: Post, part: DeliveryContent): Drift | null {
  if (!post.accountCodes.includes(part.accountCode)) return 'account';
  if (!languagesOf(post).includes(part.language)) return 'language';
  if (outgoingText(post.texts[part.language] ?? '') !== part.text) return 'text';
  if (outgoingText(post.altText) !== part.altText) return 'alt-text';
  // A drawn card was frozen at approval; each photograph has a key of its own.
  const hadPhotograph = part.pictureKey?.startsWith('pictures/') ?? false;
  if (hadPhotograph ? part.pictureKey !== post.pictureKey : post.pictureKey !== null) {
    return 'picture';
  }
  if (post.dueAt?.getTime() !== part.dueAt.getTime()) return 'due-date';
  return post.lateToleranceMinutes === part.lateToleranceMinutes ? null : 'tolerance';
}

/** The parts a post has now that nobody approved: a language or an account added since. */
export function unapprovedParts(
  post: Post,
  approved: readonly Pick<DeliveryContent, 'accountCode' | 'language'>[],
): readonly { readonly accountCode: string; readonly language: Language }[] {
  const known = new Set(approved.map((part) => `${part.accountCode}/${part.language}`));
  return post.accountCodes
    .flatMap((accountCode) => languagesOf(post).map((language) => ({ accountCode, language })))
    .filter((part) => !known.has(`${part.accountCode}/${part.language}`));
}
