import { Button, Flex, LinkButton, Tabs } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useDesk } from '../../desk/use-desk';
import { useSaveFile } from '../../desk/use-save-file';
import type { PostCalendarOnWire, PostOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice, RefusalNotice } from '../../parts/notices';
import { PostCalendar } from './calendar';
import { PostCard } from './post-card';

/** Social posts: their approval, what holds them back, when they go out, and what became of each part. */
export default function PostsPage() {
  return (
    <DeskPage
      title="Publications"
      subtitle="Approuver les publications, les placer dans le calendrier et suivre leur envoi sur les réseaux."
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
      <Posts />
    </DeskPage>
  );
}

function isOnItsWay({ deliveries }: PostOnWire): boolean {
  return deliveries.some(({ delivery }) => delivery.state === 'sending');
}

function Posts() {
  const desk = useDesk<readonly PostOnWire[]>('/desk/posts', (posts) => posts.some(isOnItsWay));
  const calendar = useDesk<PostCalendarOnWire>('/desk/posts/calendar');
  return (
    <Arrived desk={desk}>
      {(posts) =>
        posts.length === 0 ? (
          <EmptyNotice>
            Aucune publication pour le moment. Écrivez-en une dans les contenus : elle s’approuve
            ensuite ici.
          </EmptyNotice>
        ) : (
          <Tabs.Root defaultValue="list">
            <Tabs.List aria-label="Publications">
              <Tabs.Trigger value="list">Liste</Tabs.Trigger>
              <Tabs.Trigger value="calendar">Calendrier</Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="list">
              <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
                <SaveTable />
                {posts.map((view) => (
                  <PostCard key={view.post.documentId} view={view} reload={desk.reload} />
                ))}
              </Flex>
            </Tabs.Content>
            <Tabs.Content value="calendar">
              <Flex direction="column" alignItems="stretch" paddingTop={4}>
                <PostCalendar posts={posts} calendar={calendar} reload={desk.reload} />
              </Flex>
            </Tabs.Content>
          </Tabs.Root>
        )
      }
    </Arrived>
  );
}

function SaveTable() {
  const { save, isBusy, refusal, forget } = useSaveFile();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        loading={isBusy}
        onClick={() => void save('/desk/posts/table', 'publications.csv')}
      >
        Enregistrer le tableau (CSV)
      </Button>
      <RefusalNotice refusal={refusal} title="Le tableau n’est pas venu" onClose={forget} />
    </Flex>
  );
}
