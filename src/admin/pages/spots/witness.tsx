import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { SPOT_VERSION_STATE_NAMES } from '../../../wording/audio';
import { PROTECTION_EXPLAINED } from '../../../wording/witnesses';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { SpotOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { WitnessRecording } from './witness-recording';

type Props = { readonly view: SpotOnWire; readonly reload: () => Promise<void> };

/** A protected witness: what it means, the recordings that never go out, and what may be done with them. */
export function Witness({ view, reload }: Props) {
  const { spot } = view;
  if (spot.voices === 'no-real-person') return null;
  if (!spot.isProtected) return <Protect view={view} reload={reload} />;
  const kept = view.versions.filter(({ isSensitive, state }) => isSensitive || state === 'erased');
  return (
    <Box background="neutral100" padding={4} hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <div>
          <StateBadge tone="warning">Témoin protégé</StateBadge>
        </div>
        <Typography>{PROTECTION_EXPLAINED}</Typography>
        {kept.map((version) => (
          <WitnessRecording
            key={version.id}
            version={version}
            state={SPOT_VERSION_STATE_NAMES[version.state]}
            reload={reload}
          />
        ))}
        {view.versions.length === 0 && <Lift view={view} reload={reload} />}
      </Flex>
    </Box>
  );
}

/** Marks a real person as protected. It cannot be taken back once a sound is there: so it is asked twice. */
function Protect({ view, reload }: Props) {
  const mayProtect = useMay('desk.spots.protect');
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  if (!mayProtect) return null;
  const { code } = view.spot;
  const protect = async () => {
    if ((await action.run(`/desk/spots/${code}/protection`, { isProtected: true })) === null) {
      return;
    }
    setIsAsking(false);
    await reload();
  };
  return (
    <div>
      <Button
        variant="tertiary"
        onClick={() => setIsAsking(true)}
        aria-label={`Protéger le témoin du spot ${code}`}
      >
        Protéger le témoin
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question={`Protéger le témoin du spot ${code} ?`}
        description="Sa voix est retirée de toutes les radios et de toutes les pages à l’instant, et les vidéos qui en ont été faites ne s’ouvrent plus. Seul un enregistrement où une autre personne relit ses paroles pourra sortir. Une fois un son envoyé, cela ne se retire plus."
        confirmLabel="Protéger"
        isBusy={action.isBusy}
        onConfirm={() => void protect()}
      >
        <RefusalNotice refusal={action.refusal} />
      </ConfirmDialog>
    </div>
  );
}

/** As long as no sound has come, the mark may have been a mistake. */
function Lift({ view, reload }: Props) {
  const mayProtect = useMay('desk.spots.protect');
  const action = useDeskAction();
  if (!mayProtect) return null;
  const { code } = view.spot;
  const lift = async () => {
    const lifted = await action.run(`/desk/spots/${code}/protection`, { isProtected: false });
    if (lifted !== null) await reload();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button
        variant="tertiary"
        loading={action.isBusy}
        onClick={() => void lift()}
        aria-label={`Lever la protection du spot ${code}`}
      >
        Lever la protection
      </Button>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </Flex>
  );
}
