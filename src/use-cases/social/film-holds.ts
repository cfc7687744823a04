import type { Post } from '../../domain/social';
import { recallOf } from '../audio';
import { lookAtFilm, type LookedAtFilm } from '../audiogram';
import type { SocialPorts } from './social-ports';

type Needs = Pick<
  SocialPorts,
  'audiograms' | 'consents' | 'content' | 'notices' | 'spotVersions' | 'system'
>;

/**
 * The film of a post, and everything that holds it back on a day: a consent that is missing or withdrawn, a protected
 * witness, a spot that is pulled. Null for a post without a film.
 *
 * @param at when it would go out.
 */
export async function filmOf(
  ports: Needs,
  { film }: Pick<Post, 'film'>,
  at: Date,
): Promise<LookedAtFilm | null> {
  if (film === null) return null;
  const looked = await lookAtFilm(ports, film.audiogramId, at);
  const isPulled = (await recallOf(ports, film.spotCode)) !== null;
  return isPulled ? { ...looked, reasons: [{ kind: 'recalled' }, ...looked.reasons] } : looked;
}

/** How many of a film's consents were withdrawn: asked again in the statement that begins a call. */
export async function withdrawnOfFilm(
  { consents }: Pick<SocialPorts, 'consents'>,
  { film }: Pick<Post, 'film'>,
): Promise<{ readonly spotCode: string; readonly withdrawnConsents: number } | null> {
  if (film === null) return null;
  const { spotCode } = film;
  const all = await consents.of({ kind: 'spot', code: spotCode });
  return {
    spotCode,
    withdrawnConsents: all.filter(({ withdrawnAt }) => withdrawnAt !== null).length,
  };
}
