import { Button, Flex, Typography } from '@strapi/design-system';

import { clockInZone } from '../../../domain/shared';
import type { SlotPlan } from '../../../domain/broadcast';
import { frenchTime } from '../../../wording/terms';
import type { Serialized } from '../../desk/serialized';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import { frenchInstant, frenchLongDay } from '../../parts/figures';
import { Arrived, RefusalNotice } from '../../parts/notices';

/** A missed slot is made good by one touch: the next free window is proposed. */
export function MakeGood({
  slotId,
  madeGoodAt,
  timeZone,
  onPlanned,
}: {
  readonly slotId: string;
  readonly madeGoodAt: string | null;
  readonly timeZone: string;
  readonly onPlanned: () => void;
}) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        Rattrapage
      </Typography>
      {madeGoodAt === null ? (
        <Proposal slotId={slotId} timeZone={timeZone} onPlanned={onPlanned} />
      ) : (
        <Typography>Un rattrapage est prévu le {frenchInstant(madeGoodAt, timeZone)}.</Typography>
      )}
    </Flex>
  );
}

function Proposal({
  slotId,
  timeZone,
  onPlanned,
}: {
  readonly slotId: string;
  readonly timeZone: string;
  readonly onPlanned: () => void;
}) {
  const path = `/desk/broadcast/slots/${slotId}/make-good`;
  const proposal = useDesk<Serialized<SlotPlan>>(path);
  const action = useDeskAction();
  const clock = (iso: string) => frenchTime(clockInZone(new Date(iso), timeZone));
  if (proposal.data === null && proposal.refusal !== null) {
    return <RefusalNotice refusal={proposal.refusal} title="Pas de rattrapage possible" />;
  }
  return (
    <Arrived desk={proposal}>
      {(plan) => (
        <Flex direction="column" alignItems="flex-start" gap={3}>
          <Typography>
            Prochain créneau libre : {frenchLongDay(plan.airDate)}, de {clock(plan.windowStart)} à{' '}
            {clock(plan.windowEnd)}.
          </Typography>
          <RefusalNotice refusal={action.refusal} onClose={action.forget} />
          <Button
            loading={action.isBusy}
            onClick={() =>
              void action.run(path).then((planned) => {
                if (planned !== null) onPlanned();
              })
            }
          >
            Planifier ce rattrapage
          </Button>
        </Flex>
      )}
    </Arrived>
  );
}
