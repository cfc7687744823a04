import type { Language } from '../shared';
import type { DeliveryContent } from './delivery';
import { mediaKindOf } from './post';
import type { Account, Network, Post } from './post';
import { languagesOf, outgoingText, textOf } from './text-of';

/** A picture or a film in the storage, named by its content. */
export type Picture = { readonly key: string; readonly sha256: string };

/** The picture or film that goes out on a network in a language; null without one. */
export type PictureOf = (network: Network, language: Language) => Picture | null;

/**
 * One part for each account and each language with a text: each goes out, fails and is taken back on its own.
 * A post without a due date has no part yet.
 */
export function splitPost(
  post: Post,
  accounts: readonly Pick<Account, 'code' | 'network'>[],
  pictureOf: PictureOf,
): readonly DeliveryContent[] {
  const { dueAt } = post;
  if (dueAt === null) return [];
  return accounts.flatMap(({ code, network }) =>
    languagesOf(post, [network]).map((language) => {
      const picture = pictureOf(network, language);
      return {
        postCode: post.code,
        accountCode: code,
        network,
        language,
        text: textOf(post, network, language),
        altText: outgoingText(post.altText),
        mediaKind: mediaKindOf(post),
        pictureKey: picture?.key ?? null,
        pictureSha256: picture?.sha256 ?? null,
        dueAt,
        lateToleranceMinutes: post.lateToleranceMinutes,
        notAfter: post.notAfter,
      };
    }),
  );
}

/** Given once for each (post, account, language): the same part is never queued twice. */
export function idempotencyKeyOf(
  part: Pick<DeliveryContent, 'postCode' | 'accountCode' | 'language'>,
): string {
  return `${part.postCode}/${part.accountCode}/${part.language}`;
}
