import type { Language } from '../../domain/shared';
import type { Post, PostRefusal } from '../../domain/social';
import { filmOf } from './film-holds';
import { holdsOf } from './holds';
import type { SocialPorts } from './social-ports';

type Needs = Pick<
  SocialPorts,
  'audiograms' | 'consents' | 'content' | 'notices' | 'spotVersions' | 'system'
>;

/**
 * What whoever is seen or heard in a post has against its going out, asked for the day on which it does, not only for
 * today.
 *
 * @param languages those that the post goes out in.
 */
export async function consentRefusals(
  ports: Needs,
  post: Post,
  languages: readonly Language[],
  now: Date,
): Promise<readonly PostRefusal[]> {
  const { timeZone } = await ports.content.campaign();
  const consents = await ports.consents.of({ kind: 'post', code: post.code });
  const outing = post.dueAt !== null && post.dueAt > now ? post.dueAt : now;
  const looked = await filmOf(ports, post, outing);
  const isFilmHeld = looked !== null && (looked.film === null || looked.reasons.length > 0);
  return [
    ...holdsOf(post, languages, consents, outing, timeZone).map(
      (hold) => ({ kind: 'held-back', ...hold }) as const,
    ),
    ...(isFilmHeld ? [{ kind: 'film-held-back', reasons: looked.reasons } as const] : []),
  ];
}
