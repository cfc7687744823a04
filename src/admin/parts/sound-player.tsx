import { Button, Flex } from '@strapi/design-system';
import { Play } from '@strapi/icons';

import { useBlobUrl } from '../desk/use-blob-url';
import { RefusalNotice } from './notices';

/** Fetches a sound only when somebody wants to hear it: a minute of speech can be a megabyte. */
export function SoundPlayer({ path, label }: { readonly path: string; readonly label: string }) {
  const { url, isLoading, refusal, load } = useBlobUrl(path);
  if (url !== null) {
    return (
      <audio
        controls
        autoPlay
        src={url}
        aria-label={label}
        style={{ width: '100%', maxWidth: 320 }}
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
      <RefusalNotice refusal={refusal} title="Écoute impossible" />
    </Flex>
  );
}
