import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { ERASE_EXPLAINED, VOICING_NAMES } from '../../../wording/witnesses';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { VersionOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { frenchInstant } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { ProtectedPlayer } from '../../parts/protected-player';
import { StateBadge } from '../../parts/state-badge';

/** One recording in which a protected witness is, or may be, heard. */
export function WitnessRecording({
  version,
  state,
  reload,
}: {
  readonly version: VersionOnWire;
  /** The French name of where it stands. */
  readonly state: string;
  readonly reload: () => Promise<void>;
}) {
  const mayProtect = useMay('desk.spots.protect');
  const mayErase = useMay('desk.spots.erase-protected');
  const action = useDeskAction();
  const [isErasing, setIsErasing] = useState(false);
  const { id, number, voicing } = version;
  const isErased = version.state === 'erased';
  const isWaiting =
    voicing.kind === 're-voiced' && version.confirmedBy === null && version.state === 'kept';

  const confirm = async () => {
    if ((await action.run(`/desk/versions/${id}/confirm-voice`)) !== null) await reload();
  };
  const erase = async () => {
    const erased = await action.run(`/desk/versions/${id}/erase`);
    setIsErasing(false);
    if (erased !== null) await reload();
  };
  return (
    <Box background="neutral0" padding={3} hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">
            Version {number} · {VOICING_NAMES[voicing.kind]}
          </Typography>
          <StateBadge tone={isErased ? 'quiet' : isWaiting ? 'warning' : 'quiet'}>
            {isWaiting ? 'À écouter et à confirmer' : state}
          </StateBadge>
          <Typography variant="pi" textColor="neutral600">
            envoyée le {frenchInstant(version.uploadedAt)}
            {voicing.kind === 're-voiced' ? ` · formulaire ${voicing.actorReference}` : ''}
          </Typography>
        </Flex>
        {version.mayHear && (
          <ProtectedPlayer versionId={id} label={`Écouter la version ${number}, en privé`} />
        )}
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
        {!isErased && (
          <Flex gap={2} wrap="wrap">
            {isWaiting && mayProtect && (
              <Button loading={action.isBusy} onClick={() => void confirm()}>
                On n’y reconnaît pas le témoin : confirmer
              </Button>
            )}
            {mayErase && (
              <Button
                variant="danger-light"
                loading={action.isBusy}
                onClick={() => setIsErasing(true)}
              >
                {voicing.kind === 'original' ? 'Détruire l’original' : 'Détruire ce son'}
              </Button>
            )}
          </Flex>
        )}
      </Flex>
      <ConfirmDialog
        isOpen={isErasing}
        onOpenChange={setIsErasing}
        question={`Détruire la version ${number} du spot ${version.spotCode} ?`}
        description={ERASE_EXPLAINED}
        confirmLabel="Détruire"
        isBusy={action.isBusy}
        onConfirm={() => void erase()}
      />
    </Box>
  );
}
