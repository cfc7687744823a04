import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { useMay } from '../desk/permissions';
import { useDesk } from '../desk/use-desk';
import type { SpotOnWire } from '../desk/wire';
import { Holds } from '../pages/spots/holds';
import { isUnderWay, RecordingState } from '../pages/spots/recording-state';
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
            <RecordingState view={view} />
            <Holds holds={view.holds} />
            {mayRecord && <SendRecording view={view} onSent={() => void desk.reload()} />}
          </>
        )}
      </Arrived>
      <Link tag={NavLink} to="/yeelen/spots">
        Tous les spots
      </Link>
    </Flex>
  );
}
