import { safeWords, type AccountSecrets } from './account-secrets';
import type { ConnectionReport } from './connection';
import type { SendOutcome } from './delivery';
import type { ChannelLimits } from './limits';

/** What a network answers to a post that it did not take, or may not have taken. */
export type NotPublished = Exclude<SendOutcome, { readonly kind: 'published' }>;

/** Where a post was put. */
export type Published = { readonly remoteId: string; readonly remoteUrl: string };

/** Said of an account for which nothing was entered. */
export const NO_ACCESS = 'No access is stored for this account';

/** Refuses a text that a network would refuse, without a call; null when it fits. */
export function refuseTooLong(
  text: string,
  { weigh, maximumWeight }: ChannelLimits,
): NotPublished | null {
  const weight = weigh(text);
  return weight <= maximumWeight
    ? null
    : { kind: 'rejected', words: `Text too long: ${weight} of ${maximumWeight}` };
}

/**
 * Publishes with an account's access, and puts whatever comes of it into the trade's words; no secret is among them.
 *
 * @param access null when nothing was entered for the account.
 * @param outcomeOf the vendor's errors, translated.
 */
export async function publishWith<Access extends { readonly secrets: AccountSecrets }>(
  access: Access | null,
  send: (access: Access) => Promise<Published>,
  outcomeOf: (error: unknown) => NotPublished,
): Promise<SendOutcome> {
  if (access === null) return { kind: 'unauthorized', words: NO_ACCESS };
  try {
    return { kind: 'published', ...(await send(access)) };
  } catch (error) {
    const outcome = outcomeOf(error);
    return { ...outcome, words: safeWords(outcome.words, access.secrets) };
  }
}

/** What an error means for a deletion: a clear no, or no answer. */
export function removalOf({ kind }: NotPublished): 'refused' | null {
  return kind === 'rejected' || kind === 'unauthorized' ? 'refused' : null;
}

/** What an error means for the connection: a clear no breaks it, anything else says nothing about it. */
export function connectionOf(outcome: NotPublished, secrets: AccountSecrets): ConnectionReport {
  const kind = removalOf(outcome) === 'refused' ? 'broken' : 'unreachable';
  return { kind, words: safeWords(outcome.words, secrets) };
}
