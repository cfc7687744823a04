import type { ReactNode } from 'react';
import styled from 'styled-components';

import type { Network } from '../../../../domain/social';

/** How each network draws a post, near enough to judge by: its own colours, its own order of text and picture. */
const LOOKS = {
  simulator: {
    ink: '#32324d',
    paper: '#ffffff',
    edge: '#c0c0cf',
    quiet: '#666687',
    mark: '#8a5a00',
  },
  x: { ink: '#0f1419', paper: '#ffffff', edge: '#cfd9de', quiet: '#536471', mark: '#0f1419' },
  facebook: {
    ink: '#050505',
    paper: '#ffffff',
    edge: '#ccd0d5',
    quiet: '#5b5f66',
    mark: '#0b5fcc',
  },
  telegram: {
    ink: '#000000',
    paper: '#ffffff',
    edge: '#b5cbb0',
    quiet: '#5c6b60',
    mark: '#1a6a9c',
  },
} as const satisfies Readonly<Record<Network, Readonly<Record<string, string>>>>;

/** The shape in which a network shows a picture without cutting it. */
const SHAPES: Readonly<Record<Network, string>> = {
  simulator: '1200 / 630',
  x: '1200 / 675',
  facebook: '1200 / 630',
  telegram: '1 / 1',
};

const Frame = styled.article<{ readonly $network: Network }>`
  max-width: 52rem;
  border: 1px solid ${({ $network }) => LOOKS[$network].edge};
  border-radius: ${({ $network }) => ($network === 'x' ? '1.6rem' : '0.8rem')};
  background: ${({ $network }) => LOOKS[$network].paper};
  color: ${({ $network }) => LOOKS[$network].ink};
  font-size: 1.5rem;
  line-height: 1.4;
  overflow: hidden;
  ${({ $network }) => ($network === 'telegram' ? 'background: #effdde; max-width: 40rem;' : '')}
  header {
    display: flex;
    gap: 1rem;
    align-items: center;
    padding: 1.2rem 1.2rem 0.8rem;
  }
  .face {
    display: grid;
    place-items: center;
    width: 4rem;
    height: 4rem;
    flex: none;
    border-radius: 50%;
    background: ${({ $network }) => LOOKS[$network].mark};
    color: #ffffff;
    font-weight: 700;
  }
  .quiet {
    color: ${({ $network }) => LOOKS[$network].quiet};
    font-size: 1.3rem;
  }
  .words {
    padding: 0 1.2rem 1.2rem;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .media {
    margin: ${({ $network }) => ($network === 'x' ? '0 1.2rem 1.2rem' : '0')};
    /* Said, not left to the browser: it would widen the frame to keep the shape at its least height. */
    width: ${({ $network }) => ($network === 'x' ? 'calc(100% - 2.4rem)' : '100%')};
    aspect-ratio: ${({ $network }) => SHAPES[$network]};
    /* Beside the form the frame is narrow, and the words on the card need room. */
    min-height: 14rem;
    border-radius: ${({ $network }) => ($network === 'x' ? '1.6rem' : '0')};
    overflow: hidden;
    background: #dcdce4;
  }
  .media img,
  .media video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.2rem;
    justify-content: space-between;
    padding: 0.8rem 1.2rem;
    border-top: 1px solid ${({ $network }) => LOOKS[$network].edge};
  }
  mark {
    background: #fcd3d3;
    color: #8b1a10;
    text-decoration: line-through;
  }
`;

/** A post in the dress of its network. */
export function NetworkFrame({
  network,
  accountName,
  words,
  media,
}: {
  readonly network: Network;
  readonly accountName: string;
  readonly words: ReactNode;
  readonly media: ReactNode;
}) {
  const head = (
    <header>
      <span className="face" aria-hidden>
        {accountName.slice(0, 1).toUpperCase()}
      </span>
      <span>
        <strong>{accountName}</strong>
        <br />
        <span className="quiet">{UNDER_THE_NAME[network]}</span>
      </span>
    </header>
  );
  const text = <div className="words">{words}</div>;
  const picture = <div className="media">{media}</div>;
  return (
    <Frame $network={network} aria-label={`Aperçu de la publication sur ${accountName}`}>
      {head}
      {/* Telegram puts the words under the picture, as its caption. */}
      {network === 'telegram' ? (
        <>
          {picture}
          <div style={{ height: '0.8rem' }} />
          {text}
        </>
      ) : (
        <>
          {text}
          {picture}
        </>
      )}
      {network === 'facebook' && (
        <div className="foot quiet" aria-hidden>
          <span>J’aime</span>
          <span>Commenter</span>
          <span>Partager</span>
        </div>
      )}
    </Frame>
  );
}

const UNDER_THE_NAME: Readonly<Record<Network, string>> = {
  simulator: 'mur de simulation',
  x: 'à l’instant',
  facebook: 'à l’instant · Public',
  telegram: 'chaîne',
};
