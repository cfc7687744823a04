import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useDesk } from '../../desk/use-desk';
import type { AudiogramsOnWire } from '../../desk/wire';
import { Arrived, SentenceList } from '../../parts/notices';
import { Film } from './film';

/** The short films of a spot for social networks. Nothing is asked of the server before somebody opens it. */
export function Audiograms({ spotCode }: { readonly spotCode: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
        <Typography fontWeight="semiBold">Vidéo pour les réseaux</Typography>
      </summary>
      {isOpen && <Films spotCode={spotCode} />}
    </details>
  );
}

function Films({ spotCode }: { readonly spotCode: string }) {
  const desk = useDesk<AudiogramsOnWire>(`/desk/spots/${spotCode}/audiograms`, isUnderWay);
  return (
    <Arrived desk={desk}>
      {(view) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography textColor="neutral600">
            Le titre, la forme du son et le son du spot, à joindre à une publication ou à un message
            WhatsApp. Un spot de plus de {view.maximumSeconds} secondes est coupé à une pause, et la
            vidéo porte alors le mot « Extrait ».
          </Typography>
          {view.sentences.length > 0 ? (
            <div>
              <Typography fontWeight="semiBold" tag="p">
                Pas de vidéo pour le moment
              </Typography>
              <SentenceList sentences={view.sentences} />
            </div>
          ) : (
            <Flex gap={6} wrap="wrap" alignItems="flex-start">
              {view.films.map((film) => (
                <Film
                  key={film.shape}
                  spotCode={spotCode}
                  film={film}
                  reload={() => desk.reload()}
                />
              ))}
            </Flex>
          )}
        </Flex>
      )}
    </Arrived>
  );
}

function isUnderWay({ films }: AudiogramsOnWire): boolean {
  return films.some(
    ({ audiogram }) => audiogram?.state === 'waiting' || audiogram?.state === 'making',
  );
}
