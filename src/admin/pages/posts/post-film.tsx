import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { SHAPE_NAMES } from '../../../wording/audiogram';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { FilmChoiceOnWire, PostOnWire } from '../../desk/wire';
import { Arrived, RefusalNotice } from '../../parts/notices';

/** A film of a spot that goes out instead of the picture: chosen among those that may be shown, and taken away again. */
export function PostFilm({
  post,
  mayChange,
  reload,
}: {
  readonly post: PostOnWire['post'];
  /** False once everything has gone out or was taken back: another film would change nothing. */
  readonly mayChange: boolean;
  readonly reload: () => Promise<void>;
}) {
  const mayPlan = useMay('desk.posts.plan');
  const action = useDeskAction();
  const [isChoosing, setIsChoosing] = useState(false);
  if (!mayPlan || (!mayChange && post.film === null)) return null;

  const attach = async (audiogramId: string | null) => {
    const answer = await action.run<unknown>(`/desk/posts/${post.code}/film`, { audiogramId });
    // The answer is empty when the film was taken away.
    if (answer === null && audiogramId !== null) return;
    setIsChoosing(false);
    await reload();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      {post.film !== null && <Typography>Film du spot {post.film.spotCode}.</Typography>}
      {mayChange && (
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            aria-label={`${post.film === null ? 'Joindre un film de spot à' : 'Changer le film de'} la publication ${post.code}`}
            onClick={() => setIsChoosing(true)}
          >
            {post.film === null ? 'Joindre un film de spot' : 'Changer le film'}
          </Button>
          {post.film !== null && (
            <Button
              variant="tertiary"
              loading={action.isBusy}
              aria-label={`Retirer le film de la publication ${post.code}`}
              onClick={() => void attach(null)}
            >
              Retirer le film
            </Button>
          )}
        </Flex>
      )}
      {!isChoosing && <RefusalNotice refusal={action.refusal} onClose={action.forget} />}
      {isChoosing && (
        <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : setIsChoosing(false))}>
          <Modal.Content aria-describedby={undefined}>
            <Modal.Header closeLabel="Fermer">
              <Modal.Title>Choisir un film</Modal.Title>
            </Modal.Header>
            <Modal.Body>
              <Flex direction="column" alignItems="stretch" gap={3}>
                <RefusalNotice refusal={action.refusal} onClose={action.forget} />
                <FilmList isBusy={action.isBusy} onChoose={(id) => void attach(id)} />
              </Flex>
            </Modal.Body>
            <Modal.Footer>
              <Button variant="tertiary" onClick={() => setIsChoosing(false)}>
                Fermer
              </Button>
            </Modal.Footer>
          </Modal.Content>
        </Modal.Root>
      )}
    </Flex>
  );
}

function FilmList({
  isBusy,
  onChoose,
}: {
  readonly isBusy: boolean;
  readonly onChoose: (audiogramId: string) => void;
}) {
  const desk = useDesk<readonly FilmChoiceOnWire[]>('/desk/posts/films');
  return (
    <Arrived desk={desk}>
      {(films) =>
        films.length === 0 ? (
          <Typography>
            Aucun film prêt pour le moment. Dans la page Spots, demandez une vidéo pour les réseaux
            : elle se fait toute seule, puis se choisit ici.
          </Typography>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={3} tag="ul">
            {films.map((film) => (
              <Flex
                key={film.audiogramId}
                tag="li"
                gap={3}
                wrap="wrap"
                justifyContent="space-between"
              >
                <Typography>
                  Spot {film.spotCode}, « {film.title} », en {LANGUAGE_NAMES[film.language]},{' '}
                  {SHAPE_NAMES[film.shape].toLowerCase()}
                </Typography>
                <Button
                  variant="secondary"
                  loading={isBusy}
                  aria-label={`Choisir le film ${SHAPE_NAMES[film.shape].toLowerCase()} du spot ${film.spotCode}`}
                  onClick={() => onChoose(film.audiogramId)}
                >
                  Choisir
                </Button>
              </Flex>
            ))}
          </Flex>
        )
      }
    </Arrived>
  );
}
