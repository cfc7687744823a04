import { Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';

import { useBlobUrl } from '../desk/use-blob-url';
import { RefusalNotice } from './notices';

/**
 * Plays the voice of a protected witness and offers no copy of it. Nothing can keep a determined person from recording what
 * they hear: hence the few who may, and the journal.
 */
export function ProtectedPlayer({
  versionId,
  label,
}: {
  readonly versionId: string;
  readonly label: string;
}) {
  const { url, isLoading, refusal, load } = useBlobUrl(
    `/desk/versions/${versionId}/protected-sound`,
  );
  if (url !== null) {
    return (
      <audio
        controls
        autoPlay
        src={url}
        aria-label={label}
        controlsList="nodownload noplaybackrate noremoteplayback"
        onContextMenu={(event) => event.preventDefault()}
        style={{ width: '100%', maxWidth: 320 }}
      />
    );
  }
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
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
      <Typography variant="pi" textColor="neutral600">
        Chaque écoute est notée.
      </Typography>
      <RefusalNotice refusal={refusal} title="Écoute impossible" />
    </Flex>
  );
}
