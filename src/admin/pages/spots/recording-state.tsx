import { Box, Flex, Typography } from '@strapi/design-system';

import type { SpotVersionState } from '../../../domain/audio';
import { SPOT_VERSION_STATE_NAMES } from '../../../wording/audio';
import type { SpotOnWire, VersionOnWire } from '../../desk/wire';
import { SentenceList } from '../../parts/notices';
import { Progress } from '../../parts/progress';
import { StateBadge, type Tone } from '../../parts/state-badge';

const TONES: Readonly<Record<SpotVersionState, Tone>> = {
  received: 'busy',
  checking: 'busy',
  preparing: 'busy',
  ready: 'good',
  refused: 'bad',
  failed: 'bad',
  kept: 'quiet',
  erased: 'quiet',
};

function isBusy({ state }: VersionOnWire): boolean {
  return TONES[state] === 'busy';
}

/** Something of this spot moves by itself: worth asking again in a moment. */
export function isUnderWay(view: SpotOnWire): boolean {
  const [newest] = view.versions;
  return newest !== undefined && isBusy(newest);
}

/** Where the newest recording of a spot stands, with the verdict of the check. */
export function RecordingState({ view }: { readonly view: SpotOnWire }) {
  const [newest] = view.versions;
  if (newest === undefined) {
    return <StateBadge tone="quiet">Pas encore de son</StateBadge>;
  }
  const name = SPOT_VERSION_STATE_NAMES[newest.state];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <StateBadge tone={TONES[newest.state]}>{name}</StateBadge>
        <Typography variant="pi" textColor="neutral600">
          version {newest.number}
        </Typography>
      </Flex>
      {isBusy(newest) && <Progress label={name} percent={newest.progressPercent} />}
      <Verdict version={newest} />
      {view.airedVersion !== null && view.airedVersion !== newest.number && (
        <Typography variant="pi">Les radios gardent la version {view.airedVersion}.</Typography>
      )}
    </Flex>
  );
}

function Verdict({ version }: { readonly version: VersionOnWire }) {
  if (version.state === 'failed') {
    return (
      <Typography>
        Le son est bon, mais sa préparation a échoué. Prévenez l’administration : elle trouvera la
        cause dans le journal du serveur.
      </Typography>
    );
  }
  if (version.sentences.length === 0) return null;
  const isRefused = version.state === 'refused';
  return (
    <Box
      background={isRefused ? 'danger100' : 'warning100'}
      padding={3}
      hasRadius
      color="neutral800"
    >
      <Typography fontWeight="semiBold" tag="p">
        {isRefused ? 'Ce son ne peut pas être diffusé :' : 'À écouter avant de diffuser :'}
      </Typography>
      <Typography tag="div">
        <SentenceList sentences={version.sentences} />
      </Typography>
    </Box>
  );
}
