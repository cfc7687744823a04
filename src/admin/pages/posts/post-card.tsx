import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { LANGUAGES } from '../../../domain/shared';
import { NETWORK_NAMES } from '../../../wording/social';
import { LANGUAGE_NAMES } from '../../../wording/terms';
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
import { PostPicture } from './post-picture';

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
      <Texts view={view} />
      <Obstacles view={view} />
      <PostPicture
        post={post}
        hasPicture={hasPicture(view)}
        mayChange={mayChangePicture(view)}
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
    post.pictureKey !== null ||
    deliveries.some(({ delivery }) => delivery.content.pictureKey !== null)
  );
}

/** Once every part has gone out or was taken back, another photograph would change nothing. */
function mayChangePicture({ deliveries }: PostOnWire): boolean {
  return (
    deliveries.length === 0 ||
    deliveries.some(({ delivery }) => delivery.state !== 'sent' && delivery.state !== 'recalled')
  );
}

/** Each text with what it weighs on each network against what the network takes. */
function Texts({ view: { post, weights } }: { readonly view: PostOnWire }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {LANGUAGES.map((language) => {
        const text = post.texts[language];
        if (text === undefined) return null;
        return (
          <Box key={language}>
            <Typography variant="pi" textColor="neutral600" tag="p">
              En {LANGUAGE_NAMES[language]}
              {weights
                .filter((each) => each.language === language)
                .map(
                  ({ network, weight, maximum }) =>
                    ` · ${NETWORK_NAMES[network]} : ${weight} signes sur ${maximum}`,
                )
                .join('')}
            </Typography>
            <Typography lang={language} style={{ whiteSpace: 'pre-line' }}>
              {text}
            </Typography>
          </Box>
        );
      })}
    </Flex>
  );
}

function Obstacles({ view }: { readonly view: PostOnWire }) {
  const isSettled = view.approvalState === 'approved';
  const holds = view.holds.flatMap(({ language, sentences }) =>
    sentences.map((sentence) => `En ${LANGUAGE_NAMES[language]} : ${sentence}`),
  );
  // The same holds stand among the refusals while the post waits for its approval.
  const reasons = isSettled ? holds : view.refusalSentences;
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
