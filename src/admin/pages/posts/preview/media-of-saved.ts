import { mediaKindOf } from '../../../../domain/social';
import type { PostOnWire } from '../../../desk/wire';
import type { PreviewMedia } from './post-preview';

/** What goes out beside the words of a saved post, and where it is fetched; a card has no file before its approval. */
export function mediaOfSaved({ post, deliveries }: PostOnWire): PreviewMedia {
  const kind = mediaKindOf(post);
  const isDrawn = deliveries.some(({ delivery }) => delivery.content.mediaKind === 'card');
  const path =
    post.film !== null
      ? `/desk/audiograms/${post.film.audiogramId}/video`
      : post.pictureKey !== null || isDrawn
        ? `/desk/posts/${post.code}/picture`
        : null;
  return { kind, cardTitle: post.cardTitle, altText: post.altText, path };
}
