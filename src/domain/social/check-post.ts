import type { HoldReason } from '../consent';
import type { Language } from '../shared';
import { addMinutes } from '../shared';
import { isWebAddress } from './link';
import { MEDIA_RULES } from './limits';
import type { ChannelLimits } from './limits';
import { mediaKindOf } from './post';
import type { Account, MediaKind, Network, Post } from './post';
import { languagesOf, outgoingText, textOf } from './text-of';
import type { Wording } from './text-of';

/** Why a post may not be approved. */
export type PostRefusal =
  | { readonly kind: 'post-not-found'; readonly postCode: string }
  | { readonly kind: 'recalled'; readonly postCode: string }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'no-due-date' }
  | { readonly kind: 'due-in-past'; readonly dueAt: Date; readonly deadline: Date }
  /** It would go out after the day it speaks of. */
  | { readonly kind: 'due-after-end'; readonly notAfter: Date }
  | { readonly kind: 'bad-link' }
  | { readonly kind: 'no-account' }
  | { readonly kind: 'unknown-account'; readonly accountCode: string }
  | { readonly kind: 'account-paused'; readonly accountCode: string }
  | { readonly kind: 'account-not-connected'; readonly accountCode: string }
  | { readonly kind: 'not-your-account'; readonly accountCode: string }
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
  | { readonly kind: 'alt-text-too-long'; readonly network: Network; readonly maximum: number }
  | { readonly kind: 'picture-missing' }
  /** The film was not made, is of an older recording, or somebody heard in it does not agree to social networks. */
  | { readonly kind: 'film-held-back'; readonly reasons: readonly HoldReason[] }
  | {
      readonly kind: 'media-too-large';
      readonly network: Network;
      readonly mediaKind: MediaKind;
      readonly sizeBytes: number;
      readonly maximumBytes: number;
    }
  | { readonly kind: 'film-too-long'; readonly network: Network; readonly maximumSeconds: number }
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
  | { readonly kind: 'changed-meanwhile' }
  /** Every part is out: there is nothing left to move. */
  | { readonly kind: 'all-sent' };

/** When a post goes out and until when it may. */
export type TimeRules = {
  readonly dueAt: Date;
  readonly lateToleranceMinutes: number;
  readonly notAfter: Date | null;
};

/** The last instant at which a post may still go out: the end of its tolerance, or of what it speaks of. */
export function deadlineOf({ dueAt, lateToleranceMinutes, notAfter }: TimeRules): Date {
  const tolerated = addMinutes(dueAt, lateToleranceMinutes);
  return notAfter !== null && notAfter.getTime() < tolerated.getTime() ? notAfter : tolerated;
}

/** Too late is *after* the deadline: at the deadline itself it still goes out. */
export function isTooLate(post: TimeRules, now: Date): boolean {
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
  post: Wording,
  networks: readonly Network[],
  limits: ReadonlyMap<string, ChannelLimits>,
): readonly TextWeight[] {
  return [...new Set(networks)].flatMap((network) => {
    const limit = limits.get(network);
    if (limit === undefined) return [];
    return languagesOf(post, [network]).map((language) => ({
      network,
      language,
      weight: limit.weigh(textOf(post, network, language)),
      maximum: limit.maximumWeight,
    }));
  });
}

/** The texts that a network would refuse for their length. */
export function checkFit(
  post: Wording,
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
  const { dueAt, lateToleranceMinutes, notAfter } = post;
  if (dueAt === null) return [{ kind: 'no-due-date' }];
  const due = { dueAt, lateToleranceMinutes, notAfter };
  if (notAfter !== null && dueAt.getTime() > notAfter.getTime()) {
    return [{ kind: 'due-after-end', notAfter }];
  }
  return isTooLate(due, now) ? [{ kind: 'due-in-past', dueAt, deadline: deadlineOf(due) }] : [];
}

/** Two parts of one post with one text: the network would refuse the second, or show the same thing twice. */
function checkSameText(post: Post, networks: readonly Network[]): readonly PostRefusal[] {
  const twins = networks.flatMap((network) =>
    languagesOf(post, [network]).filter((language, _place, languages) =>
      languages.some(
        (other) =>
          other !== language && textOf(post, network, other) === textOf(post, network, language),
      ),
    ),
  );
  return twins.length === 0 ? [] : [{ kind: 'same-text-twice', languages: [...new Set(twins)] }];
}

/** A file that goes out on a network. */
export type MediaFile = {
  readonly network: Network;
  readonly sizeBytes: number;
  /** Null for a picture. */
  readonly durationSeconds: number | null;
};

/** What networks would refuse of the pictures or the film of a post, each told once. */
export function checkMedia(
  post: Pick<Post, 'film' | 'pictureKey'>,
  files: readonly MediaFile[],
): readonly PostRefusal[] {
  const mediaKind = mediaKindOf(post);
  return [...new Set(files.map(({ network }) => network))].flatMap((network): PostRefusal[] => {
    const its = files.filter((file) => file.network === network);
    const { maximumBytes, maximumFilmSeconds: maximumSeconds } = MEDIA_RULES[network];
    const maximum = maximumBytes[mediaKind];
    const sizeBytes = Math.max(...its.map((file) => file.sizeBytes));
    const seconds = Math.max(...its.map((file) => file.durationSeconds ?? 0));
    const refusals: PostRefusal[] = [];
    if (sizeBytes > maximum) {
      refusals.push({
        kind: 'media-too-large',
        network,
        mediaKind,
        sizeBytes,
        maximumBytes: maximum,
      });
    }
    if (maximumSeconds !== null && seconds > maximumSeconds) {
      refusals.push({ kind: 'film-too-long', network, maximumSeconds });
    }
    return refusals;
  });
}

function checkAltText(post: Post, networks: readonly Network[]): readonly PostRefusal[] {
  const altText = outgoingText(post.altText);
  if (altText === '') return [{ kind: 'missing-alt-text' }];
  return [...new Set(networks)].flatMap((network): PostRefusal[] => {
    const maximum = MEDIA_RULES[network].maximumAltText;
    return maximum !== null && altText.length > maximum
      ? [{ kind: 'alt-text-too-long', network, maximum }]
      : [];
  });
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
  if (languagesOf(post, networks.length === 0 ? undefined : networks).length === 0)
    refusals.push({ kind: 'no-text' });
  refusals.push(...checkDueDate(post, now), ...checkAccounts(post, accounts));
  for (const network of new Set(networks)) {
    if (!limits.has(network)) refusals.push({ kind: 'network-not-connected', network });
  }
  if (post.link.trim() !== '' && !isWebAddress(post.link.trim())) {
    refusals.push({ kind: 'bad-link' });
  }
  refusals.push(
    ...checkFit(post, networks, limits),
    ...checkSameText(post, [...new Set(networks)]),
  );
  if (mediaKindOf(post) === 'card' && post.cardTitle.trim() === '') {
    refusals.push({ kind: 'no-card-title' });
  }
  refusals.push(...checkAltText(post, networks));
  return refusals;
}
