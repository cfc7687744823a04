import { LANGUAGES } from '../shared';
import type { Language } from '../shared';
import type { DeliveryContent } from './delivery';
import type { Account, Network, Post } from './post';

/** A picture in the storage, named by its content. */
export type Picture = { readonly key: string; readonly sha256: string };

/** The picture that goes out on a network in a language; null without one. */
export type PictureOf = (network: Network, language: Language) => Picture | null;

/** The text as it goes out: composed letters, no blanks at either end. Networks compose too, so that a text is found again. */
export function outgoingText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** The languages that the post has a text in, in the campaign's order. */
export function languagesOf(post: Pick<Post, 'texts'>): readonly Language[] {
  return LANGUAGES.filter((language) => outgoingText(post.texts[language] ?? '') !== '');
}

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
  return accounts.flatMap((account) =>
    languagesOf(post).map((language) => {
      const picture = pictureOf(account.network, language);
      return {
        postCode: post.code,
        accountCode: account.code,
        language,
        text: outgoingText(post.texts[language] ?? ''),
        altText: outgoingText(post.altText),
        pictureKey: picture?.key ?? null,
        pictureSha256: picture?.sha256 ?? null,
        dueAt,
        lateToleranceMinutes: post.lateToleranceMinutes,
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
