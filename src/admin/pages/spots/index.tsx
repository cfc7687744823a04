import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useDesk } from '../../desk/use-desk';
import { useMay } from '../../desk/permissions';
import type { SpotOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { SpotCard } from './spot-card';
import { isUnderWay } from './under-way';

const NEW_SPOT = '/content-manager/collection-types/api::spot.spot/create';

function NewSpot() {
  return (
    <LinkButton tag={Link} to={NEW_SPOT} startIcon={<Plus />}>
      Nouveau spot
    </LinkButton>
  );
}

/** Every spot: where its sound stands, what holds it back, and the files made for the stations. */
export default function SpotsPage() {
  const mayRecord = useMay('desk.spots.record');
  return (
    <DeskPage
      title="Spots"
      subtitle="Le son de chaque spot, son contrôle, et les fichiers préparés pour les radios."
      action="desk.spots.read"
      primaryAction={mayRecord ? <NewSpot /> : undefined}
    >
      <SpotList />
    </DeskPage>
  );
}

function SpotList() {
  const desk = useDesk<readonly SpotOnWire[]>('/desk/spots', (spots) => spots.some(isUnderWay));
  return (
    <Arrived desk={desk}>
      {(spots) =>
        spots.length === 0 ? (
          <EmptyNotice>
            Aucun spot pour le moment. Écrivez un message, créez son spot, puis envoyez le son ici.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {spots.map((view) => (
              <SpotCard key={view.spot.code} view={view} reload={desk.reload} />
            ))}
          </Flex>
        )
      }
    </Arrived>
  );
}
