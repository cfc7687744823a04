import { heldBack } from '../../domain/consent';
import type { Consent, HoldReason } from '../../domain/consent';
import { dayInZone } from '../../domain/shared';
import type { Language } from '../../domain/shared';
import type { Post } from '../../domain/social';

export type LanguageHold = {
  readonly language: Language;
  readonly reasons: readonly HoldReason[];
};

/** Why a post with a real person may not go out in one of its languages on the day of an instant. */
export function holdReasonsOf(
  post: Post,
  language: Language,
  consents: readonly Consent[],
  at: Date,
  timeZone: string,
): readonly HoldReason[] {
  const on = dayInZone(at, timeZone);
  return heldBack({ voices: post.depicts, channel: 'social', language, on }, consents);
}

/**
 * The languages of a post that are held back, each with its reasons.
 *
 * @param languages those that the post goes out in.
 */
export function holdsOf(
  post: Post,
  languages: readonly Language[],
  consents: readonly Consent[],
  at: Date,
  timeZone: string,
): readonly LanguageHold[] {
  return languages
    .map((language) => ({
      language,
      reasons: holdReasonsOf(post, language, consents, at, timeZone),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}
