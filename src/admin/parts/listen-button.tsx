import { Button, Flex } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import type { AudioHTMLAttributes, ReactNode } from 'react';

import { useBlobUrl } from '../desk/use-blob-url';
import { RefusalNotice } from './notices';

/** Fetches a short sound only when somebody wants to hear it, and plays it as it is: nothing of it is drawn. */
export function ListenButton({
  path,
  label,
  player = {},
  children,
}: {
  readonly path: string;
  readonly label: string;
  /** What else the browser's player is told. */
  readonly player?: AudioHTMLAttributes<HTMLAudioElement>;
  /** Below the button, until the sound is there. */
  readonly children?: ReactNode;
}) {
  const { url, isLoading, refusal, load } = useBlobUrl(path);
  if (url !== null) {
    return (
      <audio
        controls
        autoPlay
        src={url}
        aria-label={label}
        style={{ width: '100%', maxWidth: 320 }}
        {...player}
      />
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button
        variant="tertiary"
        size="S"
        startIcon={<Play />}
        loading={isLoading}
        aria-label={label}
        onClick={() => void load()}
      >
        Écouter
      </Button>
      {children}
      <RefusalNotice refusal={refusal} title="Écoute impossible" />
    </Flex>
  );
}
