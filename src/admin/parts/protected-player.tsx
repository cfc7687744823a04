import { Typography } from '@strapi/design-system';

import { ListenButton } from './listen-button';

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
  return (
    <ListenButton
      path={`/desk/versions/${versionId}/protected-sound`}
      label={label}
      player={{
        controlsList: 'nodownload noplaybackrate noremoteplayback',
        onContextMenu: (event) => event.preventDefault(),
      }}
    >
      <Typography variant="pi" textColor="neutral600">
        Chaque écoute est notée.
      </Typography>
    </ListenButton>
  );
}
