import { Flex } from '@strapi/design-system';

import { useDesk } from '../../desk/use-desk';
import { useMay } from '../../desk/permissions';
import type { StationDeliveryOnWire } from '../../desk/wire';
import { Arrived } from '../notices';
import { Fetched } from './fetched';
import { ProgramLinks } from './program-links';

/** What a station is to hold, what it fetched, and the links that were handed to its programs. */
export function StationDelivery({ stationCode }: { readonly stationCode: string }) {
  const mayIssue = useMay('desk.stations.issue-link');
  const desk = useDesk<StationDeliveryOnWire>(`/desk/stations/${stationCode}/delivery`);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" minWidth={0}>
      <Arrived desk={desk}>
        {(delivery) => (
          <>
            <Fetched delivery={delivery} />
            <ProgramLinks
              stationCode={stationCode}
              links={delivery.links}
              timeZone={delivery.timeZone}
              mayIssue={mayIssue}
              reload={() => desk.reload()}
            />
          </>
        )}
      </Arrived>
    </Flex>
  );
}
