import { Flex } from '@strapi/design-system';
import { useState } from 'react';

import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { StationOnWire, WeekOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { AsRunImport } from './as-run-import';
import { Recordings } from './recordings';
import { SmsMessages } from './sms-messages';
import { StationDay } from './station-day';

/** What was really aired: days told on the telephone, playout logs, recordings, text messages. */
export default function AiringsPage() {
  return (
    <DeskPage
      title="Relevés de diffusion"
      subtitle="Noter ce qui est vraiment passé à l’antenne, et comment on le sait."
      action="desk.broadcast.read"
    >
      <Airings />
    </DeskPage>
  );
}

function Airings() {
  const mayImport = useMay('desk.as-run.import');
  const stations = useDesk<readonly StationOnWire[]>('/desk/stations');
  const week = useDesk<WeekOnWire>('/desk/broadcast/week');
  const [changes, setChanges] = useState(0);

  return (
    <Arrived desk={stations}>
      {(radios) =>
        radios.length === 0 ? (
          <EmptyNotice>
            Aucune radio pour le moment. Ajoutez les radios partenaires dans les contenus.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <StationDay
              key={`day ${week.data?.today ?? ''}`}
              stations={radios}
              today={week.data?.today ?? ''}
              changes={changes}
              onRecorded={() => setChanges((count) => count + 1)}
            />
            {mayImport && (
              <AsRunImport stations={radios} onImported={() => setChanges((count) => count + 1)} />
            )}
            <Recordings changes={changes} onErased={() => setChanges((count) => count + 1)} />
            <SmsMessages />
          </Flex>
        )
      }
    </Arrived>
  );
}
