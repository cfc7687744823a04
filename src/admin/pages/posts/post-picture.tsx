import { Button, Flex } from '@strapi/design-system';
import { Eye } from '@strapi/icons';

import { useBlobUrl } from '../../desk/use-blob-url';
import { useMay } from '../../desk/permissions';
import type { PostOnWire } from '../../desk/wire';
import { FileButton } from '../../parts/file-button';
import { RefusalNotice } from '../../parts/notices';

/** The picture that goes out with a post, fetched when asked for, and the photograph that may replace the drawn card. */
export function PostPicture({
  post,
  hasPicture,
  mayChange,
  reload,
}: {
  readonly post: PostOnWire['post'];
  readonly hasPicture: boolean;
  readonly mayChange: boolean;
  readonly reload: () => Promise<void>;
}) {
  const mayApprove = useMay('desk.posts.approve');
  const { url, isLoading, refusal, load } = useBlobUrl(`/desk/posts/${post.code}/picture`);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      {url !== null && (
        <img
          src={url}
          alt={post.altText}
          style={{ display: 'block', width: '100%', maxWidth: 480, height: 'auto' }}
        />
      )}
      <Flex gap={2} wrap="wrap" alignItems="flex-start">
        {hasPicture && url === null && (
          <Button
            variant="tertiary"
            startIcon={<Eye />}
            loading={isLoading}
            aria-label={`Voir l’image de la publication ${post.code}`}
            onClick={() => void load()}
          >
            Voir l’image
          </Button>
        )}
        {mayApprove && mayChange && (
          <FileButton
            label={post.pictureKey === null ? 'Joindre une photo' : 'Remplacer la photo'}
            inputLabel={`Joindre une photo à la publication ${post.code}`}
            path={`/desk/posts/${post.code}/picture`}
            accept="image/jpeg,image/png,image/webp"
            onSent={() => void reload()}
          />
        )}
      </Flex>
      <RefusalNotice refusal={refusal} title="Image indisponible" />
    </Flex>
  );
}
