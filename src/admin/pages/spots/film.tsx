import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download, Play } from '@strapi/icons';

import { audiogramFileName } from '../../../domain/audio';
import { AUDIOGRAM_STATE_NAMES, SHAPE_NAMES, SHAPE_USES } from '../../../wording/audiogram';
import { useBlobUrl } from '../../desk/use-blob-url';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AudiogramsOnWire } from '../../desk/wire';
import { frenchDuration, frenchSize } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { Progress } from '../../parts/progress';

type Shown = AudiogramsOnWire['films'][number];

/** One shape of a spot's film: asked for, on its way, or ready to be seen and saved. */
export function Film({
  spotCode,
  film,
  reload,
}: {
  readonly spotCode: string;
  readonly film: Shown;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const { shape, audiogram } = film;
  const name = SHAPE_NAMES[shape];
  const state = audiogram?.state ?? null;
  const make = async () => {
    const asked = await action.run(`/desk/spots/${spotCode}/audiograms`, { shape });
    if (asked !== null) await reload();
  };
  return (
    <Box width="32rem" maxWidth="100%">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="semiBold" tag="h3">
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {SHAPE_USES[shape]}
        </Typography>
        {(state === 'waiting' || state === 'making') && (
          <Progress
            label={AUDIOGRAM_STATE_NAMES[state]}
            percent={audiogram?.progressPercent ?? 0}
            note="Vous pouvez quitter cette page : la vidéo se fait toute seule."
          />
        )}
        {state === 'failed' && (
          <Typography>
            La vidéo n’a pas pu être faite. Réessayez ; si cela continue, prévenez l’administration.
          </Typography>
        )}
        {state === 'ready' && audiogram !== null && <ReadyFilm film={film} audiogram={audiogram} />}
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
        {(state === null || state === 'failed') && (
          <div>
            <Button
              variant="secondary"
              loading={action.isBusy}
              onClick={() => void make()}
              aria-label={`Faire une vidéo pour les réseaux du spot ${spotCode} : ${name}`}
            >
              Faire la vidéo
            </Button>
          </div>
        )}
      </Flex>
    </Box>
  );
}

function ReadyFilm({
  film,
  audiogram,
}: {
  readonly film: Shown;
  readonly audiogram: NonNullable<Shown['audiogram']>;
}) {
  const { url, isLoading, refusal, load } = useBlobUrl(`/desk/audiograms/${audiogram.id}/video`);
  const label = `${SHAPE_NAMES[film.shape].toLowerCase()} du spot ${audiogram.spotCode}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi">
        {[
          audiogram.durationSeconds === null ? '' : frenchDuration(audiogram.durationSeconds),
          audiogram.sizeBytes === null ? '' : frenchSize(audiogram.sizeBytes),
          film.isExcerpt && audiogram.sourceSeconds !== null
            ? `extrait d’un spot de ${frenchDuration(audiogram.sourceSeconds)}`
            : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Typography>
      {url === null ? (
        <div>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Play />}
            loading={isLoading}
            onClick={() => void load()}
            aria-label={`Voir la ${label}`}
          >
            Voir la vidéo
          </Button>
        </div>
      ) : (
        <>
          <video
            controls
            src={url}
            aria-label={label}
            style={{ width: '100%', maxHeight: '48rem', background: '#12153a' }}
          />
          <div>
            <LinkButton
              variant="secondary"
              startIcon={<Download />}
              href={url}
              download={audiogramFileName(audiogram)}
              aria-label={`Enregistrer la ${label}`}
            >
              Enregistrer la vidéo
            </LinkButton>
          </div>
        </>
      )}
      <RefusalNotice refusal={refusal} title="La vidéo ne s’ouvre pas" />
    </Flex>
  );
}
