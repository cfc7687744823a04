import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useIsMobile } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { RenditionState } from '../../../domain/audio';
import { RENDITION_STATE_NAMES, RENDITION_STATE_NOTES } from '../../../wording/audio-desk';
import { verdictCard } from '../../../wording/verdict-card';
import type { SpotOnWire } from '../../desk/wire';
import { Details } from '../../parts/details';
import { frenchSize } from '../../parts/figures';
import { Progress } from '../../parts/progress';
import { SoundPlayer } from '../../parts/sound/sound-player';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { FigureTable } from './figure-table';
import { renditionFigures } from './sound-figures';
import { canBePreparedAgain, fileName } from './under-way';

type Row = SpotOnWire['profiles'][number];

const TONES: Readonly<Record<RenditionState['kind'], Tone>> = {
  'no-recording': 'quiet',
  waiting: 'busy',
  'being-made': 'busy',
  ready: 'good',
  'held-back': 'warning',
  failed: 'bad',
  'out-of-date': 'warning',
};

/** The file of a spot for each kind of station: where it stands, to hear, and its figures for whoever wants them. */
export function Renditions({
  view,
  isSlim = false,
}: {
  readonly view: SpotOnWire;
  /** Beside the fields of a spot there is little room: closed until asked for. */
  readonly isSlim?: boolean;
}) {
  const isMobile = useIsMobile();
  if (view.versions.length === 0) return null;
  const ready = view.profiles.filter(({ state }) => state.kind === 'ready').length;
  return (
    <Details
      title={`Fichiers pour les radios : ${ready} sur ${view.profiles.length}`}
      isOpen={(!isMobile && !isSlim) || canBePreparedAgain(view)}
    >
      <Flex tag="ul" direction="column" alignItems="stretch">
        {view.profiles.map((row) => (
          <Box
            tag="li"
            key={row.profile.code}
            paddingTop={3}
            paddingBottom={3}
            borderColor="neutral200"
            borderStyle="solid"
            borderWidth="1px 0 0 0"
          >
            <File row={row} view={view} />
          </Box>
        ))}
      </Flex>
    </Details>
  );
}

function File({ row, view }: { readonly row: Row; readonly view: SpotOnWire }) {
  const { rendition, state } = row;
  const isOlder = rendition !== null && row.stateOfVersion !== view.airedVersion;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} minWidth={0}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Typography fontWeight="semiBold">{fileName(row)}</Typography>
        <StateBadge tone={TONES[state.kind]}>{RENDITION_STATE_NAMES[state.kind]}</StateBadge>
      </Flex>
      <StateOfFile state={state} view={view} />
      {rendition !== null && (
        <>
          {isOlder && (
            <Typography variant="pi">
              Les radios gardent celui de l’enregistrement n° {view.airedVersion}.
            </Typography>
          )}
          <Hear row={row} rendition={rendition} spotCode={view.spot.code} />
        </>
      )}
    </Flex>
  );
}

function StateOfFile({
  state,
  view,
}: {
  readonly state: RenditionState;
  readonly view: SpotOnWire;
}) {
  if (state.kind === 'being-made') {
    return <Progress label="Préparation" percent={state.percent} />;
  }
  if (state.kind === 'waiting' && view.engine.kind === 'stopped') {
    return <Typography>Attend que le traitement du son reprenne.</Typography>;
  }
  const note = RENDITION_STATE_NOTES[state.kind];
  const figures =
    state.kind === 'held-back' ? verdictCard(state.reason, (code) => code).figures : null;
  return (
    <>
      {note !== '' && <Typography>{note}</Typography>}
      {figures !== null && (
        <Typography variant="pi">
          Mesuré : {figures.measured} · Attendu : {figures.expected}
        </Typography>
      )}
    </>
  );
}

function Hear({
  row,
  rendition,
  spotCode,
}: {
  readonly row: Row;
  readonly rendition: NonNullable<Row['rendition']>;
  readonly spotCode: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const { profile } = row;
  const label = `${fileName(row)}, spot ${spotCode}`;
  if (!isOpen) {
    return (
      <div>
        <Button
          variant="tertiary"
          startIcon={<Play />}
          aria-label={`Écouter : ${label}`}
          onClick={() => setOpen(true)}
        >
          {`Écouter (${frenchSize(rendition.sizeBytes)})`}
        </Button>
      </div>
    );
  }
  return (
    <SoundPlayer
      soundPath={`/desk/renditions/${rendition.id}`}
      label={label}
      durationSeconds={rendition.durationSeconds}
      linesLufs={[profile.targetLufs]}
      startsAtOnce
    >
      <Details title="Détails techniques">
        <FigureTable
          caption={`Mesures : ${label}`}
          figures={renditionFigures(profile, rendition)}
        />
      </Details>
    </SoundPlayer>
  );
}
