import { Flex, Typography } from '@strapi/design-system';

import type { SpotVersionState } from '../../../domain/audio';
import { SPOT_VERSION_STATE_NAMES } from '../../../wording/audio';
import type { SpotOnWire } from '../../desk/wire';
import { Progress } from '../../parts/progress';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { EngineNotice } from './engine-notice';
import { isBusy } from './under-way';

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

/** Where the newest recording of a spot stands. */
export function RecordingState({ view }: { readonly view: SpotOnWire }) {
  const [newest] = view.versions;
  if (newest === undefined) {
    return (
      <div>
        <StateBadge tone="quiet">Pas encore de son</StateBadge>
      </div>
    );
  }
  const name = SPOT_VERSION_STATE_NAMES[newest.state];
  const isStopped = view.engine.kind === 'stopped';
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <StateBadge tone={TONES[newest.state]}>
          {isBusy(newest) && isStopped ? 'Reçu, en attente' : name}
        </StateBadge>
        <Typography variant="pi" textColor="neutral700">
          enregistrement n° {newest.number}
        </Typography>
      </Flex>
      {isBusy(newest) && !isStopped && <Progress label={name} percent={newest.progressPercent} />}
      <EngineNotice view={view} />
      {newest.state === 'failed' && (
        <Typography>
          Le son est bien arrivé, mais sa préparation a échoué. Faites préparer de nouveau ; si cela
          continue, prévenez l’administration.
        </Typography>
      )}
      {view.airedVersion !== null && view.airedVersion !== newest.number && (
        <Typography>
          En attendant, les radios gardent l’enregistrement n° {view.airedVersion}.
        </Typography>
      )}
    </Flex>
  );
}
