import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';

import { VOICES_NAMES } from '../../../wording/consent';
import { frenchDay, LANGUAGE_NAMES } from '../../../wording/terms';
import { useMay } from '../../desk/permissions';
import type { SpotOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { FileButton } from '../../parts/file-button';
import { HiddenWords } from '../../parts/hidden-words';
import { ConsentDialog } from './consent-dialog';
import { Holds } from './holds';
import { RecordingState } from './recording-state';
import { Renditions } from './renditions';
import { SOUND_TYPES } from './sound-types';

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
  const hasSound = view.versions.length > 0;
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
      <RecordingState view={view} />
      <Holds holds={view.holds} />
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {mayRecord && (
          <Box minWidth={0}>
            <FileButton
              label={hasSound ? 'Remplacer le son' : 'Envoyer le son'}
              inputLabel={`${hasSound ? 'Remplacer le son' : 'Envoyer le son'} du spot ${spot.code}`}
              path={`/desk/spots/${spot.code}/recording`}
              accept={SOUND_TYPES}
              onSent={() => void reload()}
            />
          </Box>
        )}
        {spot.voices !== 'no-real-person' && <Consents view={view} reload={reload} />}
      </Flex>
      {view.airedVersion !== null && <Renditions view={view} />}
    </Card>
  );
}

function Consents({
  view,
  reload,
}: {
  readonly view: SpotOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayRecord = useMay('desk.consents.record');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayRecord) return null;
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => setIsOpen(true)}
        aria-label={`Consentements du spot ${view.spot.code}`}
      >
        Consentements
      </Button>
      {isOpen && (
        <ConsentDialog
          spot={view.spot}
          onClose={() => {
            setIsOpen(false);
            void reload();
          }}
        />
      )}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
