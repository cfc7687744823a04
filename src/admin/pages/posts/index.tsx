import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useDesk } from '../../desk/use-desk';
import type { PostOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { PostCard } from './post-card';

/** Social posts: their approval, what holds them back, and what became of each part. */
export default function PostsPage() {
  return (
    <DeskPage
      title="Publications"
      subtitle="Approuver les publications et suivre leur envoi sur les réseaux."
      action="desk.posts.read"
      primaryAction={
        <LinkButton
          tag={Link}
          to="/content-manager/collection-types/api::post.post/create"
          startIcon={<Plus />}
        >
          Nouvelle publication
        </LinkButton>
      }
    >
      <PostList />
    </DeskPage>
  );
}

function isOnItsWay({ deliveries }: PostOnWire): boolean {
  return deliveries.some(({ delivery }) => delivery.state === 'sending');
}

function PostList() {
  const desk = useDesk<readonly PostOnWire[]>('/desk/posts', (posts) => posts.some(isOnItsWay));
  return (
    <Arrived desk={desk}>
      {(posts) =>
        posts.length === 0 ? (
          <EmptyNotice>
            Aucune publication pour le moment. Écrivez-en une dans les contenus : elle s’approuve
            ensuite ici.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {posts.map((view) => (
              <PostCard key={view.post.documentId} view={view} reload={desk.reload} />
            ))}
          </Flex>
        )
      }
    </Arrived>
  );
}
