import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { LANGUAGES } from '../../../domain/shared';
import { dollars } from '../../../wording/social';
import type { PostOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { Consents } from '../../parts/consents';
import { frenchInstant } from '../../parts/figures';
import { HiddenWords } from '../../parts/hidden-words';
import { SentenceList } from '../../parts/notices';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { Deliveries } from './deliveries';
import { Kit } from './kit';
import { PostActions } from './post-actions';
import { PostFilm } from './post-film';
import { PostPicture } from './post-picture';
import { mediaOfSaved } from './preview/media-of-saved';
import { PostPreview } from './preview/post-preview';

const APPROVALS: Readonly<
  Record<PostOnWire['approvalState'], { readonly words: string; readonly tone: Tone }>
> = {
  not: { words: 'Pas encore approuvée', tone: 'quiet' },
  approved: { words: 'Approuvée', tone: 'good' },
  stale: { words: 'Modifiée depuis son approbation', tone: 'warning' },
};

/** One post: what it says in each language, whether it may go out, and what became of it. */
export function PostCard({
  view,
  reload,
}: {
  readonly view: PostOnWire;
  readonly reload: () => Promise<void>;
}) {
  const { post, approvalState } = view;
  const { words, tone } = APPROVALS[approvalState];
  return (
    <Card
      title={`${post.code} · ${post.cardTitle}`}
      aside={
        <Link
          tag={NavLink}
          to={`/content-manager/collection-types/api::post.post/${post.documentId}`}
        >
          Ouvrir la fiche<HiddenWords> de la publication {post.code}</HiddenWords>
        </Link>
      }
    >
      <Flex gap={2} wrap="wrap">
        <StateBadge tone={tone}>{words}</StateBadge>
        <Typography textColor="neutral600">
          {post.dueAt === null
            ? 'Sans date de parution'
            : `Parution prévue le ${frenchInstant(post.dueAt)}`}
        </Typography>
      </Flex>
      {approvalState === 'stale' && (
        <Typography>
          Ce qui a changé n’a pas été approuvé : rien ne part tant que la publication n’est pas
          approuvée de nouveau.
        </Typography>
      )}
      <PostPreview wording={post} accounts={view.accounts} media={mediaOfSaved(view)} />
      <Cost view={view} />
      <Obstacles view={view} />
      <PostFilm post={post} mayChange={mayChangeMedia(view)} reload={reload} />
      <PostPicture
        post={post}
        hasPicture={hasPicture(view)}
        mayChange={mayChangeMedia(view)}
        reload={reload}
      />
      {post.depicts !== 'no-real-person' && (
        <div>
          <Consents
            shown={{
              subject: { kind: 'post', code: post.code },
              voices: post.depicts,
              channels: ['social'],
              languages: LANGUAGES.filter((language) => post.texts[language] !== undefined),
            }}
            reload={reload}
          />
        </div>
      )}
      <PostActions view={view} reload={reload} />
      {view.deliveries.length > 0 && <Deliveries view={view} reload={reload} />}
      {(approvalState === 'approved' || view.deliveries.length > 0) && <Kit code={post.code} />}
    </Card>
  );
}

function hasPicture({ post, deliveries }: PostOnWire): boolean {
  return (
    post.film === null &&
    (post.pictureKey !== null ||
      deliveries.some(({ delivery }) => delivery.content.mediaKind !== 'film'))
  );
}

/** Once every part has gone out or was taken back, another photograph or film would change nothing. */
function mayChangeMedia({ deliveries }: PostOnWire): boolean {
  return (
    deliveries.length === 0 ||
    deliveries.some(({ delivery }) => delivery.state !== 'sent' && delivery.state !== 'recalled')
  );
}

/** What it costs before anybody approves it: only X asks for money. */
function Cost({ view: { networks, costUsd } }: { readonly view: PostOnWire }) {
  if (!networks.includes('x')) return null;
  return (
    <Typography variant="pi" textColor="neutral700">
      Coût chez X : {dollars(costUsd)} pour toutes les langues (0,015 $ par publication, 0,200 $
      avec un lien).
    </Typography>
  );
}

function Obstacles({ view }: { readonly view: PostOnWire }) {
  const isSettled = view.approvalState === 'approved';
  // The same holds stand among the refusals while the post waits for its approval.
  const reasons = isSettled ? view.holdSentences : view.refusalSentences;
  if (reasons.length === 0) return null;
  return (
    <Box background="warning100" padding={3} hasRadius>
      <Typography fontWeight="semiBold" tag="p">
        {isSettled ? 'Retenue : une personne réelle s’y voit' : 'Avant de pouvoir l’approuver :'}
      </Typography>
      <Typography tag="div">
        <SentenceList sentences={reasons} />
      </Typography>
    </Box>
  );
}
