import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';

import { isLanguage } from '../../domain/shared';
import { NETWORKS, type NetworkText, type Wording } from '../../domain/social';
import { useDesk } from '../desk/use-desk';
import type { PostOnWire } from '../desk/wire';
import { NextFreeTime } from '../pages/posts/calendar/next-free-time';
import { mediaOfSaved } from '../pages/posts/preview/media-of-saved';
import { PostPreview, type PreviewMedia } from '../pages/posts/preview/post-preview';
import type { EditViewPanel } from './panel';

/** Beside a post's fields: what it looks like as it is being written, and what each network counts of it. */
export const PostPanel: EditViewPanel = ({ model, documentId }) => {
  if (model !== 'api::post.post') return null;
  return {
    title: 'Aperçu',
    content: documentId === undefined ? <LivePreview saved={null} /> : <OfSaved id={documentId} />,
  };
};

/** The accounts and hashtag groups of the form are links: what they hold is known from the saved post. */
function OfSaved({ id }: { readonly id: string }) {
  const desk = useDesk<readonly PostOnWire[]>('/desk/posts');
  return <LivePreview saved={desk.data?.find(({ post }) => post.documentId === id) ?? null} />;
}

function LivePreview({ saved }: { readonly saved: PostOnWire | null }) {
  const values = useForm('PostPanel', (form) => form.values as Readonly<Record<string, unknown>>);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" minWidth={0}>
      <PostPreview
        wording={wordingOf(values, saved)}
        networks={saved?.networks ?? []}
        media={mediaOf(values, saved)}
        accountName="Compte de la campagne"
      />
      <Typography variant="pi" textColor="neutral600">
        {saved === null
          ? 'Les comptes et les mots-dièse comptent une fois la fiche enregistrée.'
          : 'Un compte ou un groupe de mots-dièse ajouté compte une fois la fiche enregistrée.'}
      </Typography>
      <NextFreeTime />
    </Flex>
  );
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

function wordingOf(values: Readonly<Record<string, unknown>>, saved: PostOnWire | null): Wording {
  const texts = {
    fr: words(values['textFr']),
    bm: words(values['textBm']),
    snk: words(values['textSnk']),
  };
  return {
    code: words(values['code']),
    texts,
    networkTexts: networkTextsOf(values['networkTexts']),
    hashtags: saved?.post.hashtags ?? [],
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
