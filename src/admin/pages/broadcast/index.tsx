import { Flex } from '@strapi/design-system';
import { useState } from 'react';

import { addDays } from '../../../domain/shared';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { StationOnWire, WeekOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { Flights } from './flights';
import { PlanForm } from './plan-form';
import { Planner } from './planner';
import { StationCodes } from './station-codes';

/** What each station is asked to air, what became of it, and the stations' access codes. */
export default function BroadcastPage() {
  return (
    <DeskPage
      title="Diffusions"
      subtitle="Planifier les spots sur les radios et suivre ce qui a été diffusé."
      action="desk.broadcast.read"
    >
      <Broadcasts />
    </DeskPage>
  );
}

function Broadcasts() {
  const mayPlan = useMay('desk.broadcast.plan');
  const [from, setFrom] = useState<string | null>(null);
  const range = from === null ? '' : `?from=${from}&to=${addDays(from, 6)}`;
  const week = useDesk<WeekOnWire>(`/desk/broadcast/week${range}`);
  const stations = useDesk<readonly StationOnWire[]>('/desk/stations');

  return (
    <Arrived desk={stations}>
      {(radios) =>
        radios.length === 0 ? (
          <EmptyNotice>
            Aucune radio pour le moment. Ajoutez les radios partenaires dans les contenus, puis
            revenez planifier.
          </EmptyNotice>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Planner week={week} stations={radios} onStep={setFrom} />
            <Flights stations={radios} onChanged={() => void week.reload()} />
            {mayPlan && (
              <PlanForm
                stations={radios}
                today={week.data?.today ?? ''}
                onPlanned={() => void week.reload()}
              />
            )}
            <StationCodes stations={radios} reload={stations.reload} />
          </Flex>
        )
      }
    </Arrived>
  );
}
