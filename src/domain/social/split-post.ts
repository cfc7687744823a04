import type { Language } from '../shared';
import type { DeliveryContent } from './delivery';
import { mediaKindOf } from './post';
import type { Account, Post } from './post';
import { languagesOf, outgoingText, textOf } from './text-of';

/** A picture or a film in the storage, named by its content. */
export type Picture = { readonly key: string; readonly sha256: string };

/**
 * One part for each account and each language with a text: each goes out, fails and is taken back on its own.
 * A post without a due date has no part yet.
 */
export function splitPost(
  post: Post,
  accounts: readonly Pick<Account, 'code' | 'network'>[],
  pictures: Readonly<Partial<Record<Language, Picture>>>,
): readonly DeliveryContent[] {
  const { dueAt } = post;
  if (dueAt === null) return [];
  return accounts.flatMap(({ code, network }) =>
    languagesOf(post, [network]).map((language) => ({
      postCode: post.code,
      accountCode: code,
      network,
      language,
      text: textOf(post, network, language),
      altText: outgoingText(post.altText),
      mediaKind: mediaKindOf(post),
      pictureKey: pictures[language]?.key ?? null,
      pictureSha256: pictures[language]?.sha256 ?? null,
      dueAt,
      lateToleranceMinutes: post.lateToleranceMinutes,
      notAfter: post.notAfter,
    })),
  );
}

/** Given once for each (post, account, language): the same part is never queued twice. */
export function idempotencyKeyOf(
  part: Pick<DeliveryContent, 'postCode' | 'accountCode' | 'language'>,
): string {
  return `${part.postCode}/${part.accountCode}/${part.language}`;
}
