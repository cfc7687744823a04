import type { HoldReason } from '../consent';
import type { Language } from '../shared';
import { addMinutes } from '../shared';
import type { Account, Network, Post } from './post';
import type { ChannelLimits } from './limits';
import { languagesOf, outgoingText } from './split-post';

/** Why a post may not be approved. */
export type PostRefusal =
  | { readonly kind: 'post-not-found'; readonly postCode: string }
  | { readonly kind: 'recalled'; readonly postCode: string }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'no-due-date' }
  | { readonly kind: 'due-in-past'; readonly dueAt: Date; readonly deadline: Date }
  | { readonly kind: 'no-account' }
  | { readonly kind: 'unknown-account'; readonly accountCode: string }
  | { readonly kind: 'account-paused'; readonly accountCode: string }
  | { readonly kind: 'network-not-connected'; readonly network: Network }
  | {
      readonly kind: 'too-long';
      readonly network: Network;
      readonly language: Language;
      readonly weight: number;
      readonly maximum: number;
    }
  | { readonly kind: 'no-card-title' }
  | { readonly kind: 'card-title-too-long'; readonly language: Language }
  | { readonly kind: 'missing-alt-text' }
  | { readonly kind: 'picture-missing' }
  | {
      readonly kind: 'held-back';
      readonly language: Language;
      readonly reasons: readonly HoldReason[];
    }
  | { readonly kind: 'same-text-twice'; readonly languages: readonly Language[] }
  | {
      readonly kind: 'text-already-planned';
      readonly accountCode: string;
      readonly postCode: string;
    }
  | { readonly kind: 'in-flight'; readonly accountCode: string; readonly language: Language }
  | { readonly kind: 'changed-meanwhile' };

/** The last instant at which a post may still go out. */
export function deadlineOf(post: {
  readonly dueAt: Date;
  readonly lateToleranceMinutes: number;
}): Date {
  return addMinutes(post.dueAt, post.lateToleranceMinutes);
}

/** Too late is *after* the deadline: at the deadline itself it still goes out. */
export function isTooLate(
  post: { readonly dueAt: Date; readonly lateToleranceMinutes: number },
  now: Date,
): boolean {
  return now.getTime() > deadlineOf(post).getTime();
}

export type TextWeight = {
  readonly network: Network;
  readonly language: Language;
  readonly weight: number;
  readonly maximum: number;
};

/** What each text weighs on each network of the post's accounts. */
export function weighPost(
  post: Pick<Post, 'texts'>,
  networks: readonly Network[],
  limits: ReadonlyMap<string, ChannelLimits>,
): readonly TextWeight[] {
  return [...new Set(networks)].flatMap((network) => {
    const limit = limits.get(network);
    if (limit === undefined) return [];
    return languagesOf(post).map((language) => ({
      network,
      language,
      weight: limit.weigh(outgoingText(post.texts[language] ?? '')),
      maximum: limit.maximumWeight,
    }));
  });
}

/** The texts that a network would refuse for their length. */
export function checkFit(
  post: Pick<Post, 'texts'>,
  networks: readonly Network[],
  limits: ReadonlyMap<string, ChannelLimits>,
): readonly PostRefusal[] {
  return weighPost(post, networks, limits)
    .filter(({ weight, maximum }) => weight > maximum)
    .map((text) => ({ kind: 'too-long', ...text }));
}

function checkAccounts(post: Post, accounts: readonly Account[]): readonly PostRefusal[] {
  if (post.accountCodes.length === 0) return [{ kind: 'no-account' }];
  return post.accountCodes.flatMap((accountCode): PostRefusal[] => {
    const account = accounts.find(({ code }) => code === accountCode);
    if (account === undefined) return [{ kind: 'unknown-account', accountCode }];
    return account.isPaused ? [{ kind: 'account-paused', accountCode }] : [];
  });
}

function checkDueDate(post: Post, now: Date): readonly PostRefusal[] {
  const { dueAt, lateToleranceMinutes } = post;
  if (dueAt === null) return [{ kind: 'no-due-date' }];
  const due = { dueAt, lateToleranceMinutes };
  return isTooLate(due, now) ? [{ kind: 'due-in-past', dueAt, deadline: deadlineOf(due) }] : [];
}

/** Two parts of one post with one text: the network would refuse the second, or show the same thing twice. */
function checkSameText(post: Post): readonly PostRefusal[] {
  const languages = languagesOf(post);
  const twins = languages.filter((language) =>
    languages.some(
      (other) =>
        other !== language &&
        outgoingText(post.texts[other] ?? '') === outgoingText(post.texts[language] ?? ''),
    ),
  );
  return twins.length === 0 ? [] : [{ kind: 'same-text-twice', languages: twins }];
}

/**
 * Every reason why a post may not be approved, as far as the post itself tells; empty when it may.
 *
 * @param post what would go out.
 * @param accounts all accounts that exist.
 * @param limits the length rules of each connected network.
 */
export function checkPost(
  post: Post,
  accounts: readonly Account[],
  limits: ReadonlyMap<string, ChannelLimits>,
  now: Date,
): readonly PostRefusal[] {
  const networks = accounts
    .filter(({ code }) => post.accountCodes.includes(code))
    .map(({ network }) => network);
  const refusals: PostRefusal[] = [];
  if (languagesOf(post).length === 0) refusals.push({ kind: 'no-text' });
  refusals.push(...checkDueDate(post, now), ...checkAccounts(post, accounts));
  for (const network of new Set(networks)) {
    if (!limits.has(network)) refusals.push({ kind: 'network-not-connected', network });
  }
  refusals.push(...checkFit(post, networks, limits), ...checkSameText(post));
  if (post.pictureKey === null && post.cardTitle.trim() === '') {
    refusals.push({ kind: 'no-card-title' });
  }
  if (outgoingText(post.altText) === '') refusals.push({ kind: 'missing-alt-text' });
  return refusals;
}
