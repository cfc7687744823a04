import { Button, Flex } from '@strapi/design-system';
import { Play } from '@strapi/icons';

import { useBlobUrl } from '../desk/use-blob-url';
import { RefusalNotice } from './notices';

/** Fetches a short sound only when somebody wants to hear it, and plays it as it is: nothing of it is drawn. */
export function BlobPlayer({ path, label }: { readonly path: string; readonly label: string }) {
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
