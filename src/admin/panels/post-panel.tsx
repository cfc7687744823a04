import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';

import { useEffect, useRef } from 'react';

import { isLanguage } from '../../domain/shared';
import { NETWORKS, type NetworkText, type Wording } from '../../domain/social';
import { useDesk } from '../desk/use-desk';
import type { PostChoicesOnWire, PostOnWire } from '../desk/wire';
import { NextFreeTime } from '../pages/posts/calendar/next-free-time';
import { mediaOfSaved } from '../pages/posts/preview/media-of-saved';
import { PostPreview, type PreviewMedia } from '../pages/posts/preview/post-preview';
import { chosenIn } from './chosen-links';
import type { EditViewPanel } from './panel';

/** Beside a post's fields: what it looks like as it is being written, and what each network counts of it. */
export const PostPanel: EditViewPanel = ({ model, documentId, document }) => {
  if (model !== 'api::post.post') return null;
  return {
    title: 'Aperçu',
    content:
      documentId === undefined ? (
        <LivePreview saved={null} />
      ) : (
        <OfSaved id={documentId} savedAt={words(document?.['updatedAt'])} />
      ),
  };
};

function OfSaved({ id, savedAt }: { readonly id: string; readonly savedAt: string }) {
  const desk = useDesk<readonly PostOnWire[]>('/desk/posts');
  const { reload } = desk;
  const seen = useRef(savedAt);
  // What was added in the form is part of the post once it is saved.
  useEffect(() => {
    if (seen.current === savedAt) return;
    seen.current = savedAt;
    void reload();
  }, [savedAt, reload]);
  return <LivePreview saved={desk.data?.find(({ post }) => post.documentId === id) ?? null} />;
}

function LivePreview({ saved }: { readonly saved: PostOnWire | null }) {
  const values = useForm('PostPanel', (form) => form.values as Readonly<Record<string, unknown>>);
  // A form holds links alone: what they stand for is asked once.
  const choices = useDesk<PostChoicesOnWire>('/desk/posts/choices').data;
  const chosen = chosenIn(values, saved, choices);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" minWidth={0}>
      <PostPreview
        wording={wordingOf(values, chosen.hashtags)}
        accounts={chosen.accounts}
        media={mediaOf(values, saved)}
      />
      {chosen.accounts.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          Aucun compte choisi : l’aperçu montre chaque réseau.
        </Typography>
      )}
      <NextFreeTime />
    </Flex>
  );
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

function wordingOf(
  values: Readonly<Record<string, unknown>>,
  hashtags: readonly string[],
): Wording {
  const texts = {
    fr: words(values['textFr']),
    bm: words(values['textBm']),
    snk: words(values['textSnk']),
  };
  return {
    code: words(values['code']),
    texts,
    networkTexts: networkTextsOf(values['networkTexts']),
    hashtags,
    link: words(values['link']),
    linkHasOrigin: values['linkHasOrigin'] !== false,
    linkOnX: values['linkOnX'] === true,
    utmCampaign: words(values['utmCampaign']),
  };
}

function networkTextsOf(rows: unknown): readonly NetworkText[] {
  if (!Array.isArray(rows)) return [];
  return (rows as readonly Readonly<Record<string, unknown>>[]).flatMap((row) => {
    const network = NETWORKS.find((each) => each === row['network']);
    const language = row['language'];
    return network === undefined || !isLanguage(language)
      ? []
      : [{ network, language, text: words(row['text']) }];
  });
}

function mediaOf(
  values: Readonly<Record<string, unknown>>,
  saved: PostOnWire | null,
): PreviewMedia {
  return {
    ...(saved === null ? { kind: 'card', path: null } : mediaOfSaved(saved)),
    cardTitle: words(values['cardTitle']),
    altText: words(values['altText']),
  };
}
