import { acceptUnless, refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import type { Film, PostRefusal } from '../../domain/social';
import { filmOf } from './film-holds';
import type { SocialPorts } from './social-ports';
import { voidApproval } from './void-approval';

/**
 * Gives a post a film of a spot instead of its picture, or takes the film away (null). It is an edit: the approval is
 * void. A film that may not be shown is not attached, so that nobody prepares a post that cannot go out.
 */
export async function attachFilm(
  ports: SocialPorts,
  asked: {
    readonly postCode: string;
    readonly audiogramId: string | null;
    readonly by: string;
  },
): Promise<Result<Film | null, PostRefusal>> {
  const { postCode, audiogramId, by } = asked;
  const now = ports.system.now();
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found', postCode });

  let film: Film | null = null;
  if (audiogramId !== null) {
    const audiogram = await ports.audiograms.byId(audiogramId);
    const key = audiogram?.storageKey ?? null;
    if (audiogram === null || key === null) {
      return refuse({ kind: 'film-held-back', reasons: [] });
    }
    film = { audiogramId, spotCode: audiogram.spotCode, key };
    const looked = await filmOf(ports, { film }, now);
    const isHeld = looked === null || looked.film === null || looked.reasons.length > 0;
    const free = acceptUnless(
      film,
      isHeld ? [{ kind: 'film-held-back' as const, reasons: looked?.reasons ?? [] }] : [],
    );
    if (!free.ok) return free;
  }
  await ports.content.setPostFilm(post.documentId, film);
  await voidApproval(ports, postCode);
  await ports.journal.write({
    at: now,
    by,
    action: film === null ? 'post-film-removed' : 'post-film-attached',
    subject: postCode,
    details: film === null ? {} : { spot: film.spotCode },
  });
  return { ok: true, value: film };
}
