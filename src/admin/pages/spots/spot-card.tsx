import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { VOICES_NAMES } from '../../../wording/consent';
import { frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { useMay } from '../../desk/permissions';
import type { SpotOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { Consents } from '../../parts/consents';
import { HiddenWords } from '../../parts/hidden-words';
import { SendRecording } from '../../parts/send-recording';
import { Audiograms } from './audiograms';
import { PrepareAgain } from './prepare-again';
import { RecallNotice } from './recall-notice';
import { RecallSpot } from './recall-spot';
import { FilesAndHistory, NewestSound } from './spot-sound';
import { Witness } from './witness';

/** One spot: its sound, what the check says, what holds it back, and its files. */
export function SpotCard({
  view,
  reload,
}: {
  readonly view: SpotOnWire;
  readonly reload: () => Promise<void>;
}) {
  const { spot } = view;
  const mayRecord = useMay('desk.spots.record');
  const mayFilm = useMay('desk.audiograms.make');
  return (
    <Card
      title={`${spot.code} · ${spot.title}`}
      aside={
        <Link
          tag={NavLink}
          to={`/content-manager/collection-types/api::spot.spot/${spot.documentId}`}
        >
          Ouvrir la fiche<HiddenWords> du spot {spot.code}</HiddenWords>
        </Link>
      }
    >
      <Typography textColor="neutral600">
        {capital(LANGUAGE_NAMES[spot.language])} · {VOICES_NAMES[spot.voices]} · du{' '}
        {frenchDay(spot.flightStart)} au {frenchDay(spot.flightEnd)}
      </Typography>
      <RecallNotice view={view} />
      <Witness view={view} reload={reload} />
      <NewestSound view={view} />
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {mayRecord && (
          <Box minWidth={0}>
            <SendRecording view={view} onSent={() => void reload()} />
          </Box>
        )}
        <PrepareAgain view={view} reload={reload} />
        {spot.voices !== 'no-real-person' && (
          <Consents
            shown={{
              subject: { kind: 'spot', code: spot.code },
              voices: spot.voices,
              channels: ['radio'],
              languages: [spot.language],
              hasActor: spot.isProtected,
            }}
            reload={reload}
          />
        )}
        <RecallSpot view={view} reload={reload} />
      </Flex>
      <FilesAndHistory view={view} />
      {view.airedVersion !== null && mayFilm && <Audiograms spotCode={spot.code} />}
    </Card>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
