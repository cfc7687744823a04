import type { Language } from '../shared';
import type { Delivery, DeliveryContent } from './delivery';
import { mediaKindOf } from './post';
import type { Account, Post } from './post';
import { languagesOf, outgoingText, textOf } from './text-of';

function byAccountAndLanguage(left: DeliveryContent, right: DeliveryContent): number {
  const [a, b] = [left, right].map((part) => `${part.accountCode}/${part.language}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/**
 * What an approval signs, written so that the same parts always give the same text, in any order:
 * text, alternative text, picture or film, account, time and how late it may still go out.
 */
export function approvalText(contents: readonly DeliveryContent[]): string {
  return JSON.stringify(
    [...contents]
      .sort(byAccountAndLanguage)
      .map((part) => [
        part.postCode,
        part.accountCode,
        part.network,
        part.language,
        part.text,
        part.altText,
        part.mediaKind,
        part.pictureSha256,
        part.dueAt.toISOString(),
        part.lateToleranceMinutes,
        part.notAfter?.toISOString() ?? null,
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
  if (!languagesOf(post, [part.network]).includes(part.language)) return 'language';
  if (textOf(post, part.network, part.language) !== part.text) return 'text';
  if (outgoingText(post.altText) !== part.altText) return 'alt-text';
  if (hasOtherMedia(post, part)) return 'picture';
  if (post.dueAt?.getTime() !== part.dueAt.getTime()) return 'due-date';
  const isAsLate =
    post.lateToleranceMinutes === part.lateToleranceMinutes &&
    post.notAfter?.getTime() === part.notAfter?.getTime();
  return isAsLate ? null : 'tolerance';
}

/** A drawn card was frozen at approval; each photograph and each film has a name of its own. */
function hasOtherMedia(post: Post, part: DeliveryContent): boolean {
  if (mediaKindOf(post) !== part.mediaKind) return true;
  if (part.mediaKind === 'photo') return part.pictureKey !== post.pictureKey;
  if (part.mediaKind === 'film') return part.pictureKey !== post.film?.key;
  return false;
}

/** The parts a post has now that nobody approved: a language or an account added since. */
export function unapprovedParts(
  post: Post,
  accounts: readonly Pick<Account, 'code' | 'network'>[],
  approved: readonly Pick<DeliveryContent, 'accountCode' | 'language'>[],
): readonly { readonly accountCode: string; readonly language: Language }[] {
  const known = new Set(approved.map((part) => `${part.accountCode}/${part.language}`));
  return accounts
    .filter(({ code }) => post.accountCodes.includes(code))
    .flatMap(({ code, network }) =>
      languagesOf(post, [network]).map((language) => ({ accountCode: code, language })),
    )
    .filter((part) => !known.has(`${part.accountCode}/${part.language}`));
}

/** Whether a post still says what was approved under a hash: each part of it, and no part that nobody approved. */
export function standsAsApproved(
  post: Post,
  accounts: readonly Pick<Account, 'code' | 'network'>[],
  deliveries: readonly Pick<Delivery, 'approvalHash' | 'content'>[],
  hash: string,
): boolean {
  const approved = deliveries.filter(({ approvalHash }) => approvalHash === hash);
  const contents = deliveries.map(({ content }) => content);
  return (
    approved.every(({ content }) => driftOf(post, content) === null) &&
    unapprovedParts(post, accounts, contents).length === 0
  );
}
