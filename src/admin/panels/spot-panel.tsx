import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { useMay } from '../desk/permissions';
import { useDesk } from '../desk/use-desk';
import type { SpotOnWire } from '../desk/wire';
import { PrepareAgain } from '../pages/spots/prepare-again';
import { FilesAndHistory, NewestSound } from '../pages/spots/spot-sound';
import { isUnderWay } from '../pages/spots/under-way';
import { Arrived } from '../parts/notices';
import { SendRecording } from '../parts/send-recording';
import type { EditViewPanel } from './panel';

/** Beside a spot's fields: where its sound stands, and the button that sends one. */
export const SpotPanel: EditViewPanel = ({ model, document }) => {
  if (model !== 'api::spot.spot') return null;
  const code: unknown = document?.['code'];
  return {
    title: 'Son du spot',
    content:
      typeof code === 'string' ? (
        <SpotSound spotCode={code} />
      ) : (
        <Typography>Enregistrez d’abord la fiche : le spot reçoit alors son code.</Typography>
      ),
  };
};

function SpotSound({ spotCode }: { readonly spotCode: string }) {
  const mayRecord = useMay('desk.spots.record');
  const desk = useDesk<SpotOnWire>(`/desk/spots/${spotCode}`, isUnderWay);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" minWidth={0}>
      <Arrived desk={desk}>
        {(view) => (
          <>
            <NewestSound view={view} />
            {mayRecord && <SendRecording view={view} onSent={() => void desk.reload()} />}
            <PrepareAgain view={view} reload={desk.reload} />
            <FilesAndHistory view={view} isSlim />
          </>
        )}
      </Arrived>
      <Link tag={NavLink} to="/yeelen/spots">
        Tous les spots
      </Link>
    </Flex>
  );
}
