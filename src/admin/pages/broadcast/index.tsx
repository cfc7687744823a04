import { Flex } from '@strapi/design-system';
import { useState } from 'react';

import { addDays } from '../../../domain/shared';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { SlotOnWire, StationOnWire, WeekOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { PlanForm } from './plan-form';
import { SlotDialog } from './slot-dialog';
import { StationCodes } from './station-codes';
import { WeekGrid } from './week-grid';
import { WeekSteps } from './week-steps';

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
  const [open, setOpen] = useState<SlotOnWire | null>(null);

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
            {mayPlan && (
              <PlanForm
                stations={radios}
                today={week.data?.today ?? ''}
                onPlanned={() => void week.reload()}
              />
            )}
            <Card title="La semaine">
              <Arrived desk={week}>
                {(shown) => (
                  <>
                    <WeekSteps week={shown} onMove={setFrom} />
                    <WeekGrid week={shown} stations={radios} onOpen={setOpen} />
                  </>
                )}
              </Arrived>
            </Card>
            <StationCodes stations={radios} reload={stations.reload} />
            {open !== null && (
              <SlotDialog
                row={open}
                station={radios.find(({ code }) => code === open.slot.stationCode)}
                onClose={() => setOpen(null)}
                onChanged={() => {
                  setOpen(null);
                  void week.reload();
                }}
              />
            )}
          </Flex>
        )
      }
    </Arrived>
  );
}
